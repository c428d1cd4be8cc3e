/** N-Quads and N-Triples: one line per quad, escaped as in their canonical form (RDF 1.2 N-Triples section 4). */
import type { Graph, Literal, NamedNode, Quad, Subject, Term } from '../rdf/index.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { type QuadSource, type QuadWriteOptions, type UndoableText, writeQuads } from './quad-text.ts';
import { CHUNK, type Sink } from './sink.ts';
import { escapeBeyondAscii, escapeIri, escapeString, isBeyondAscii, isPlainText } from './turtle-escapes.ts';

export interface LineOptions extends QuadWriteOptions {
  /** Escape everything beyond ASCII: for stores that read N-Triples as US-ASCII. No longer the canonical form. */
  readonly ascii: boolean;
  /** Language tags in lower case, the last thing that the canonical form asks for; otherwise they are kept as given. */
  readonly canonical: boolean;
}
export const LINE_DEFAULTS: LineOptions = { ascii: false, canonical: false };

/** What syntaxes without graphs say of the graphs that they leave out. */
export const LOST_GRAPHS = 'names of graphs: their triples stand in one';

const STRING = 'http://www.w3.org/2001/XMLSchema#string';

export function writeNQuads(
  quads: QuadSource,
  sink: Sink,
  options: Partial<LineOptions> = {},
): Promise<LossReport> {
  return writeQuads(quads, new Lines({ ...LINE_DEFAULTS, ...options }, true), sink, options);
}

/** Names of graphs are left out, and counted as lost. */
export function writeNTriples(
  quads: QuadSource,
  sink: Sink,
  options: Partial<LineOptions> = {},
): Promise<LossReport> {
  const losses = new LossCounter();
  return writeQuads(quads, new Lines({ ...LINE_DEFAULTS, ...options }, false, losses), sink, options, losses);
}

/** The line of one triple, in the canonical form but for the case of its language tag; its graph is left out. */
export function tripleLine(triple: Quad): string {
  return LINE_BY_LINE.triple(triple);
}

/** Lines that are written already, with all beyond ASCII escaped. */
export function asciiLines(lines: string): string {
  // No name of a syntax has such a character, so that it stands in an IRI or a literal, and both can escape it.
  return isBeyondAscii(lines) ? escapeBeyondAscii(lines) : lines;
}

/** Marks terms that hold their text as all writers of lines have it that escape no more than they must. */
const PLAIN = {};

/**
 * The lines of quads. Every term of a line is followed by a space, so terms are kept together with it.
 * @param graphs whether lines name their graph
 */
export class Lines implements UndoableText {
  readonly chunks: string[] = [];
  #text = '';
  readonly #ascii: boolean;
  readonly #canonical: boolean;
  readonly #graphs: boolean;
  readonly #losses: LossCounter | undefined;
  /** The last subject and graph with their text: they mostly come back. */
  #subject: Subject | undefined;
  #start = '';
  #graph: Graph | undefined;
  #finish = '';
  /** Whether the literal that was made last has characters beyond ASCII. */
  #wide = false;

  constructor({ ascii, canonical }: LineOptions, graphs: boolean, losses?: LossCounter) {
    this.#ascii = ascii;
    this.#canonical = canonical;
    this.#graphs = graphs;
    this.#losses = losses;
  }
  begin(): void {}
  end(): void {
    this.chunks.push(this.#text);
  }

  save(): () => void {
    const [text, { length }] = [this.#text, this.chunks];
    return () => {
      this.#text = text;
      this.chunks.length = length;
    };
  }

  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#start = this.#node(subject);
    }
    if (graph !== this.#graph) {
      this.#graph = graph;
      this.#finish =
        graph.termType === 'DefaultGraph' || !this.#graphs ? '.\n' : inOnePiece(`${this.#node(graph)}.\n`);
    }
    if (!this.#graphs && graph.termType !== 'DefaultGraph') this.#losses?.add(LOST_GRAPHS);
    // Piece by piece: V8 joins them faster so than by way of a line.
    this.#text += this.#start;
    this.#text += this.#node(predicate);
    const end = this.#term(object);
    if (this.#wide) this.#apart(end);
    else this.#text += end;
    this.#text += this.#finish;
    if (this.#text.length >= CHUNK) {
      this.chunks.push(this.#text);
      this.#text = '';
    }
  }

  /**
   * A text beyond ASCII goes on its own: V8 keeps a string at two bytes a character as soon as one character of it asks for
   * them, and encodes it at half the speed.
   */
  #apart(text: string): void {
    this.chunks.push(this.#text, text);
    this.#text = '';
    this.#wide = false;
  }

  triple({ subject, predicate, object }: Quad): string {
    return `${this.#node(subject)}${this.#node(predicate)}${this.#term(object)}.\n`;
  }

  #node(term: Subject): string {
    if (term.termType === 'BlankNode') return `_:${term.value} `;
    if (this.#ascii) return `<${escapeIri(term.value, true)}> `;
    if (term.writer !== PLAIN) {
      term.written = inOnePiece(`<${term.value}> `);
      term.writer = PLAIN;
    }
    return term.written;
  }
  #term(term: Term): string {
    if (term.termType === 'Literal')
      return this.#ascii || this.#canonical ? this.#literal(term) : this.#kept(term);
    if (term.termType !== 'Quad') return this.#node(term);
    return `<<( ${this.#node(term.subject)}${this.#node(term.predicate)}${this.#term(term.object)})>> `;
  }
  #kept(term: Literal): string {
    if (term.writer === PLAIN) return term.written;
    const written = this.#literal(term);
    // Kept, it would come back without the mark.
    if (this.#wide) return written;
    term.written = written;
    term.writer = PLAIN;
    return written;
  }
  #literal({ value, language, direction, datatype }: Literal): string {
    const isPlain = isPlainText(value);
    const text = isPlain ? value : escapeString(value, this.#ascii);
    this.#wide = !isPlain && isBeyondAscii(text);
    if (language !== '') {
      const tag = this.#canonical ? language.toLowerCase() : language;
      return `"${text}"@${tag}${direction === '' ? '' : `--${direction}`} `;
    }
    return datatype.value === STRING ? `"${text}" ` : `"${text}"^^${this.#node(datatype)}`;
  }
}

const LINE_BY_LINE = new Lines(LINE_DEFAULTS, false);

/** The same text as one string in memory: V8 keeps a joined one as its parts and walks them again at each use. */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}
