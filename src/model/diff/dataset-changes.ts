/** What differs between two datasets: records that came, went or changed, in the words of the model. */
import type { Article, Dataset } from '../dataset.ts';
import type { Entity } from '../entity.ts';
import { compareIds } from '../id-order.ts';
import { entityChanges, type Listings } from './entity-changes.ts';
import { type FieldChange, type FieldKinds, fieldChanges } from './field-changes.ts';
import { paragraphChanges } from './paragraph-changes.ts';
import {
  ARTICLE_FIELDS,
  CLAIM_FIELDS,
  CLASS_FIELDS,
  DATASET_FIELDS,
  DECISION_FIELDS,
  ENTITY_FIELDS,
  PROPERTY_FIELDS,
} from './record-fields.ts';

/** In the order in which they are listed. */
export const RECORD_PARTS = ['dataset', 'ontology', 'identity', 'article', 'entity', 'claim'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

export interface RecordChange {
  readonly part: RecordPart;
  /** The id of a dataset, term, article or entity; `<a> <b>` of a decision; `<article>/<id>` of a claim. */
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of an added or a removed record all that it says. */
  readonly fields: readonly FieldChange[];
}

export interface DiffOptions {
  /** Parts that are compared. Default all. */
  readonly parts: readonly RecordPart[];
  /** Fields of records that are left out, as `<part>.<field>`, e.g. `claim.statement`. Default none. */
  readonly without: ReadonlySet<string>;
  /** Names a claim. Default `<article>/<id>`; claims of one name are numbered. */
  readonly claimKey: (claim: Article['claims'][number]) => string;
}
export const DIFF_DEFAULTS: DiffOptions = {
  parts: RECORD_PARTS,
  without: new Set(),
  claimKey: ({ article, id }) => `${article}/${id}`,
};

/** By part, then by key; empty if and only if the datasets say the same. */
export function datasetChanges(
  old: Dataset,
  now: Dataset,
  options: Partial<DiffOptions> = {},
): RecordChange[] {
  const { parts, without, claimKey } = { ...DIFF_DEFAULTS, ...options };
  const kinds = (part: RecordPart, fields: FieldKinds): FieldKinds =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !without.has(`${part}.${name}`)));
  const all: Record<RecordPart, () => RecordChange[]> = {
    dataset: () => {
      const fields = fieldChanges(old, now, kinds('dataset', DATASET_FIELDS));
      return fields.length === 0 ? [] : [{ part: 'dataset', key: now.id, change: 'changed', fields }];
    },
    ontology: () => [
      ...between('ontology', terms(old.ontology.classes), terms(now.ontology.classes), by(CLASS_FIELDS)),
      ...between(
        'ontology',
        terms(old.ontology.properties),
        terms(now.ontology.properties),
        by(PROPERTY_FIELDS),
      ),
    ],
    identity: () => {
      const keyed = ({ identity }: Dataset) => numbered(identity, ({ a, b }) => `${a} ${b}`);
      return between('identity', keyed(old), keyed(now), by(DECISION_FIELDS));
    },
    article: () => {
      const keyed = ({ articles }: Dataset) => numbered(articles, ({ id }) => id);
      const fields = kinds('article', ARTICLE_FIELDS);
      return between('article', keyed(old), keyed(now), (a, b) => [
        ...fieldChanges(a, b, fields),
        ...(without.has('article.paragraphs')
          ? []
          : paragraphChanges(a?.paragraphs ?? [], b?.paragraphs ?? [])),
      ]);
    },
    entity: () => {
      const fields = kinds('entity', ENTITY_FIELDS);
      const none: Listings = new Map();
      return between('entity', listings(old), listings(now), (a, b) =>
        entityChanges(a ?? none, b ?? none, fields),
      );
    },
    claim: () => {
      const keyed = ({ articles }: Dataset) =>
        numbered(
          articles.flatMap(({ claims }) => claims),
          claimKey,
        );
      return between('claim', keyed(old), keyed(now), by(kinds('claim', CLAIM_FIELDS)));
    },
  };
  return RECORD_PARTS.filter((part) => parts.includes(part)).flatMap((part) => all[part]());
}

const by = (fields: FieldKinds) => (a: object | undefined, b: object | undefined) =>
  fieldChanges(a, b, fields);

function between<T>(
  part: RecordPart,
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  compare: (a: T | undefined, b: T | undefined) => readonly FieldChange[],
): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [key, a] of old) {
    const b = now.get(key);
    const fields = compare(a, b);
    if (b === undefined) changes.push({ part, key, change: 'removed', fields });
    else if (fields.length > 0) changes.push({ part, key, change: 'changed', fields });
  }
  for (const [key, b] of now) {
    if (!old.has(key)) changes.push({ part, key, change: 'added', fields: compare(undefined, b) });
  }
  // Changes are few beside what stays: only they are put in order.
  return changes.sort((a, b) => compareIds(a.key, b.key));
}

function terms<T>(record: Readonly<Record<string, T>>): Map<string, T> {
  return new Map(Object.entries(record));
}

function numbered<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const repeats = new Map<string, number>();
  const found = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) {
      found.set(key, item);
      continue;
    }
    const n = (repeats.get(key) ?? 1) + 1;
    repeats.set(key, n);
    found.set(`${key} (${n})`, item);
  }
  return found;
}

function listings({ articles }: Dataset): Map<string, Map<string, Entity>> {
  const found = new Map<string, Map<string, Entity>>();
  for (const { id, entities } of articles) {
    for (const entity of entities) {
      const known = found.get(entity.id);
      if (known) known.set(id, entity);
      else found.set(entity.id, new Map([[id, entity]]));
    }
  }
  return found;
}
