/** Text that is fit to be drawn: inert, on one line, cut where it gets too long. */

/** Longer labels are cut before they are even measured: nobody reads them on a canvas. */
const MOST_CHARACTERS = 160;

/** Marks that would stack without end upon one letter; two or three are ordinary writing. */
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu;

/**
 * Takes out what could reach beyond the label: control characters, line breaks, and the characters that open, close
 * or override a direction (Unicode Standard Annex 9, section 2); each label is drawn alone, in its own direction.
 */
export function inertText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS * 8)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(STACKED_MARKS, '$1')
    .trim();
}

/** True where the first letter that has a direction is written from right to left (rules P2 and P3 of the annex). */
export function isRightToLeft(text: string): boolean {
  const first =
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]|\p{L}/u.exec(
      text,
    )?.[0];
  return first !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{1e800}-\u{1efff}]/u.test(first);
}

let graphemes: Intl.Segmenter | undefined;

/** What a person sees as one character, so that no emoji and no accent is cut in two. */
function charactersOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/**
 * The text, or as much of it as fits with an ellipsis after it.
 *
 * @param widest in the units of `measure`
 */
export function fitText(text: string, widest: number, measure: (text: string) => number): string {
  const cut = text.length > MOST_CHARACTERS * 4 ? text.slice(0, MOST_CHARACTERS * 4) : text;
  if (cut === text && measure(text) <= widest) return text;
  const ends: number[] = [];
  for (const { index, segment } of charactersOf(cut)) {
    ends.push(index + segment.length);
    if (ends.length === MOST_CHARACTERS) break;
  }
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(shortened(cut, ends[middle - 1]!)) <= widest) low = middle;
    else high = middle - 1;
  }
  return shortened(cut, low === 0 ? 0 : ends[low - 1]!);
}

function shortened(text: string, end: number): string {
  return `${text.slice(0, end).trimEnd()}…`;
}
