/** Spans of source text, counted in Unicode code points. */

/**
 * A half-open range `[start, end)` of code points in an article's source text, as in a W3C TextPositionSelector.
 * Both ends are whole numbers, `0 <= start < end <= codePoints`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Orders spans by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** Unites overlapping and touching spans; the result is sorted and disjoint. */
export function uniteSpans(spans: Iterable<Span>): Span[] {
  const united: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = united.at(-1);
    if (last !== undefined && span.start <= last.end) {
      if (span.end > last.end) united[united.length - 1] = { start: last.start, end: span.end };
    } else {
      united.push({ start: span.start, end: span.end });
    }
  }
  return united;
}

/** True where `inner` lies wholly within `outer`. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
