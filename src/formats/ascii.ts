/** XML and JSON in ASCII: what lies beyond is named by number, and reads back as the same characters. */
import type { Sink } from './sink.ts';

const BEYOND = /[^\u0000-\u007f]/;
/** By code point. */
const XML_BEYOND = /[^\u0000-\u007f]/gu;
/** By code unit, as JSON has it (RFC 8259 section 7). */
const JSON_BEYOND = /[^\u0000-\u007f]/g;

/**
 * Takes the text of an XML file and passes it on with references such as `&#x1EC7;`: names of elements and attributes are
 * ours and ASCII, so all else may be one. Chunks must hold characters whole, as all our writers' do.
 */
export function asciiXml(sink: Sink): Sink {
  return escaping(sink, (text) =>
    text.replace(XML_BEYOND, (character) => `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`),
  );
}

/** Takes the text of a JSON file and passes it on with escapes such as `\u1ec7`. */
export function asciiJson(sink: Sink): Sink {
  return escaping(sink, (text) =>
    text.replace(JSON_BEYOND, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

function escaping(sink: Sink, escaped: (text: string) => string): Sink {
  return {
    write: (chunk) => sink.write(BEYOND.test(chunk) ? escaped(chunk) : chunk),
    end: () => sink.end(),
  };
}
