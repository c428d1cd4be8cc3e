/** The orders in which a dataset's parts are kept, so that the order of lines in an input changes nothing. */
import type { Qualifier } from './claim.ts';
import type { Alias } from './entity.ts';
import { compareCodePoints } from './language.ts';

/** By text, then by language. */
export function compareAliases(a: Alias, b: Alias): number {
  return compareCodePoints(a.text, b.text) || compareCodePoints(a.lang ?? '', b.lang ?? '');
}

/** By property, then by value: entities, claims, literals as they are spelt. */
export function compareQualifiers(a: Qualifier, b: Qualifier): number {
  return compareCodePoints(a.property, b.property) || compareCodePoints(valueKey(a.value), valueKey(b.value));
}

/** A text that is the same for the same value and differs for different ones. */
export function valueKey(value: Qualifier['value']): string {
  if ('entity' in value) return `0 ${value.entity}`;
  if ('claim' in value) return `1 ${value.article}/${value.claim}`;
  const parts = [value.value, value.min, value.max, value.datatype, value.lang, value.unit];
  return `2 ${JSON.stringify(parts.map((part) => part ?? ''))}`;
}
