/** Which strings are IRIs: what every RDF syntax can write, and what RFC 3987 allows. */

/** Nothing that ends or breaks an IRIREF (Turtle 1.1 section 6.5, production 18), after a scheme (RFC 3986 section 3.1). */
const WRITABLE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/;

/** An absolute reference that Turtle, N-Triples and their kin can hold between `<` and `>`. */
export function isWritableIri(value: string): boolean {
  return WRITABLE.test(value) && isWellFormed(value);
}

/** True where the string has no surrogate without its other half: only then can UTF-8 hold it. */
export function isWellFormed(value: string): boolean {
  return !/[\ud800-\udfff]/.test(value) || !/\p{Surrogate}/u.test(value);
}

// RFC 3987 section 2.2.
const UCS =
  '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}' +
  Array.from({ length: 14 }, (_, i) => {
    const plane = (i + 1).toString(16);
    return `\\u{${plane}${i === 13 ? '1000' : '0000'}}-\\u{${plane}fffd}`;
  }).join('');
const PRIVATE = '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}';
const PERCENT = '%[0-9A-Fa-f]{2}';
const NAME = `A-Za-z0-9\\-._~${UCS}!$&'()*+,;=`;
const IRI = new RegExp(
  '^[A-Za-z][A-Za-z0-9+.\\-]*:' +
    `(?://(?:(?:[${NAME}:]|${PERCENT})*@)?(?:\\[([^\\]]*)\\]|(?:[${NAME}]|${PERCENT})*)(?::[0-9]*)?(?=[/?#]|$)|(?!//))` +
    `(?:[${NAME}:@/]|${PERCENT})*` +
    `(?:\\?(?:[${NAME}:@/?${PRIVATE}]|${PERCENT})*)?` +
    `(?:#(?:[${NAME}:@/?]|${PERCENT})*)?$`,
  'u',
);

/** An absolute IRI by RFC 3987 section 2.2. */
export function isIri(value: string): boolean {
  const match = IRI.exec(value);
  return match !== null && (match[1] === undefined || isIpLiteral(match[1]));
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4_TAIL = new RegExp(`:(?:${OCTET}\\.){3}${OCTET}$`);

/** What may stand between the brackets of a host (RFC 3986 section 3.2.2). */
function isIpLiteral(host: string): boolean {
  if (/^v[0-9a-f]+\.[A-Za-z0-9\-._~!$&'()*+,;=:]+$/i.test(host)) return true;
  const ipv4 = IPV4_TAIL.exec(host);
  const groups = ipv4 === null ? host : `${host.slice(0, ipv4.index)}:0:0`;
  const halves = groups.split('::');
  const count = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !count.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? count.length <= 7 : count.length === 8;
}

/** The string with every character that an IRI cannot hold percent-encoded as UTF-8; lone surrogates as U+FFFD. */
export function percentEncodeIri(value: string): string {
  return toWellFormed(value).replace(/[\u0000-\u0020<>"{}|^`\\]|%(?![0-9A-Fa-f]{2})/g, (c) =>
    c === '%' ? '%25' : encodeURIComponent(c),
  );
}

/** Lone surrogates replaced by U+FFFD. */
export function toWellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}
