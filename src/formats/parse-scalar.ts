/** Values of graph files by their declared type. */
import type { ColumnType, Scalar } from './graph-table.ts';

/** The lexical forms of XML Schema, and those that Python and Java write; whole numbers only as far as they are exact. */
export function parseScalar(text: string, type: ColumnType): Scalar | undefined {
  if (type === 'string') return text;
  const trimmed = text.trim();
  if (type === 'boolean') return { true: true, 1: true, false: false, 0: false }[trimmed.toLowerCase()];
  const special = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(trimmed);
  if (special && type === 'double') {
    if (special[2] === undefined) return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return type === 'double' || Number.isSafeInteger(number) ? number : undefined;
}
