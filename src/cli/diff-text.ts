/** What a comparison says to people. */
import {
  type FieldChange,
  RECORD_PARTS,
  type RecordChange,
  type RecordPart,
  showValue,
} from '../model/index.ts';
import type { GraphDifference } from '../store/index.ts';
import { count } from './context.ts';
import { differenceLines } from './load-text.ts';

const NOUNS: Record<RecordPart, string> = {
  dataset: 'dataset',
  ontology: 'ontology term',
  identity: 'identity decision',
  article: 'article',
  entity: 'entity',
  claim: 'claim',
};
const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
/** Code units of a value that are shown. */
const SHOWN = 200;

export type ChangeCounts = Record<RecordPart, Record<RecordChange['change'], number>>;

export function changeCounts(changes: readonly RecordChange[]): ChangeCounts {
  const counts = Object.fromEntries(
    RECORD_PARTS.map((part) => [part, { added: 0, removed: 0, changed: 0 }]),
  ) as ChangeCounts;
  for (const { part, change } of changes) counts[part][change] += 1;
  return counts;
}

/** A line for each record, below it one for each field that changed, at the end the counts. */
export function changeLines(changes: readonly RecordChange[], notCompared: readonly string[]): string[] {
  const lines = changes.flatMap((record) => {
    const { part, key, change, fields } = record;
    const head = `${SIGNS[change]} ${NOUNS[part]} ${showValue(key, SHOWN)}${titleOf(record)}`;
    return change === 'changed' ? [head, ...fields.map(fieldLine)] : [head];
  });
  const counts = changeCounts(changes);
  const sums = RECORD_PARTS.flatMap((part) => {
    const said = (['added', 'removed', 'changed'] as const).flatMap((change) =>
      counts[part][change] > 0 ? [`${counts[part][change]} ${change}`] : [],
    );
    return said.length > 0 ? [`${NOUNS[part]}: ${said.join(', ')}`] : [];
  });
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...(sums.length > 0 ? sums : ['Nothing changed.']),
    ...notCompared.map((what) => `not compared: ${what}`),
  ];
}

export function tripleLines(graphs: readonly GraphDifference[], notCompared: readonly string[]): string[] {
  const named = graphs.map((one) => ({ ...one, graph: one.graph === '' ? 'default graph' : one.graph }));
  return [
    ...(graphs.length === 0 ? ['Nothing changed.'] : differenceLines(named)),
    ...(graphs.length === 0 ? [] : [count(graphs.length, 'graph').replace(/$/, ' with changes')]),
    ...notCompared.map((what) => `not compared: ${what}`),
  ];
}

/** Of a record that came or went, its sentence or its name. */
function titleOf({ change, fields }: RecordChange): string {
  if (change === 'changed') return '';
  const text = fields.find(({ field }) => /^(?:statement|label|title|reason)\b/.test(field));
  const value = text?.new ?? text?.old;
  return typeof value === 'string' ? `: ${showValue(value, SHOWN)}` : '';
}

function fieldLine({ field, old, new: now }: FieldChange): string {
  if (now === undefined) return `    ${field}: - ${shown(old)}`;
  if (old === undefined) return `    ${field}: + ${shown(now)}`;
  return `    ${field}: ${shown(old)} → ${shown(now)}`;
}

/** Spans, references and texts as they are written in data; other values as JSON. */
function shown(value: unknown): string {
  if (typeof value === 'string') return showValue(JSON.stringify(value), SHOWN);
  if (typeof value !== 'object' || value === null) return String(value);
  const { start, end, entity, claim, article } = value as Record<string, unknown>;
  if (typeof start === 'number' && typeof end === 'number') return `${start}–${end}`;
  if (typeof entity === 'string' && Object.keys(value).length === 1) return showValue(entity, SHOWN);
  if (typeof claim === 'string') return showValue(`claim ${article}/${claim}`, SHOWN);
  return showValue(JSON.stringify(value), SHOWN);
}
