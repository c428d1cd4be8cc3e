/** Values of graph files by their declared type. */
import type { ColumnType, Scalar } from './scalar.ts';

/** The lexical forms of XML Schema, and those that Python and Java write; whole numbers of 64 bits at most, and all their digits. */
export function parseScalar(text: string, type: ColumnType): Scalar | undefined {
  if (type === 'string') return text;
  const trimmed = text.trim();
  if (type === 'boolean') return { true: true, 1: true, false: false, 0: false }[trimmed.toLowerCase()];
  const special = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(trimmed);
  const broken = type === 'double' || type === 'float';
  if (special && broken) {
    if (special[2] === undefined) return Number.NaN;
    return special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const number = Number(trimmed);
  if (broken || Number.isSafeInteger(number)) return number;
  return /^[+-]?\d+$/.test(trimmed) ? long(BigInt(trimmed.replace('+', ''))) : undefined;
}

function long(value: bigint): bigint | undefined {
  return BigInt.asIntN(64, value) === value ? value : undefined;
}
