/** Text in HTML: the one place where it is escaped, and a type for what is safe already. */

/** HTML that may be sent as it is: made by {@link html} alone, from literals of our own and escaped text. */
export class Html {
  readonly text: string;

  /** Only {@link html} and {@link rawHtml} make one. @internal */
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a template takes: strings and numbers are escaped, lists are joined, what is nothing is left out. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

/**
 * A piece of HTML: `` html`<p lang="${tag}">${text}</p>` ``. A value is safe as the text of an element and within a
 * quoted attribute (HTML section 13.1.2.3); nowhere else may one stand, least of all in a script or a tag's name. An
 * attribute that is followed as an address needs {@link webAddress} besides.
 */
export function html(pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = pieces[0]!;
  for (const [at, value] of values.entries()) text += textOf(value) + pieces[at + 1]!;
  return new Html(text);
}

/** HTML that was made elsewhere, of which the caller knows that nothing of the data stands in it unescaped. */
export function rawHtml(text: string): Html {
  return new Html(text);
}

/** Text as it may stand in an element or a quoted attribute. Characters that HTML cannot hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The IRI where following it can only open a web page; `undefined` for `javascript:` and everything else. */
export function webAddress(iri: string): string | undefined {
  return /^https?:\/\/[^\s"<>\\^`{|}]+$/i.test(iri) ? iri : undefined;
}

function textOf(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return `${value}`;
  return Array.isArray(value) ? value.map(textOf).join('') : '';
}
