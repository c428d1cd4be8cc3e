/** Texts that no file in UTF-8 can hold: found before a writer's encoder changes them in silence. */
import { type Problem, ProblemError } from '../model/index.ts';
import type { LossCounter } from './losses.ts';

/** NUL ends the text for many readers of CSV; a lone surrogate is no character (Unicode 3.9, D76). */
const UNFIT = /[\u0000\ud800-\udfff]/gu;
const SUSPECT = /[\u0000\ud800-\udfff]/;

/** Guards plain text formats as XmlGuard guards XML: refuses with every place at the end, or mends and counts. */
export class TextGuard {
  readonly #repair: boolean;
  readonly #losses: LossCounter;
  readonly #problems: Problem[] = [];

  constructor({ repair }: { readonly repair: boolean }, losses: LossCounter) {
    this.#repair = repair;
    this.#losses = losses;
  }

  get refused(): number {
    return this.#problems.length;
  }

  /** The value, mended where it had to be. */
  text(value: string, element: string, key: string, attribute: string): string {
    if (!SUSPECT.test(value)) return value;
    const found = value.match(UNFIT);
    if (found === null) return value;
    if (this.#repair) this.#losses.add('NUL and lone surrogates, replaced by U+FFFD', found.length);
    else this.refuse(value, element, key, attribute, found.includes('\u0000') ? 'NUL' : 'a lone surrogate');
    return value.replace(UNFIT, '\ufffd');
  }

  /** Remembers a value that the format has no way to write, and returns a stand-in. @param what it holds */
  refuse(value: string, element: string, key: string, attribute: string, what: string): string {
    this.#problems.push({
      severity: 'error',
      code: 'text-character',
      message: `${attribute} of ${element} “${key}” holds ${what}, which this format cannot hold`,
      value,
      hint: 'remove it from the data; NUL and lone surrogates can be replaced by U+FFFD with --repair',
    });
    return '\ufffd';
  }

  /** @throws ProblemError with every value that was refused */
  finish(): void {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
  }
}
