/** Language tags and texts by language. */

/** Text by BCP 47 tag, e.g. `{ en: 'Beijing', vi: 'Bắc Kinh' }`; under {@link NO_LANGUAGE} a text that has none. */
export type LangMap = Readonly<Record<string, string>>;

/** The tag of texts without a language in a {@link LangMap}: undetermined, by ISO 639-2. RDF writes them as plain strings. */
export const NO_LANGUAGE = 'und';

/** Shape of a well-formed tag by BCP 47 (RFC 5646 section 2.1), grandfathered tags apart. */
const TAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$|^x(?:-[a-z0-9]{1,8})+$/i;

/** True where `tag` is a well-formed BCP 47 language tag. */
export function isLanguageTag(tag: string): boolean {
  return TAG.test(tag);
}

/**
 * The text in the first of `languages` that the map has, then by primary subtag, then in the first tag of the map
 * by code-point order; `undefined` only for an empty map.
 */
export function pickText(
  map: LangMap,
  languages: readonly string[],
): { readonly text: string; readonly lang: string } | undefined {
  for (const lang of languages) {
    const text = map[lang];
    if (text !== undefined) return { text, lang };
  }
  const tags = Object.keys(map).sort(compareCodePoints);
  for (const wanted of languages) {
    const primary = wanted.split('-')[0]?.toLowerCase();
    const near = tags.find((tag) => tag.split('-')[0]?.toLowerCase() === primary);
    if (near !== undefined) return { text: map[near]!, lang: near };
  }
  const first = tags[0];
  return first === undefined ? undefined : { text: map[first]!, lang: first };
}

/** Orders strings by code point: the same on every machine and locale, unlike localeCompare; unlike `<`, astral-safe. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xHigh = x >= 0xd800 && x <= 0xdfff;
      const yHigh = y >= 0xd800 && y <= 0xdfff;
      // A surrogate stands for a code point above every character of the basic plane.
      if (xHigh !== yHigh) return xHigh ? 1 : -1;
      return x - y;
    }
  }
  return a.length - b.length;
}
