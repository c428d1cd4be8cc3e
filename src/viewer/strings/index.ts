/** The languages of the interface. */
import { en } from './en.ts';
import type { Strings } from './strings.ts';
import { vi } from './vi.ts';

export type { Column, DateWords, Strings } from './strings.ts';

export const LANGUAGES = ['en', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

export const STRINGS: Readonly<Record<Language, Strings>> = { en, vi };

/** Each language's name in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', vi: 'Tiếng Việt' };

/** The first of the reader's languages that the interface has, by primary subtag; English where it has none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.split('-')[0]?.toLowerCase();
    const known = LANGUAGES.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return 'en';
}
