/** The viewer in one HTML file: the built template with a dataset's `.json` put into its one place for data. */

import { embeddableJson, linePieces } from './graph-json.ts';
import { escapeHtml } from './html-text.ts';

/** What the template leaves open; each stands in it exactly once. */
const OPEN = { lang: '{{clew:lang}}', title: '{{clew:title}}', data: '"{{clew:data}}"' } as const;

/** Between two pieces of the data: the texts of all elements, one after the other, are the JSON. */
const MORE = '</script>\n<script type="text/plain" class="clew-data">';

export interface TemplateFields {
  /** Plain text of the page's title. */
  readonly title: string;
  /** BCP 47 tag of the title's language. */
  readonly lang: string;
}

/**
 * The page of a graph: `dist/viewer/viewer.html` with the text of the `.json` output, a title and a language.
 * The JSON stands in a `<script type="application/json">`, with `<` as `\u003c`, so that nothing in it can end
 * the element (HTML section 4.12.1.3); one that is longer than 2 MiB goes on in further elements. The page's scripts stay as they were hashed for its Content-Security-Policy.
 *
 * @param template text of the built page
 * @param json text of the `.json` output; it is not read, only escaped
 * @throws RangeError where the template lacks one of its open places
 */
export function fillTemplate(template: string, json: string, { title, lang }: TemplateFields): string {
  const fills: readonly (readonly [string, string])[] = [
    [OPEN.lang, escapeHtml(lang)],
    [OPEN.title, escapeHtml(title)],
    [OPEN.data, linePieces(embeddableJson(json)).join(MORE)],
  ];
  const pieces: string[] = [];
  let rest = template;
  for (const [place, fill] of fills) {
    const at = rest.indexOf(place);
    if (at < 0) throw new RangeError(`the template has no ${place}`);
    pieces.push(rest.slice(0, at), fill);
    rest = rest.slice(at + place.length);
  }
  return pieces.join('') + rest;
}
