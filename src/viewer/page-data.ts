/** The one place in the page where the data stands. */

export const DATA_ELEMENT = 'clew-data';

/** The text of the page's data; empty where the page carries none. */
export function pageData(document: Document): string {
  return document.getElementById(DATA_ELEMENT)?.textContent?.trim() ?? '';
}
