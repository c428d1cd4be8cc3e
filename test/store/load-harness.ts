/** Two states of a dataset, and a load of either into a scripted store, with pauses too short to notice. */
import { type Article, type Dataset, formatProblem, ProblemError } from '../../src/model/index.ts';
import {
  datasetGraphs,
  directFetch,
  load,
  StoreClient,
  StoreHttp,
  type StoreLoadReport,
  storeProfile,
} from '../../src/store/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import type { ScriptedStore } from './scripted-store.ts';
import type { StyleName } from './store-styles.ts';

/** The fewest triples that say all there is to say: a literal, a denied claim, two languages. */
function article(id: string, claims: readonly string[], seats = '420'): Article {
  const used = new Set(['coast-post', 'lindmar', 'nordlink', 'quick-tern']);
  return {
    ...sampleArticle,
    id,
    url: `https://news.example/${id}`,
    paragraphs: sampleArticle.paragraphs.slice(0, 1),
    entities: sampleArticle.entities.filter((entity) => used.has(entity.id)),
    claims: sampleArticle.claims
      .filter((claim) => claims.includes(claim.id))
      .map((claim) => ({
        ...claim,
        article: id,
        ...(claim.id === 'c7' && { object: { value: seats, datatype: 'xsd:integer' } }),
      })),
  };
}

function pick<T>(all: Readonly<Record<string, T>>, ...keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, all[key]!]));
}

/** What readers see before the load that goes wrong. */
export const BEFORE: Dataset = {
  ...sampleDataset,
  identity: [],
  ontology: {
    classes: pick(sampleDataset.ontology.classes, 'ex:Company', 'ex:Organization', 'ex:Place', 'ex:Ship'),
    properties: pick(sampleDataset.ontology.properties, 'ex:operates', 'ex:ownedBy', 'ex:seats'),
  },
  articles: [article('harbour', ['c1', 'c2', 'c7']), article('quay', ['c1'])],
};

/** One claim changed, one article more. */
export const AFTER: Dataset = {
  ...BEFORE,
  articles: [article('harbour', ['c1', 'c2', 'c7'], '421'), article('pier', ['c2']), article('quay', ['c1'])],
};

export const GRAPH = `${BEFORE.base}graph/`;
/** Milliseconds that a request may take: more than any does that is answered, on a busy machine too. */
export const PATIENCE = 10_000;

export interface LoadEnd {
  readonly report?: StoreLoadReport;
  /** As people read it. */
  readonly said?: string;
  readonly code?: string;
}

/** @throws anything but a problem that was said */
export async function loadInto(
  store: ScriptedStore,
  style: StyleName,
  dataset: Dataset,
  { timeout = PATIENCE, chunk = 50_000, fetch = directFetch } = {},
): Promise<LoadEnd> {
  const profile = storeProfile(style)!;
  const http = new StoreHttp({
    credentials: store.credentials,
    basic: profile.auth === 'digest' ? 'never' : 'first',
    timeout,
    retries: 2,
    backoff: 1,
    bytes: 4_000_000,
    fetch,
  });
  const limits = { ...profile.chunk, triples: chunk };
  const client = new StoreClient(http, { ...profile, chunk: limits }, profile.endpoints(store.address));
  try {
    return { report: await load(datasetGraphs(dataset), client) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { said: error.problems.map(formatProblem).join('\n'), code: error.problems[0]!.code };
  }
}

/** The lines of a graph without the hashes that vouch for others: those go first and come last. */
export function content(lines: readonly string[] = []): readonly string[] {
  return lines.filter((line) => !line.includes('<https://schema.org/sha256> "'));
}
