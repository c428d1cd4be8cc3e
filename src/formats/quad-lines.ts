/** The plain lines of N-Quads and N-Triples, as nearly all writers have them: read faster than by a parser of all that may stand there. */
import type { Graph, NamedNode, Quad, Subject, Term } from '../rdf/index.ts';

/** What makes the terms: the same that n3 makes them by. */
export interface LineFactory {
  namedNode(value: string): NamedNode;
  literal(value: string, type?: string | NamedNode): Term;
  defaultGraph(): Graph;
  quad(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): Quad;
}

const IRI = '<([A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>"{}|^`\\\\]*)>';
/** Without escapes of four or eight digits, which are rare and have rules of their own. No backtracking: each character fits one way. */
const TEXT = '"((?:[^"\\\\\\n\\r]|\\\\[tbnrf"\'\\\\])*)"';
const TAG = '@([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)';
const TRIPLE = `${IRI} ${IRI} (?:${IRI}|${TEXT}(?:${TAG}|\\^\\^${IRI})?) `;
const lineOf = (syntax: 'ntriples' | 'nquads') =>
  `${TRIPLE}${syntax === 'nquads' ? `(?:${IRI} )?` : ''}\\.\\n`;
/** The same where nothing is to be taken out of it; texts in a language have no other way to name it than the tag. */
const SHAPES = {
  ntriples: shapeOf('ntriples'),
  nquads: shapeOf('nquads'),
} as const;

function shapeOf(syntax: 'ntriples' | 'nquads'): RegExp {
  const shape = lineOf(syntax).replace(/\((?!\?)/g, '(?:');
  return new RegExp(shape.replace('\\^\\^', '\\^\\^(?![^>]*angString>)'), 'y');
}

const ESCAPES: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
};

/**
 * Reads plain lines from the beginning of a text, and stops before the first line that is not one: IRIs and literals
 * alone, one space between them, no comment, no blank node, no `\u`.
 */
export class QuadLines {
  readonly #line: RegExp;
  readonly #factory: LineFactory;

  constructor(syntax: 'ntriples' | 'nquads', factory: LineFactory) {
    this.#line = new RegExp(lineOf(syntax), 'y');
    this.#factory = factory;
  }

  /**
   * @returns UTF-16 units that were read: whole lines
   */
  read(text: string, onQuad: (quad: Quad) => void): number {
    const line = this.#line;
    const factory = this.#factory;
    let at = 0;
    // The last subject and graph: they mostly come back.
    let s: NamedNode | undefined;
    let g: NamedNode | undefined;
    for (;;) {
      line.lastIndex = at;
      const match = line.exec(text);
      // Texts in a language have no other way to name it than the tag: the parser says so.
      if (match === null || match[6]?.endsWith('angString')) return at;
      at = line.lastIndex;
      const [, subject, predicate, iri, value, tag, datatype, graph] = match;
      if (s?.value !== subject) s = factory.namedNode(subject!);
      const p = factory.namedNode(predicate!);
      let object: Term;
      if (iri !== undefined) object = factory.namedNode(iri);
      else {
        const type = datatype === undefined ? tag : factory.namedNode(datatype);
        object = factory.literal(value!.includes('\\') ? unescaped(value!) : value!, type);
      }
      if (graph !== undefined && g?.value !== graph) g = factory.namedNode(graph);
      onQuad(factory.quad(s!, p, object, graph === undefined ? factory.defaultGraph() : g!));
    }
  }
}

/** Where the plain lines that begin at a place of a text end, and how many they are. */
export function plainLines(
  text: string,
  syntax: 'ntriples' | 'nquads',
  from: number,
): { readonly end: number; readonly count: number } {
  const shape = SHAPES[syntax];
  let count = 0;
  let end = from;
  for (shape.lastIndex = from; shape.test(text); end = shape.lastIndex) count += 1;
  return { end, count };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
