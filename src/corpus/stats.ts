/** Counts over a dataset, for people who want to see how much there is and where it is thin. */
import {
  attributionChain,
  type Claim,
  compareCodePoints,
  type Dataset,
  isClaimRef,
  isLiteral,
  uniteEntities,
} from '../model/index.ts';
import { type Coverage, coverage } from './coverage.ts';

/** How often each value occurs, in code-point order of the values. */
export type Counts = Readonly<Record<string, number>>;

export interface DatasetStats {
  readonly articles: number;
  readonly paragraphs: number;
  /** Length of all texts together. */
  readonly codePoints: number;
  readonly entities: { readonly total: number; readonly byKind: Counts };
  readonly mentions: { readonly total: number; readonly byForm: Counts };
  readonly claims: {
    readonly total: number;
    readonly byPredicate: Counts;
    readonly byModality: Counts;
    readonly byPolarity: Counts;
    readonly byDerivation: Counts;
    /** By the number of speakers in the chain; `0` is the article's own voice. */
    readonly byAttribution: Counts;
    /** By entity id of the nearest speaker. */
    readonly bySpeaker: Counts;
    readonly withLiteral: number;
    readonly withQualifiers: number;
    readonly withTime: number;
    /** Whose subject or object is a claim. */
    readonly aboutClaims: number;
  };
  /** Of each article, in the dataset's order. */
  readonly coverage: readonly Coverage[];
  /** Of all articles that were counted on the same basis; `undefined` where they were not. */
  readonly coverageShare: number | undefined;
}

/** @param texts source texts by article id, as `sourceTexts` finds them */
export function datasetStats(dataset: Dataset, texts: ReadonlyMap<string, string> = new Map()): DatasetStats {
  const { articles } = dataset;
  const entities = [...uniteEntities(dataset).values()];
  const mentions = entities.flatMap((entity) => entity.mentions);
  const claims = articles.flatMap((article) => article.claims);
  const covered = articles.map((article) => coverage(article, texts.get(article.id)));
  const total = sum(covered.map((part) => part.total));
  const oneBasis = new Set(covered.map(({ basis }) => basis)).size === 1;
  const having = (test: (claim: Claim) => boolean) => claims.filter(test).length;
  return {
    articles: articles.length,
    paragraphs: sum(articles.map(({ paragraphs }) => paragraphs.length)),
    codePoints: sum(articles.map(({ text }) => text.codePoints)),
    entities: { total: entities.length, byKind: tally(entities.map(({ kind }) => kind)) },
    mentions: { total: mentions.length, byForm: tally(mentions.map(({ form }) => form)) },
    claims: {
      total: claims.length,
      byPredicate: tally(claims.map(({ predicate }) => predicate)),
      byModality: tally(claims.map(({ modality }) => modality)),
      byPolarity: tally(claims.map(({ polarity }) => polarity)),
      byDerivation: tally(claims.map(({ derivation }) => derivation)),
      byAttribution: tally(claims.map((claim) => String(attributionChain(claim).length))),
      bySpeaker: tally(claims.flatMap(({ attribution }) => attribution?.speaker ?? [])),
      withLiteral: having(({ object }) => isLiteral(object)),
      withQualifiers: having(({ qualifiers }) => qualifiers.length > 0),
      withTime: having(({ time }) => time !== undefined),
      aboutClaims: having(({ subject, object }) => isClaimRef(subject) || isClaimRef(object)),
    },
    coverage: covered,
    coverageShare: !oneBasis ? undefined : total === 0 ? 1 : sum(covered.map((part) => part.covered)) / total,
  };
}

function tally(values: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareCodePoints(a, b)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
