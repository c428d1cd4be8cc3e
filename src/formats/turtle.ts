/** Turtle and TriG through n3's writer, made safe: readable, in any reader's reach, the same bytes for the same quads. */
/// <reference path="../rdf/n3.d.ts" />
import { Writer } from 'n3';
import { type Prefixes, ProblemError } from '../model/index.ts';
import {
  checkPrefixes,
  DEFAULT_GRAPH,
  type Literal,
  type NamedNode,
  type Quad,
  type Term,
} from '../rdf/index.ts';
import { PrefixedNames, relativeTo } from './iri-text.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { LOST_GRAPHS } from './nquads.ts';
import { type QuadSource, type QuadText, type QuadWriteOptions, writeQuads } from './quad-text.ts';
import type { Sink } from './sink.ts';
import { escapeCharacter, escapeIri } from './turtle-escapes.ts';

export interface TurtleOptions extends QuadWriteOptions {
  /** Declared in code-point order of their names, all of them: pass those that occur ({@link usedPrefixes}). */
  readonly prefixes: Prefixes;
  /** IRIs under it are written relative to it. Absolute, ending in `/` or `#`. */
  readonly base?: string;
  /** Escape everything beyond ASCII. */
  readonly ascii: boolean;
}
export const TURTLE_DEFAULTS: TurtleOptions = { prefixes: {}, ascii: false };

/** Names of graphs are left out, and counted as lost. @throws ProblemError for prefixes that no file may declare */
export function writeTurtle(
  quads: QuadSource,
  sink: Sink,
  options: Partial<TurtleOptions> = {},
): Promise<LossReport> {
  const losses = new LossCounter();
  return writeQuads(
    quads,
    new TurtleText({ ...TURTLE_DEFAULTS, ...options }, false, losses),
    sink,
    options,
    losses,
  );
}

/** Quads of one graph should come together: a graph's block is opened anew wherever the graph changes. */
export function writeTriG(
  quads: QuadSource,
  sink: Sink,
  options: Partial<TurtleOptions> = {},
): Promise<LossReport> {
  const losses = new LossCounter();
  return writeQuads(
    quads,
    new TurtleText({ ...TURTLE_DEFAULTS, ...options }, true, losses),
    sink,
    options,
    losses,
  );
}

class TurtleText implements QuadText {
  text = '';
  readonly #options: TurtleOptions;
  readonly #graphs: boolean;
  readonly #losses: LossCounter;
  readonly #writer: SafeWriter;

  constructor(options: TurtleOptions, graphs: boolean, losses: LossCounter) {
    const problems = checkPrefixes(options.prefixes);
    if (problems.length > 0) throw new ProblemError(problems);
    this.#options = options;
    this.#graphs = graphs;
    this.#losses = losses;
    const output = {
      write: (part: string) => {
        this.text += part;
      },
      end: () => {},
    };
    this.#writer = new SafeWriter(output, options);
  }
  begin(): void {
    const { prefixes, base, ascii } = this.#options;
    if (base !== undefined) this.text += `@base <${escapeIri(base, ascii)}> .\n`;
    for (const name of Object.keys(prefixes).sort()) {
      this.text += `@prefix ${name}: <${escapeIri(prefixes[name]!, ascii)}> .\n`;
    }
    if (this.text !== '') this.text += '\n';
  }
  quad(quad: Quad): void {
    if (!this.#graphs && quad.graph.termType !== 'DefaultGraph') this.#losses.add(LOST_GRAPHS);
    this.#writer.add(quad, this.#graphs);
  }
  end(): void {
    this.#writer.end();
  }
}

const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';
/** How many IRIs are remembered in written form. */
const CACHE = 8192;
/** Where a row of objects breaks. */
const LINE = 100;

/**
 * n3's writer without its traps: an IRI that looks like a prefixed name stays an IRI; integers are never bare (Virtuoso 7
 * and serd misread one before a full stop); astral characters stay readable, controls are escaped; every full stop,
 * semicolon and comma has a space before it; one predicate stands on one line.
 */
class SafeWriter extends Writer {
  readonly #names: PrefixedNames;
  readonly #base: string | undefined;
  readonly #ascii: boolean;
  readonly #written = new Map<string, string>();
  #column = 0;

  constructor(output: { write(chunk: string): void; end(): void }, options: TurtleOptions) {
    super(output, { format: 'application/trig' });
    this.#names = new PrefixedNames(options.prefixes);
    this.#base = options.base;
    this.#ascii = options.ascii;
    this._escape = options.ascii ? /[^ !#-[\]-~]/ : /[^ !#-[\]-~\u0080-\ufffd]/;
    this._escapeAll = options.ascii ? /[^ !#-[\]-~]/gu : /[^ !#-[\]-~\u0080-\ufffd]/g;
    this._characterReplacer = escapeCharacter;
  }

  add({ subject, predicate, object, graph }: Quad, graphs: boolean): void {
    this._writeQuad(subject, predicate, object, graphs ? graph : DEFAULT_GRAPH);
  }

  override _writeQuad(
    subject: Quad['subject'],
    predicate: NamedNode,
    object: Term,
    graph: Quad['graph'],
  ): void {
    if (graph !== this._graph && !graph.equals(this._graph)) {
      this.#close();
      this._graph = graph;
      if (!this._inDefaultGraph) this._write(`${this._encodeIriOrBlank(graph)} {\n`);
    }
    if (this._subject === null || !subject.equals(this._subject)) {
      this._write(`${this._subject === null ? '' : ' .\n\n'}${this._encodeSubject(subject)}\n    `);
    } else if (predicate.equals(this._predicate)) {
      this.#writeObject(object);
      return;
    } else {
      this._write(' ;\n    ');
    }
    this._subject = subject;
    this._predicate = predicate;
    const text = `${this._encodePredicate(predicate)} ${this._encodeObject(object)}`;
    this.#column = text.length;
    this._write(text);
  }

  /** A further object of the same predicate: texts on lines of their own, IRIs side by side as far as they fit. */
  #writeObject(object: Term): void {
    const text = this._encodeObject(object);
    this.#column += text.length + 3;
    const breaks = object.termType === 'Literal' || this.#column > LINE;
    if (breaks) this.#column = text.length;
    this._write(breaks ? ` ,\n        ${text}` : ` , ${text}`);
  }

  override end(): void {
    this.#close();
  }

  override _encodeIriOrBlank(
    term: NamedNode | { readonly termType: string; readonly value: string },
  ): string {
    if (term.termType !== 'NamedNode') return super._encodeIriOrBlank(term);
    const known = this.#written.get(term.value);
    if (known !== undefined) return known;
    if (this.#written.size >= CACHE) this.#written.clear();
    const relative = relativeTo(this.#base, term.value);
    const prefixed = relative === undefined ? this.#names.of(term.value) : undefined;
    const text = prefixed ?? `<${relative ?? escapeIri(term.value, this.#ascii)}>`;
    this.#written.set(term.value, text);
    return text;
  }

  override _encodeLiteral(literal: Literal): string {
    if (literal.datatype.value !== INTEGER) return super._encodeLiteral(literal);
    const { value } = literal;
    const text = this._escape.test(value) ? value.replace(this._escapeAll, escapeCharacter) : value;
    return `"${text}"^^${this._encodeIriOrBlank(literal.datatype)}`;
  }

  #close(): void {
    if (this._subject !== null) this._write(this._inDefaultGraph ? ' .\n' : ' .\n}\n');
    this._subject = null;
  }
}
