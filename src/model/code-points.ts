/** The one bridge between code points (our spans) and UTF-16 code units (JavaScript strings). */
import type { Span } from './span.ts';

/** How many code points lie between two remembered offsets: bounds each look-up's walk. */
const STRIDE = 64;

/** A text that is addressed by code points. Building it is O(n); every slice afterwards is O(length of slice). */
export class CodePointText {
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
  /** UTF-16 offset of every STRIDE-th code point; absent where the text has no astral character. */
  readonly #marks: number[] | undefined;

  constructor(text: string) {
    this.text = text;
    if (!/[\uD800-\uDBFF]/.test(text)) {
      this.length = text.length;
      return;
    }
    const marks: number[] = [];
    let count = 0;
    for (let unit = 0; unit < text.length; count += 1) {
      if (count % STRIDE === 0) marks.push(unit);
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    }
    this.#marks = marks;
    this.length = count;
  }

  /** The UTF-16 offset of a code-point offset in `0..length`. @throws RangeError outside of it. */
  unitAt(point: number): number {
    if (!Number.isInteger(point) || point < 0 || point > this.length) {
      throw new RangeError(`code-point offset ${point} is outside 0..${this.length}`);
    }
    if (this.#marks === undefined) return point;
    if (point === this.length) return this.text.length;
    let unit = this.#marks[Math.floor(point / STRIDE)] ?? 0;
    for (let rest = point % STRIDE; rest > 0; rest -= 1)
      unit += (this.text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    return unit;
  }

  /** The code-point offset of a UTF-16 offset; an offset inside a surrogate pair counts as the pair's start. */
  pointAt(unit: number): number {
    if (this.#marks === undefined) return unit;
    let low = 0;
    let high = this.#marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#marks[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    let point = low * STRIDE;
    for (let at = this.#marks[low] ?? 0; at < unit; point += 1) {
      const width = (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      if (at + width > unit) break;
      at += width;
    }
    return point;
  }

  /** The text of a span. @throws RangeError where the span leaves the text. */
  slice(span: Span): string {
    return this.text.slice(this.unitAt(span.start), this.unitAt(span.end));
  }
}
