/** Spans as the data writes them, `[start, end]`, to spans within the text. */
import { compareSpans, type Span, spanContains } from '../model/index.ts';
import type { ProblemList } from './problem-list.ts';
import type { SpanRecord } from './schema.ts';
import type { Path, SourcePart } from './source.ts';

/** Where spans may lie. */
export interface TextBounds {
  /** Length of the text in code points; `undefined`: not known, ends are not checked. */
  readonly codePoints: number | undefined;
  /** Paragraphs in text order, and paragraphs with the structural spans; `undefined`: not known or none given. */
  readonly paragraphs: readonly Span[] | undefined;
  readonly regions: readonly Span[] | undefined;
}

/** The span, or `undefined` after reporting that it is empty, reversed, or leaves the text. */
export function readSpan(
  [start, end]: SpanRecord,
  part: SourcePart,
  path: Path,
  bounds: TextBounds,
  problems: ProblemList,
): Span | undefined {
  const refuse = (code: string, message: string, hint: string): undefined => {
    problems.error(code, message, { place: part.place(path), value: `[${start}, ${end}]`, hint });
    return undefined;
  };
  if (start === end)
    return refuse('bad-span', 'the span is empty', 'its end is the position after its last character');
  if (start > end) return refuse('bad-span', 'the span ends before it begins', `write [${end}, ${start}]`);
  if (bounds.codePoints !== undefined && end > bounds.codePoints) {
    const message = `the span ends past the end of the text, which has ${bounds.codePoints} code points`;
    return refuse(
      'span-outside',
      message,
      'count code points, not bytes, and check text.codePoints in article.yaml',
    );
  }
  return { start, end };
}

/** The sound ones of a list of spans, sorted; the same span twice is an error. */
export function readSpans(
  raw: readonly SpanRecord[],
  part: SourcePart,
  path: Path,
  bounds: TextBounds,
  problems: ProblemList,
): Span[] {
  const read = raw.map((record, index) => ({
    index,
    span: readSpan(record, part, [...path, index], bounds, problems),
  }));
  const sound = read.filter((entry): entry is { index: number; span: Span } => entry.span !== undefined);
  sound.sort((a, b) => compareSpans(a.span, b.span) || a.index - b.index);
  for (const [at, { index, span }] of sound.entries()) {
    const before = sound[at - 1];
    if (before === undefined || compareSpans(before.span, span) !== 0) continue;
    problems.error('duplicate-span', 'the same span stands twice in this list', {
      place: part.place([...path, index]),
      value: `[${span.start}, ${span.end}]`,
      hint: 'keep one of them',
    });
  }
  return sound.map(({ span }) => span);
}

/** Reports evidence that lies in no paragraph or crosses its border, and warns of evidence that is a whole paragraph. */
export function checkEvidence(
  raw: readonly SpanRecord[],
  part: SourcePart,
  path: Path,
  { codePoints, paragraphs, regions }: TextBounds,
  problems: ProblemList,
): void {
  if (regions === undefined || paragraphs === undefined || paragraphs.length === 0) return;
  for (const [index, [start, end]] of raw.entries()) {
    const span = { start, end };
    // Reported already, or no words at all.
    if (start >= end || end > (codePoints ?? end)) continue;
    const details = () => ({ place: part.place([...path, index]), value: `[${start}, ${end}]` });
    const whole = paragraphs.findIndex((paragraph) => spanContains(span, paragraph));
    if (whole >= 0) {
      const hint = 'mark the shortest words that carry the claim';
      problems.warn('whole-paragraph', `the evidence is all of paragraph ${whole + 1}`, {
        ...details(),
        hint,
      });
    } else if (!regions.some((region) => spanContains(region, span))) {
      const touches = regions.some((region) => start < region.end && region.start < end);
      const message = touches
        ? 'the evidence crosses the border of a paragraph'
        : 'the evidence lies outside all paragraphs and structural spans';
      const hint = touches
        ? 'split it into one span for each paragraph'
        : 'check the numbers, or list the paragraph';
      problems.error('evidence-outside', message, { ...details(), hint });
    }
  }
}

/** Reports neighbours in text order that overlap. @param noun what the spans are: `paragraphs` */
export function checkDisjoint(
  spans: readonly { readonly span: Span; readonly path: Path }[],
  noun: string,
  part: SourcePart,
  problems: ProblemList,
): void {
  const sorted = [...spans].sort((a, b) => compareSpans(a.span, b.span));
  let furthest: Span | undefined;
  for (const { span, path } of sorted) {
    if (furthest !== undefined && span.start < furthest.end) {
      problems.error('overlapping-spans', `two ${noun} overlap`, {
        place: part.place(path),
        value: `[${span.start}, ${span.end}]`,
        hint: `another one is [${furthest.start}, ${furthest.end}]`,
      });
    }
    if (furthest === undefined || span.end > furthest.end) furthest = span;
  }
}
