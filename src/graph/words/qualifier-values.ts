/** A claim's qualifiers, one entry a property: of the same words in several languages the reader's own. */
import {
  type Curie,
  isLiteral,
  type Literal,
  pickText,
  type Qualifier,
  type Value,
} from '../../model/index.ts';

export interface QualifierValues {
  readonly property: Curie;
  readonly values: readonly Value[];
}

/** @param languages in order of preference */
export function qualifierValues(
  qualifiers: readonly Qualifier[],
  languages: readonly string[],
): QualifierValues[] {
  const byProperty = new Map<Curie, Value[]>();
  for (const { property, value } of qualifiers) {
    const known = byProperty.get(property);
    if (known) known.push(value);
    else byProperty.set(property, [value]);
  }
  return [...byProperty].map(([property, values]) => ({
    property,
    values: inOneLanguage(values, languages),
  }));
}

/** Drops translations: tagged texts of other languages than the best one that the values have. */
function inOneLanguage(values: readonly Value[], languages: readonly string[]): Value[] {
  const tagged = values.filter((value): value is Literal & { lang: string; value: string } =>
    isLiteral(value) ? value.lang !== undefined && value.value !== undefined : false,
  );
  const best = pickText(Object.fromEntries(tagged.map(({ lang, value }) => [lang, value])), languages)?.lang;
  return values.filter((value) => !isLiteral(value) || value.lang === undefined || value.lang === best);
}
