/** What differs between two sides in the words of the model, and what can't be compared because a side does not hold it. */
import { MERGED_ENTITIES, openText, StringSink, writeGexf, writeGraphml } from '../formats/index.ts';
import { datasetToGraph } from '../graph/index.ts';
import {
  type Claim,
  type Dataset,
  type DiffOptions,
  datasetChanges,
  isPlain,
  type Loss,
  RECORD_PARTS,
  type RecordChange,
} from '../model/index.ts';
import { datasetToTriples, foreignQuadsToDataset, quadsToDataset } from '../rdf/index.ts';
import { alignBlankNodes } from './blank-nodes.ts';
import type { DiffSide } from './diff-side.ts';
import { inOwnWords } from './own-words.ts';

export interface ComparedDatasets {
  readonly changes: readonly RecordChange[];
  /** What was left out, one plain phrase each. */
  readonly notCompared: readonly string[];
}

/** What files of others never say. */
const NEVER_FOREIGN = [
  ...['modality', 'polarity', 'derivation', 'confidence', 'time', 'said', 'attribution', 'statement'],
  ...['evidence', 'qualifiers'],
].map((field) => `claim.${field}`);
const FOREIGN_PARTS = ['entity', 'claim'] as const;

/** Records are told by their ids; where a side is foreign, things are told by IRIs and claims by what they say. */
export async function compareDatasets(a: DiffSide, b: DiffSide): Promise<ComparedDatasets> {
  if (a.origin === 'clew' && b.origin === 'clew') return ofClew(a, b);
  const notCompared = [
    'titles, addresses and numbers of files that are not Clew’s: things are told by their IRIs, claims by what they say',
  ];
  for (const { origin, losses, path } of [a, b]) {
    if (origin === 'clew' || losses.length === 0) continue;
    notCompared.push(leftOut(path, losses));
  }
  let [old, now] = [a.dataset, b.dataset];
  if (a.quads !== undefined && b.quads !== undefined) {
    const aligned = await alignBlankNodes(a.quads, b.quads);
    // Without blank nodes all is called as it is, and read already.
    if (aligned !== b.quads) now = foreignQuadsToDataset(aligned, { id: 'opened' }).dataset;
  }
  const options: Partial<DiffOptions> = { parts: FOREIGN_PARTS, claimKey: claimText };
  if (a.origin === b.origin) {
    return { changes: datasetChanges(inOwnWords(old), inOwnWords(now), options), notCompared };
  }
  const [foreign, own] = a.origin === 'foreign' ? [a, b] : [b, a];
  if (foreign.syntax === 'graphml' || foreign.syntax === 'gexf') {
    const lean = await asGraphFile(own.dataset, foreign.syntax);
    notCompared.push(`what a graph file without model objects does not hold, as ${foreign.path} is one`);
    if (own === a) old = lean;
    else now = lean;
    return { changes: datasetChanges(inOwnWords(old), inOwnWords(now), options), notCompared };
  }
  notCompared.push(
    `who says it, how firmly, when, qualifiers, evidence, sentences and mentions: ${foreign.path} has no place for them`,
  );
  const plain = plainOnly(own.dataset);
  const dropped = claimCount(own.dataset) - claimCount(plain);
  if (dropped > 0) {
    notCompared.push(
      `${dropped} claims of ${own.path} that are no plain triples: as such they would be false`,
    );
  }
  if (own === a) old = plain;
  else now = plain;
  const without = new Set([...NEVER_FOREIGN, 'entity.mentions']);
  return { changes: datasetChanges(inOwnWords(old), inOwnWords(now), { ...options, without }), notCompared };
}

function leftOut(path: string, losses: readonly Loss[]): string {
  const list = losses.map(({ what, count }) => `${what} (${count})`).join('; ');
  return `what reading ${path} leaves out or makes over: ${list}`;
}

/** Triples without graphs say of an entity what all articles say: then both sides are taken so. */
function ofClew(a: DiffSide, b: DiffSide): ComparedDatasets {
  const merged = [a, b].find(({ losses }) => losses.some(({ what }) => what === MERGED_ENTITIES));
  const without = [a, b].find(({ identity }) => !identity);
  const parts = RECORD_PARTS.filter((part) => part !== 'identity' || without === undefined);
  const notCompared =
    without === undefined ? [] : [`decisions on identity: ${without.path} has no place for them`];
  for (const { losses, path } of [a, b]) {
    const list = losses.filter(({ what }) => what !== MERGED_ENTITIES);
    if (list.length > 0) notCompared.push(leftOut(path, list));
  }
  if (merged === undefined) return { changes: datasetChanges(a.dataset, b.dataset, { parts }), notCompared };
  const union = ({ dataset }: DiffSide) => quadsToDataset([...datasetToTriples(dataset)]);
  return {
    changes: datasetChanges(union(a), union(b), { parts }),
    notCompared: [...notCompared, `which article says what of an entity: ${merged.path} names no graphs`],
  };
}

/** What others make of the dataset's graph file. */
async function asGraphFile(dataset: Dataset, syntax: 'graphml' | 'gexf'): Promise<Dataset> {
  const sink = new StringSink();
  const write = syntax === 'graphml' ? writeGraphml : writeGexf;
  await write(datasetToGraph(dataset), sink, { lean: true });
  return (await openText(`${sink}`, syntax, { id: 'opened', mayBeEmpty: true })).dataset;
}

function plainOnly(dataset: Dataset): Dataset {
  const { properties } = dataset.ontology;
  const articles = dataset.articles.map((article) => ({
    ...article,
    claims: article.claims.filter((claim) => isPlain(claim, properties[claim.predicate])),
  }));
  return { ...dataset, articles };
}

function claimCount({ articles }: Dataset): number {
  return articles.reduce((sum, { claims }) => sum + claims.length, 0);
}

/** Statement of the claim: its ends are named by IRIs already. */
function claimText({ subject, predicate, object }: Claim): string {
  const end = (value: Claim['object']) => {
    if ('entity' in value) return value.entity;
    if ('claim' in value) return `${value.article}/${value.claim}`;
    const { value: text = '', lang, datatype } = value;
    return `${JSON.stringify(text)}${lang ? `@${lang.toLowerCase()}` : datatype ? `^^${datatype}` : ''}`;
  };
  return `${end(subject)} ${predicate} ${end(object)}`;
}
