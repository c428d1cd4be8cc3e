/** A claim as flat, readable fields: the same on its edge, in a table and in a graph file. */
import {
  type Article,
  attributionChain,
  type Claim,
  type Dataset,
  isClaimRef,
  isEntityRef,
  isPlain,
  type Literal,
  pickText,
  spanContains,
  type UnitedEntity,
  uniteEntities,
  type Value,
} from '../model/index.ts';
import type { ClaimFields } from './attributes.ts';

/** What the fields are read from; `languages` in order of preference. */
export interface FieldContext {
  readonly dataset: Dataset;
  readonly entities: ReadonlyMap<string, UnitedEntity>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly languages: readonly string[];
  /** What a claim's evidence says, where outputs may carry words of the source. */
  readonly quote?: (claim: Claim) => string | undefined;
}

/** @param languages in order of preference; the dataset's own where absent  @param entities the dataset's, united */
export function fieldContext(
  dataset: Dataset,
  languages: readonly string[] = dataset.languages,
  entities: ReadonlyMap<string, UnitedEntity> = uniteEntities(dataset),
): FieldContext {
  return {
    dataset,
    entities,
    articles: new Map(dataset.articles.map((article) => [article.id, article])),
    languages,
  };
}

/** The flat fields of a claim. Optional ones are left out, not written as undefined, so that writers see no empty column. */
export function claimFields(claim: Claim, context: FieldContext): ClaimFields {
  const { dataset, languages } = context;
  const quote = context.quote?.(claim);
  const predicate = dataset.ontology.properties[claim.predicate];
  const nearest = attributionChain(claim)[0];
  const qualifiers = claim.qualifiers
    .map(({ property, value }) => `${termLabel(property, context)}: ${valueText(value, context)}`)
    .join('; ');
  return {
    role: 'claim',
    label: termLabel(claim.predicate, context),
    predicate: claim.predicate,
    article: claim.article,
    claim: claim.id,
    statement: pickText(claim.statement, languages)?.text ?? '',
    modality: claim.modality,
    polarity: claim.polarity,
    derivation: claim.derivation,
    ...(claim.confidence === undefined ? {} : { confidence: claim.confidence }),
    ...(nearest === undefined
      ? {}
      : { speaker: entityLabel(nearest.speaker, context), speakerId: nearest.speaker, form: nearest.form }),
    ...(nearest?.channel === undefined ? {} : { channel: entityLabel(nearest.channel, context) }),
    ...(claim.time === undefined ? {} : { time: claim.time }),
    ...(claim.said === undefined ? {} : { said: claim.said }),
    ...(qualifiers === '' ? {} : { qualifiers }),
    evidence: claim.evidence.map(({ start, end }) => `${start}-${end}`).join(' '),
    ...(quote === undefined ? {} : { quote }),
    paragraph: paragraphOf(claim, context.articles.get(claim.article)),
    plain: isPlain(claim, predicate),
    model: claim,
  };
}

/** The number of the paragraph that holds the claim's first evidence span, from 1; 0 where none does. */
export function paragraphOf(claim: Claim, article: Article | undefined): number {
  const first = claim.evidence[0];
  if (first === undefined || article === undefined) return 0;
  return article.paragraphs.findIndex(({ span }) => spanContains(span, first)) + 1;
}

/** Label of a class or property in the context's languages; its id where the ontology does not know it. */
export function termLabel(id: string, { dataset, languages }: FieldContext): string {
  const { classes, properties } = dataset.ontology;
  const term = properties[id] ?? classes[id];
  return (term && pickText(term.label, languages)?.text) ?? id;
}

/** Label of an entity in the context's languages; its id where it has none. */
export function entityLabel(id: string, { entities, languages }: FieldContext): string {
  const entity = entities.get(id);
  return (entity && pickText(entity.label, languages)?.text) ?? id;
}

/** A value as one readable line: a label, a claim's key, a number with its unit. */
export function valueText(value: Value, context: FieldContext): string {
  if (isEntityRef(value)) return entityLabel(value.entity, context);
  if (isClaimRef(value)) return `claim ${value.article}/${value.claim}`;
  return literalText(value);
}

/** `80–120 percent`, `≥ 80`, `42`. */
export function literalText({ value, min, max, unit }: Literal): string {
  const amount = value ?? (min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min}–${max}`);
  return unit === undefined ? amount : `${amount} ${unit}`;
}
