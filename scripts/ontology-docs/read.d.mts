import type { Vocabulary } from './page.mjs';
export function readVocabulary(
  files: readonly { readonly name: string; readonly text: string }[],
  context: string,
): Vocabulary;
