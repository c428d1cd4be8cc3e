/** Walks XML as a stream of elements and text, strictly: what is not well-formed is refused with line and column. */
import { SaxesParser } from 'saxes';
import { ProblemError } from '../model/index.ts';

export interface XmlHandler {
  /** Names come without their prefix: GraphML and GEXF are read with and without their namespaces. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text and CDATA alike, entities resolved. May come in pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** Where the handler stands in the file, for its own complaints. */
export interface XmlPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
}

/**
 * Reads a whole document, given at once or in pieces. A DTD is skipped and its entities are unknown: no file can make
 * the reader fetch or multiply anything.
 *
 * @param file names the file in messages
 * @throws ProblemError where the document is not well-formed
 */
export function readXml(
  pieces: string | Iterable<string>,
  file: string,
  handler: (position: XmlPosition) => XmlHandler,
): void {
  const parser = new SaxesParser({ xmlns: false });
  const { open, text, close } = bound(handler(position(parser)));
  parser.on('opentag', (tag) => {
    for (const name of Object.keys(tag.attributes)) flatten(tag.attributes[name]!);
    open(localName(tag.name), tag.attributes);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', (tag) => close(localName(tag.name)));
  parser.on('error', (error) => {
    const { line, column } = position(parser);
    // The parser puts its own position before the message.
    const message = error.message.replace(/^(?:undefined:)?\d+:\d+: /, '').replace(/\.$/, '');
    throw new ProblemError([
      {
        severity: 'error',
        code: 'xml-syntax',
        message: `not well-formed: ${message}`,
        place: { file, line, column },
      },
    ]);
  });
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) parser.write(piece);
  parser.close();
}

function position(parser: SaxesParser): XmlPosition {
  return {
    get line() {
      return parser.line;
    },
    get column() {
      return parser.column + 1;
    },
  };
}

function bound(handler: XmlHandler): XmlHandler {
  return {
    open: (name, attributes) => handler.open(name, attributes),
    text: (text) => handler.text(text),
    close: (name) => handler.close(name),
  };
}

const NEVER = /\0/;

/**
 * The parser joins a value from what stands between references, and V8 keeps such a text as its joints, of many times its size,
 * until somebody searches it; a graph's values are kept by the hundred thousand.
 */
function flatten(value: string): void {
  NEVER.test(value);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
