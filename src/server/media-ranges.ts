/** What of an Accept header counts here: types and qualities. What is served has no variants by other parameters. */
import Negotiator from 'negotiator';

/**
 * The type that is wanted most of those that there are (RFC 9110 section 12.5.1); `undefined` where none of them is. Clients say
 * `text/turtle;charset=utf-8`, or a profile of JSON-LD, and mean the type.
 * @param accept the header; absent, anything will do
 * @param offered best first
 */
export function wantedType(accept: string | undefined, offered: readonly string[]): string | undefined {
  return new Negotiator({ headers: { accept: accept && withoutParameters(accept) } }).mediaType([...offered]);
}

function withoutParameters(accept: string): string {
  // Within quotes commas and semicolons are no separators.
  const ranges = accept.replace(/"(?:[^"\\]|\\.)*"/g, '').split(',');
  return ranges
    .map((range) => {
      const [type = '', ...parameters] = range.split(';');
      const quality = parameters.find((parameter) => /^\s*q\s*=/i.test(parameter));
      return quality === undefined ? type : `${type};${quality}`;
    })
    .join(',');
}
