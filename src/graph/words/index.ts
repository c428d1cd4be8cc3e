/** Claims in the reader's language: words, dates, numbers, and which of several texts. */
import { en } from './en.ts';
import type { ReadingWords } from './reading-words.ts';
import { vi } from './vi.ts';

export { edtfText } from './edtf-text.ts';
export { literalWords, numberText } from './literal-words.ts';
export { numberFormat, wholeNumbers } from './locale-formats.ts';
export { type QualifierValues, qualifierValues } from './qualifier-values.ts';
export type { DateWords, ReadingWords } from './reading-words.ts';

/** The languages that have them. */
export const LANGUAGES = ['en', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

export const READING_WORDS: Readonly<Record<Language, ReadingWords>> = { en, vi };

/** Each language's name in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', vi: 'Tiếng Việt' };

/** The first of the reader's languages that there are words in, by primary subtag; English where there are none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.split('-')[0]?.toLowerCase();
    const known = LANGUAGES.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return 'en';
}
