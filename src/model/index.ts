/** The words of Clew: articles, entities, claims, spans, IRIs, languages, times. Runs anywhere. */
export * from './claim.ts';
export * from './code-points.ts';
export * from './dataset.ts';
export * from './diff/dataset-changes.ts';
export type { FieldChange } from './diff/field-changes.ts';
export * from './edtf-interval.ts';
export * from './entity.ts';
export * from './foreign.ts';
export * from './id-order.ts';
export * from './iri.ts';
export * from './language.ts';
export * from './losses.ts';
export * from './order.ts';
export * from './plain.ts';
export * from './problem.ts';
export * from './span.ts';
export * from './time.ts';
export * from './unite.ts';
