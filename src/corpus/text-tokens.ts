/** A text as words and signs, with their positions: what stays the same when a text is wrapped or spaced anew. */
import { CodePointText, type Span } from '../model/index.ts';

const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

export class TokenText {
  readonly words: readonly string[];
  /** Spans of the words in code points. */
  readonly spans: readonly Span[];

  constructor(text: string) {
    const points = new CodePointText(text);
    const found = [...text.matchAll(TOKEN)];
    this.words = found.map(([word]) => word.normalize('NFC'));
    this.spans = found.map(({ 0: word, index }) => {
      return { start: points.pointAt(index), end: points.pointAt(index + word.length) };
    });
  }

  /** Indexes of the first word that ends after `span.start`, and of the one after the last that begins before `span.end`. */
  within({ start, end }: Span): { from: number; to: number } {
    return { from: this.#first((word) => word.end > start), to: this.#first((word) => word.start >= end) };
  }

  /** From the start of word `from` to the end of the word before `to`. */
  span(from: number, to: number): Span {
    return { start: this.spans[from]!.start, end: this.spans[to - 1]!.end };
  }

  #first(holds: (span: Span) => boolean): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.spans[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
