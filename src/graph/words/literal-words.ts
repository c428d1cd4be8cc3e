/** Literal values in the reader's language: numbers, dates, ranges and units. */
import type { Literal } from '../../model/index.ts';
import { edtfText } from './edtf-text.ts';
import type { ReadingWords } from './reading-words.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NUMERIC =
  /:(?:decimal|integer|double|float|long|int|short|byte|(?:nonNegative|positive|nonPositive|negative)Integer|unsigned(?:Long|Int|Short|Byte))$/;
const TEMPORAL = /:(?:gYear|gYearMonth|date|dateTime|EDTF)$|\/EDTF$/;
/** Digits that a double holds exactly; longer numbers are shown as they are written. */
const EXACT_DIGITS = 15;
const NO_BREAK_SPACE = '\u00a0';

/** `80–120 %`, `at least 3`, `13 August 2024`, `yes`. */
export function literalWords(literal: Literal, words: ReadingWords): string {
  const say = (value: string) => valueText(value, literal.datatype, words);
  const { value, min, max, unit } = literal;
  let amount: string;
  if (value !== undefined) amount = say(value);
  else if (min !== undefined && max !== undefined) amount = words.range(say(min), say(max));
  else if (min !== undefined) amount = words.atLeast(say(min));
  else amount = words.atMost(say(max ?? ''));
  return unit === undefined ? amount : `${amount}${NO_BREAK_SPACE}${words.unit(unit)}`;
}

/** A number that the reader's language writes with its own separators; text that is no number stays as it is. */
export function numberText(lexical: string, locale: string): string {
  if (!NUMBER.test(lexical) || lexical.replace(/\D/g, '').length > EXACT_DIGITS) return lexical;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(lexical));
}

function valueText(value: string, datatype: string | undefined, words: ReadingWords): string {
  if (datatype === undefined) return value;
  if (NUMERIC.test(datatype)) return numberText(value, words.locale);
  if (TEMPORAL.test(datatype)) return edtfText(value, words);
  if (datatype.endsWith(':boolean')) return value === 'true' || value === '1' ? words.yes : words.no;
  return value;
}
