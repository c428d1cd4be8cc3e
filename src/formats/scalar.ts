/** What an attribute can be in a graph file, and the narrowest type that holds every value of a column. */

/** A bigint where a number of JavaScript would not hold every digit; at most 64 bits. */
export type Scalar = string | number | boolean | bigint;
/** The types that GraphML has; other formats name them in their own way. */
export type ColumnType = 'boolean' | 'int' | 'long' | 'float' | 'double' | 'string';

/** Sorts of values, as bits: a column has those of all its values. */
export const BOOLEAN = 1;
export const INT = 2;
export const LONG = 4;
export const FLOAT = 8;
export const DOUBLE = 16;
export const STRING = 32;

export function sortOf(value: unknown): number {
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'bigint') return LONG;
  if (typeof value !== 'number') return STRING;
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return DOUBLE;
  return value === (value | 0) ? INT : LONG;
}

/** Text beside numbers or truth values, or numbers beside truth values. */
export function isMixed(sorts: number): boolean {
  const text = (sorts & STRING) !== 0;
  const flag = (sorts & BOOLEAN) !== 0;
  const number = (sorts & (INT | LONG | FLOAT | DOUBLE)) !== 0;
  return (text && (flag || number)) || (flag && number);
}

export function typeOf(sorts: number): ColumnType {
  if (sorts === BOOLEAN) return 'boolean';
  if (sorts & (STRING | BOOLEAN)) return 'string';
  if (sorts === FLOAT) return 'float';
  if (sorts & (FLOAT | DOUBLE)) return 'double';
  return sorts & LONG ? 'long' : 'int';
}

/** A scalar as text with the lexical forms of XML Schema: `INF`, `-INF`, `NaN`, `true`, `false`. */
export function scalarText(value: Scalar): string {
  if (typeof value === 'number') {
    if (value === Number.POSITIVE_INFINITY) return 'INF';
    if (value === Number.NEGATIVE_INFINITY) return '-INF';
    return Object.is(value, -0) ? '-0' : String(value);
  }
  return typeof value === 'string' ? value : String(value);
}
