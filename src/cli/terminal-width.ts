/** How many columns of a terminal a text takes. */

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), and what is drawn as an emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
/** Marks and controls that stand alone. */
const NONE = /^[\p{M}\p{Cf}\p{Cc}]*$/u;
const PLAIN = /^[ -~]*$/;

/** Columns: 2 for wide characters, 0 for marks and controls, else 1, grapheme by grapheme. */
export function terminalWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (WIDE.test(segment)) width += 2;
    else if (!NONE.test(segment)) width += 1;
  }
  return width;
}
