/** Results in their syntaxes cut after so many rows, whole rows only. Plain JavaScript, for the thread runs it too. */

export const JSON_RESULTS = 'application/sparql-results+json';
const XML_RESULTS = 'application/sparql-results+xml';
const TSV = 'text/tab-separated-values';
const CSV = 'text/csv';
const NTRIPLES = 'application/n-triples';

/** A line of CSV: line breaks within quotes do not end it (RFC 4180). */
const CSV_LINE = /(?:"[^"]*"|[^"\n])*\n/y;

/**
 * @param {string} text
 * @param {string} format a media type; of others than those above nothing is cut
 * @param {number} rows rows, or triples
 * @returns {{ text: string, more: boolean }}
 */
export function cutResult(text, format, rows) {
  const whole = { text, more: false };
  // No row takes less than two characters; most results are far below the bound.
  if (text.length / 2 <= rows) return whole;
  if (format === JSON_RESULTS) {
    const result = JSON.parse(text);
    if (result.results === undefined || result.results.bindings.length <= rows) return whole;
    result.results.bindings.length = rows;
    return { text: JSON.stringify(result), more: true };
  }
  if (format === XML_RESULTS) {
    // Markup in values is escaped, so each of these opens a row.
    let end = -1;
    for (let n = 0; n <= rows; n += 1) {
      end = text.indexOf('<result>', end + 1);
      if (end < 0) return whole;
    }
    return { text: `${text.slice(0, end)}</results></sparql>`, more: true };
  }
  if (format === NTRIPLES) return cutAt(text, lines(text, rows));
  if (format === TSV) return cutAt(text, lines(text, rows + 1));
  if (format === CSV) {
    CSV_LINE.lastIndex = 0;
    for (let n = 0; n <= rows; n += 1) if (!CSV_LINE.test(text)) return whole;
    return cutAt(text, CSV_LINE.lastIndex);
  }
  return whole;
}

/** @param {string} text @param {number} end */
function cutAt(text, end) {
  return end < text.length ? { text: text.slice(0, end), more: true } : { text, more: false };
}

/**
 * Index after so many lines, or the end.
 * @param {string} text @param {number} count
 */
function lines(text, count) {
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}
