/** Text reduced to what a search compares: letters without case and accents. */

/** Letters that Unicode does not decompose although readers type them without their mark. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};
const MARKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** `Đổi mới` and `doi moi` fold to the same; compatibility forms (full-width, ligatures) to their plain letters. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(MARKED, (letter) => PLAIN[letter] ?? letter);
}
