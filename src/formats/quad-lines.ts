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
    this.#line = new RegExp(`${TRIPLE}${syntax === 'nquads' ? `(?:${IRI} )?` : ''}\\.\\n`, 'y');
    this.#factory = factory;
  }

  /**
   * @returns UTF-16 units that were read: whole lines
   */
  read(text: string, onQuad: (quad: Quad) => void): number {
    const line = this.#line;
    const factory = this.#factory;
    let at = 0;
    for (;;) {
      line.lastIndex = at;
      const match = line.exec(text);
      // Texts in a language have no other way to name it than the tag: the parser says so.
      if (match === null || match[6]?.endsWith('angString')) return at;
      at = line.lastIndex;
      const [, subject, predicate, iri, value, tag, datatype, graph] = match;
      const [s, p] = [factory.namedNode(subject!), factory.namedNode(predicate!)];
      let object: Term;
      if (iri !== undefined) object = factory.namedNode(iri);
      else {
        const type = datatype === undefined ? tag : factory.namedNode(datatype);
        object = factory.literal(value!.includes('\\') ? unescaped(value!) : value!, type);
      }
      const g = graph === undefined ? factory.defaultGraph() : factory.namedNode(graph);
      onQuad(factory.quad(s, p, object, g));
    }
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
