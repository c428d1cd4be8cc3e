/** How wide a text will be drawn, without a font at hand: a little wider than most fonts, so that boxes never lie. */

const NARROW = /[iljtfrI.,:;'’‘|!()[\] ]/u;
const WIDE = /[mwMW@%—]/u;
const FULL =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NONE = /\p{M}|\p{Cf}/u;
const UPPER = /\p{Lu}|\p{N}/u;

/** Width in units of the font's size. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width;
}

function advance(character: string): number {
  if (NONE.test(character)) return 0;
  if (NARROW.test(character)) return 0.36;
  if (FULL.test(character)) return 1.15;
  if (WIDE.test(character)) return 0.92;
  return UPPER.test(character) ? 0.7 : 0.59;
}

/**
 * Breaks a text at its spaces into lines of at most `width`. What does not fit into `most` lines is cut with an
 * ellipsis, and `cut` is true.
 */
export function wrapText(
  text: string,
  width: number,
  most: number,
): { readonly lines: readonly string[]; readonly cut: boolean } {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => shortened(line, width));
  const cut = lines.length > most || kept.some((line, i) => line !== lines[i]);
  if (lines.length > most) kept[most - 1] = shortened(`${lines[most - 1]} ${lines[most]}`, width, true);
  return { lines: kept, cut };
}

function shortened(line: string, width: number, always = false): string {
  if (!always && textWidth(line) <= width) return line;
  const characters = [...line];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
