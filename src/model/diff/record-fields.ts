/** The fields of every record of a dataset, and how each is compared. */

import type { Attribution, Claim } from '../claim.ts';
import type { Article, Dataset, IdentityDecision, OntologyClass, OntologyProperty } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import type { FieldKind, FieldKinds } from './field-changes.ts';

/** Every field has to be named: a new one of the model does not compile until it is compared. */
type All<T, Not extends keyof T = never> = { readonly [K in Exclude<keyof T, Not>]-?: FieldKind };

export const DATASET_FIELDS = {
  id: 'value',
  base: 'value',
  title: 'texts',
  description: 'texts',
  licence: 'value',
  languages: 'value',
  prefixes: 'map',
  issued: 'value',
  modified: 'value',
} as const satisfies All<Dataset, 'ontology' | 'articles' | 'identity'>;

const TERM = { label: 'texts', definition: 'texts', parents: 'list' } as const;
export const CLASS_FIELDS = TERM satisfies All<OntologyClass, 'id'>;
export const PROPERTY_FIELDS = {
  ...TERM,
  domain: 'list',
  range: 'list',
  values: 'value',
  use: 'value',
  needsQualifiers: 'value',
  comparison: 'value',
} as const satisfies All<OntologyProperty, 'id'>;

export const DECISION_FIELDS = {
  same: 'value',
  decidedBy: 'value',
  date: 'value',
  reason: 'value',
} as const satisfies All<IdentityDecision, 'a' | 'b'>;

/** Paragraphs are compared by themselves, see `paragraphChanges`. */
export const ARTICLE_FIELDS = {
  title: 'texts',
  titleIsOurs: 'value',
  url: 'value',
  language: 'value',
  published: 'value',
  text: { sha256: 'value', codePoints: 'value' },
  credits: 'row',
  structure: 'list',
} as const satisfies All<Article, 'id' | 'paragraphs' | 'entities' | 'claims'>;

export const ENTITY_FIELDS = {
  iri: 'value',
  kind: 'value',
  otherKinds: 'list',
  label: 'texts',
  aliases: 'list',
  description: 'texts',
  sameAs: 'list',
  closeMatch: 'list',
  mentions: 'list',
} as const satisfies All<Entity, 'id'>;

const LINK = {
  speaker: 'value',
  form: 'value',
  channel: 'value',
  verb: 'value',
  spans: 'list',
} as const satisfies All<Attribution, 'via'>;
/** Links of a chain that are told apart; what lies beyond is compared as a whole. */
const LINKS = 8;
const CHAIN: FieldKinds = Array.from({ length: LINKS }).reduce<FieldKinds>((via) => ({ ...LINK, via }), {
  ...LINK,
  via: 'value',
});

export const CLAIM_FIELDS: All<Claim, 'id' | 'article'> & FieldKinds = {
  subject: 'value',
  predicate: 'value',
  object: 'value',
  polarity: 'value',
  modality: 'value',
  derivation: 'value',
  confidence: 'value',
  time: 'value',
  said: 'value',
  attribution: CHAIN,
  qualifiers: 'list',
  statement: 'texts',
  evidence: 'list',
};
