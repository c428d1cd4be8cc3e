/** Turtle and TriG through n3's writer, made safe: readable, in any reader's reach, the same bytes for the same quads. */
/// <reference path="../rdf/n3.d.ts" />
import { Writer } from 'n3';
import { type Prefixes, ProblemError } from '../model/index.ts';
import {
  checkBase,
  checkPrefixes,
  DEFAULT_GRAPH,
  type Graph,
  type Literal,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../rdf/index.ts';
import { PrefixedNames, relativeTo } from './iri-text.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { LOST_GRAPHS } from './nquads.ts';
import { type QuadSource, type QuadWriteOptions, type UndoableText, writeQuads } from './quad-text.ts';
import { CHUNK, type Sink } from './sink.ts';
import { escapeCharacter, escapeIri } from './turtle-escapes.ts';

export interface TurtleOptions extends QuadWriteOptions {
  /** Declared where an IRI has them, in code-point order of their names; all of them in files above {@link HELD}. */
  readonly prefixes: Prefixes;
  /** IRIs under it are written relative to it. Absolute, ending in `/` or `#`. */
  readonly base?: string;
  /** Escape everything beyond ASCII. */
  readonly ascii: boolean;
}
export const TURTLE_DEFAULTS: TurtleOptions = { prefixes: {}, ascii: false };

/** Code units that are held back, so that the head of the file can say which prefixes it uses. */
export const HELD = 1024 * 1024;

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

export class TurtleText implements UndoableText {
  readonly chunks: string[] = [];
  readonly #options: TurtleOptions;
  readonly #graphs: boolean;
  readonly #losses: LossCounter;
  readonly #writer: SafeWriter;
  /** What waits for the head of the file; `undefined` once that is written. */
  #held: string[] | undefined = [];
  #heldLength = 0;

  constructor(options: TurtleOptions, graphs: boolean, losses: LossCounter) {
    const problems = [...checkPrefixes(options.prefixes), ...checkBase(options.base)];
    if (problems.length > 0) throw new ProblemError(problems);
    this.#options = options;
    this.#graphs = graphs;
    this.#losses = losses;
    this.#writer = new SafeWriter(options);
  }

  begin(): void {}

  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    if (!this.#graphs && graph.termType !== 'DefaultGraph') this.#losses.add(LOST_GRAPHS);
    this.#writer._writeQuad(subject, predicate, object, this.#graphs ? graph : DEFAULT_GRAPH);
    const { length } = this.#writer.text;
    if (this.#held !== undefined && this.#heldLength + length > HELD) {
      this.#release(Object.keys(this.#options.prefixes));
    }
    if (length >= CHUNK) this.#cut();
  }

  end(): void {
    this.#writer.end();
    const { prefixes } = this.#options;
    if (this.#held !== undefined) {
      this.#release(Object.keys(prefixes).filter((name) => this.#writer.names.used.has(prefixes[name]!)));
    }
    this.#cut();
  }

  save(): () => void {
    const undo = this.#writer.save();
    const [held, heldLength] = [this.#held, this.#heldLength];
    const [heldCount, count] = [held?.length ?? 0, this.chunks.length];
    return () => {
      undo();
      this.#held = held;
      this.#heldLength = heldLength;
      if (held !== undefined) held.length = heldCount;
      this.chunks.length = count;
    };
  }

  #cut(): void {
    const { text } = this.#writer;
    this.#heldLength += text.length;
    (this.#held ?? this.chunks).push(text);
    this.#writer.text = '';
  }

  /** Puts the head before what was held back. */
  #release(names: readonly string[]): void {
    const { prefixes, base, ascii } = this.#options;
    let head = base === undefined ? '' : `@base <${escapeIri(base, ascii)}> .\n`;
    for (const name of [...names].sort()) {
      head += `@prefix ${name}: <${escapeIri(prefixes[name]!, ascii)}> .\n`;
    }
    this.chunks.push(`${head}${head === '' ? '' : '\n'}`, ...this.#held!);
    this.#held = undefined;
  }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** With digits on both sides of the point and without a plus. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Numbers that some reader changes where they stand bare: Virtuoso 7 and serd misread an integer before a full stop,
 * rdflib reads `.5` as `0.5`, `+1.0` as `1.0` and `1.E3` as `1000.0`.
 */
function isRiskyNumber({ value, datatype: { value: datatype } }: Literal): boolean {
  if (datatype === `${XSD}integer`) return true;
  return (datatype === `${XSD}decimal` || datatype === `${XSD}double`) && !PLAIN_NUMBER.test(value);
}

/** Where a row of objects breaks. */
const LINE = 100;

/**
 * n3's writer without its traps: an IRI that looks like a prefixed name stays an IRI; no number is bare that a
 * reader would change; astral characters stay readable, controls are escaped; every full stop,
 * semicolon and comma has a space before it; one predicate stands on one line.
 */
class SafeWriter extends Writer {
  text = '';
  readonly names: PrefixedNames;
  readonly #base: string | undefined;
  readonly #ascii: boolean;
  /** Marks terms that hold their text as this writer has it. */
  readonly #mark = {};
  #column = 0;

  constructor({ prefixes, base, ascii }: TurtleOptions) {
    super({ write() {}, end() {} }, { format: 'application/trig' });
    this.names = new PrefixedNames(prefixes);
    this.#base = base;
    this.#ascii = ascii;
    this._escape = ascii ? /[^ !#-[\]-~]/ : /[^ !#-[\]-~\u0080-\ufffd]/;
    this._escapeAll = ascii ? /[^ !#-[\]-~]/gu : /[^ !#-[\]-~\u0080-\ufffd]/g;
    this._characterReplacer = escapeCharacter;
  }

  /** The state between two quads, to come back to. */
  save(): () => void {
    const { text, _subject, _predicate, _graph } = this;
    return () => Object.assign(this, { text, _subject, _predicate, _graph });
  }

  override _write(text: string): void {
    this.text += text;
  }

  override _writeQuad(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    if (graph !== this._graph && !graph.equals(this._graph)) {
      this.#close();
      this._graph = graph;
      if (!this._inDefaultGraph) this._write(`${this._encodeIriOrBlank(graph)} {\n`);
    }
    if (this._subject === null || !subject.equals(this._subject)) {
      if (this._subject !== null) this.text += ' .\n\n';
      this.text += this._encodeIriOrBlank(subject);
      this.text += '\n    ';
    } else if (predicate.equals(this._predicate)) {
      this.#writeObject(object);
      return;
    } else {
      this.text += ' ;\n    ';
    }
    this._subject = subject;
    this._predicate = predicate;
    // Piece by piece: V8 joins them faster so than by way of a line.
    const [verb, text] = [this._encodePredicate(predicate), this._encodeObject(object)];
    this.#column = verb.length + 1 + text.length;
    this.text += verb;
    this.text += ' ';
    this.text += text;
  }

  override end(): void {
    this.#close();
  }

  override _encodeIriOrBlank(
    term: NamedNode | { readonly termType: string; readonly value: string },
  ): string {
    if (term.termType !== 'NamedNode') return super._encodeIriOrBlank(term);
    return this.#written(term as NamedNode);
  }

  #written(term: NamedNode): string {
    if (term.writer === this.#mark) return term.written;
    const { value } = term;
    const relative = relativeTo(this.#base, value);
    term.written =
      relative === undefined
        ? (this.names.of(value) ?? `<${escapeIri(value, this.#ascii)}>`)
        : `<${relative}>`;
    term.writer = this.#mark;
    return term.written;
  }

  override _encodeObject(object: Term): string {
    return object.termType === 'NamedNode' ? this.#written(object) : super._encodeObject(object);
  }

  override _encodeLiteral(literal: Literal): string {
    if (literal.writer === this.#mark) return literal.written;
    literal.written = isRiskyNumber(literal) ? this.#quoted(literal) : super._encodeLiteral(literal);
    literal.writer = this.#mark;
    return literal.written;
  }

  /** Jena 5.6 takes no bare boolean within a triple term. */
  override _encodeQuad(term: Quad): string {
    const { subject, predicate, object } = term;
    const isBoolean = object.termType === 'Literal' && object.datatype.value === `${XSD}boolean`;
    const ends = isBoolean ? this.#quoted(object) : this._encodeObject(object);
    return `<<(${this._encodeIriOrBlank(subject)} ${this._encodePredicate(predicate)} ${ends})>>`;
  }

  #quoted({ value, datatype }: Literal): string {
    const text = this._escape.test(value) ? value.replace(this._escapeAll, escapeCharacter) : value;
    return `"${text}"^^${this.#written(datatype)}`;
  }

  /** A further object of the same predicate: texts on lines of their own, IRIs side by side as far as they fit. */
  #writeObject(object: Term): void {
    const text = this._encodeObject(object);
    this.#column += text.length + 3;
    const breaks = object.termType === 'Literal' || this.#column > LINE;
    if (breaks) this.#column = text.length;
    this._write(breaks ? ` ,\n        ${text}` : ` , ${text}`);
  }

  #close(): void {
    if (this._subject !== null) this._write(this._inDefaultGraph ? ' .\n' : ' .\n}\n');
    this._subject = null;
  }
}
