/** What a JSON-LD text says that is left out or mended: told once for each value, where the text first has it. */
import type { Problem } from '../model/index.ts';
import { isWritableTag, mendedTag } from '../rdf/index.ts';
import type { WalkEvents } from './jsonld-statements.ts';
import { valuePlace } from './mend-text.ts';

export class JsonLdWarnings implements Omit<WalkEvents, 'onQuad'> {
  readonly #repair: boolean;
  readonly #unmapped = new Set<string>();
  readonly #undirected = new Set<string>();
  readonly #tags = new Map<string, string>();

  constructor({ repair }: { readonly repair: boolean }) {
    this.#repair = repair;
  }

  onUnmapped = (key: string): void => {
    this.#unmapped.add(key);
  };

  onDirection = (text: string): void => {
    this.#undirected.add(text);
  };

  tag = (tag: string): string | undefined => {
    if (isWritableTag(tag)) return tag;
    if (!this.#repair) return undefined;
    const mended = mendedTag(tag);
    this.#tags.set(tag, mended);
    return mended;
  };

  /** @param text the one that was read */
  mended(text: string, file: string): Problem[] {
    return [...this.#tags].map(([value, tag]) => ({
      severity: 'warning',
      code: 'repaired-language',
      message: 'a language is no BCP 47 tag',
      value,
      hint: `Written as ${tag}.`,
      place: { file, ...valuePlace(text, value) },
    }));
  }

  /** @param text the one that was read */
  leftOut(text: string, file: string): Problem[] {
    const directions = [...this.#undirected].map(
      (value): Problem => ({
        severity: 'warning',
        code: 'direction-without-language',
        message: 'a text has a direction but no language, and RDF keeps one only with the other',
        value,
        hint: 'The text is read without; give it an "@language".',
        place: { file, ...valuePlace(text, value) },
      }),
    );
    const keys = [...this.#unmapped].map(
      (value): Problem => ({
        severity: 'warning',
        code: 'unmapped-key',
        message: 'no context says what this key means: what it says is left out',
        value,
        hint: 'Map it in "@context", or give the context an "@vocab".',
        place: { file, ...valuePlace(text, value) },
      }),
    );
    return [...directions, ...keys];
  }
}
