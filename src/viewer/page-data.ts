/** The one place in the page where the data stands. */

export const DATA_ELEMENT = 'clew-data';

/** The text of the page's data, piece by piece. */
export interface PageData extends Iterable<string> {
  /** How many pieces; 0 where the page carries no data. */
  readonly count: number;
}

/** Each piece is read when it is come to: the text of a large graph never stands in memory twice. */
export function pageData(document: Document): PageData {
  const first = document.getElementById(DATA_ELEMENT);
  const elements = first === null ? [] : [first, ...document.querySelectorAll(`script.${DATA_ELEMENT}`)];
  // An unfilled page has a name in quotes where the data goes.
  const start = first?.firstChild?.nodeValue?.trimStart()[0] ?? '"';
  const filled = start === '"' ? [] : elements;
  return {
    count: filled.length,
    *[Symbol.iterator]() {
      for (const element of filled) yield element.textContent ?? '';
    },
  };
}
