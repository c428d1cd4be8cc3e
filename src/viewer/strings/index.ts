/** The languages of the interface. */
import type { Language } from '../../graph/index.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';
import { vi } from './vi.ts';

export {
  chooseLanguage,
  type DateWords,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
} from '../../graph/index.ts';
export type { Column, Strings } from './strings.ts';

export const STRINGS: Readonly<Record<Language, Strings>> = { en, vi };
