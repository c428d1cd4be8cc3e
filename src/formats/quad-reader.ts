/** Readers of Turtle, TriG, N-Triples and N-Quads: n3's parser in its strict modes, every term through the guard. */
/// <reference path="../rdf/n3.d.ts" />
import { Parser } from 'n3';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import {
  DEFAULT_GRAPH,
  type Graph,
  type NamedNode,
  type Quad,
  quad,
  type Subject,
  type Term,
  TermGuard,
} from '../rdf/index.ts';
import { plainLines, QuadLines } from './quad-lines.ts';

/** Names of the syntaxes that are read here, with their media types. */
export const QUAD_SYNTAXES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
} as const;
export type QuadSyntax = keyof typeof QUAD_SYNTAXES;

export interface QuadReadOptions {
  /** Names the text in problems. */
  readonly file: string;
  /** Resolves relative IRIs; without it they are refused. */
  readonly base?: string;
  /**
   * Goes before the labels of blank nodes. Give each file its own where several become one, for labels mean nothing
   * outside of their file.
   */
  readonly blankNodePrefix: string;
  /** Mend terms that no syntax can write, and report each. */
  readonly repair: boolean;
  /** Takes the line, from 1, on which each statement's object ends. */
  readonly lines?: { set(quad: Quad, line: number): unknown };
  /** Told how many UTF-16 units are read, where a text is given to the parser in pieces. */
  readonly onRead?: (units: number) => void;
}
export const QUAD_READ_DEFAULTS: QuadReadOptions = { file: 'input', blankNodePrefix: '', repair: false };

export interface QuadReading {
  /** As the text declares them; of names declared twice the last. */
  readonly prefixes: Prefixes;
  /** Warnings, and what was mended, with lines. */
  readonly problems: readonly Problem[];
}

/** All quads of a text. @throws ProblemError for a syntax error, and for terms that no syntax can write */
export function readQuads(
  text: string,
  syntax: QuadSyntax,
  options: Partial<QuadReadOptions> = {},
): QuadReading & { readonly quads: readonly Quad[] } {
  const reader = new QuadReader(syntax, options);
  reader.push(text);
  const reading = reader.end();
  return { ...reading, quads: reader.take() };
}

/**
 * How many statements a text of lines has, each of them read: plain lines by their grammar alone, all others by n3.
 * @param text lines that each hold a whole statement, as our writers make them
 * @throws ProblemError as {@link readQuads}, with lines counted from the first that is not plain
 */
export function countLines(text: string, syntax: 'ntriples' | 'nquads', file: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const plain = plainLines(text, syntax, at);
    count += plain.count;
    at = plain.end;
    if (at === text.length) break;
    const end = text.indexOf('\n', at) + 1 || text.length;
    count += readQuads(text.slice(at, end), syntax, { file }).quads.length;
    at = end;
  }
  return count;
}

/**
 * The quads of a text that comes in chunks, as it comes.
 * @returns at its end, prefixes and warnings
 * @throws ProblemError for a syntax error, after the quads before it; for refused terms at the end
 */
export async function* streamQuads(
  chunks: AsyncIterable<string> | Iterable<string>,
  syntax: QuadSyntax,
  options: Partial<QuadReadOptions> = {},
): AsyncGenerator<Quad, QuadReading> {
  const lists = streamQuadLists(chunks, syntax, options);
  for (;;) {
    const step = await lists.next();
    if (step.done) return step.value;
    yield* step.value;
  }
}

/** The same, with all quads of a chunk at once: who takes millions of them does not wait for each. */
export async function* streamQuadLists(
  chunks: AsyncIterable<string> | Iterable<string>,
  syntax: QuadSyntax,
  options: Partial<QuadReadOptions> = {},
): AsyncGenerator<readonly Quad[], QuadReading> {
  const reader = new QuadReader(syntax, options);
  for await (const chunk of chunks) {
    reader.push(chunk);
    yield reader.take();
  }
  const reading = reader.end();
  yield reader.take();
  return reading;
}

type Listener = (chunk?: string) => void;
/** UTF-16 units of a line whose end is not there yet; what is longer is read but once, by n3. */
const LONGEST_PLAIN = 1_000_000;

class QuadReader {
  readonly #options: QuadReadOptions;
  readonly #guard: TermGuard;
  readonly #listeners = new Map<string, Listener>();
  readonly #prefixes = new Map<string, string>();
  readonly #problems: Problem[] = [];
  readonly #parser: Parser<Quad | undefined> | undefined;
  #quads: Quad[] = [];
  #anonymous = 0;
  #failed = false;
  /** Of the last term. */
  #line = 1;
  /** Reads the text as long as its lines are plain; then n3 takes over for good. */
  #plain: QuadLines | undefined;
  /** The line that is read next, while lines are plain, and the beginning of it that is there. */
  #next = 1;
  #rest = '';

  constructor(syntax: QuadSyntax, options: Partial<QuadReadOptions>) {
    this.#options = { ...QUAD_READ_DEFAULTS, ...options };
    const { base, repair } = this.#options;
    this.#guard = new TermGuard({ own: false, repair });
    const factory = this.#factory();
    if (syntax === 'ntriples' || syntax === 'nquads') this.#plain = new QuadLines(syntax, factory);
    this.#parser = new Parser({
      format: QUAD_SYNTAXES[syntax],
      blankNodePrefix: '',
      factory,
      ...(base === undefined ? {} : { baseIRI: base }),
    });
    const source = {
      on: (event: string, listener: (chunk: never) => void) =>
        this.#listeners.set(event, listener as Listener),
    };
    this.#parser.parse(source as never, {
      onQuad: (error, made) => {
        if (error !== null) this.#fail(error);
        else if (made) this.#keep(made);
      },
      onPrefix: (prefix, iri) => {
        this.#prefixes.set(prefix, typeof iri === 'string' ? iri : iri.value);
      },
    });
  }

  push(chunk: string): void {
    if (this.#plain === undefined) {
      this.#listeners.get('data')?.(chunk);
      return;
    }
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    const read = this.#plain.read(text, (made) => {
      this.#keep(made);
      this.#next += 1;
    });
    this.#rest = text.slice(read);
    if (this.#rest.length > LONGEST_PLAIN || this.#rest.includes('\n')) this.#parseOn();
  }

  /** Gives n3 what lies before it from here on. */
  #parseOn(): void {
    this.#plain = undefined;
    this.#parser!._lexer._line = this.#next;
    const rest = this.#rest;
    this.#rest = '';
    if (rest !== '') this.push(rest);
  }

  #keep(made: Quad): void {
    if (this.#guard.refused === 0 && !this.#failed) this.#quads.push(made);
  }

  /** The quads since the last call. */
  take(): Quad[] {
    const quads = this.#quads;
    this.#quads = [];
    return quads;
  }

  end(): QuadReading {
    if (this.#plain !== undefined) this.#parseOn();
    if (!this.#failed) this.#listeners.get('end')?.();
    if (this.#failed || this.#guard.refused > 0) throw new ProblemError(this.#problems);
    return { prefixes: Object.fromEntries(this.#prefixes), problems: this.#problems };
  }

  /** n3 makes its terms through these. */
  #factory() {
    const guard = this.#guard;
    const { lines } = this.#options;
    const noted = <T>(term: T): T => {
      // n3 makes the statement only when it has seen what follows; the terms of its own grammar before there is a line.
      if (lines !== undefined) this.#line = this.#here();
      if (guard.problems.length > this.#problems.length) this.#note();
      return term;
    };
    return {
      namedNode: (value: string) => noted(guard.iri(value, 'an IRI')),
      blankNode: (label?: string) => noted(guard.blankNode(this.#label(label), 'a blank node')),
      literal: (
        value: string,
        type?: string | NamedNode | { language: string; direction: 'ltr' | 'rtl' },
      ) => {
        if (type === undefined) return noted(guard.string(value, 'a literal'));
        if (typeof type === 'string') return noted(guard.text(value, type, 'a literal'));
        if ('language' in type) return noted(guard.text(value, type.language, 'a literal', type.direction));
        return noted(guard.typed(value, type, 'a literal'));
      },
      defaultGraph: () => DEFAULT_GRAPH,
      quad: (subject: Subject, predicate: NamedNode, object: Term, graph: Graph) => {
        const made = quad(subject, predicate, object, graph);
        lines?.set(made, this.#line);
        return made;
      },
    };
  }

  /** Labels of the text keep clear of those that are made for `[]` and lists. */
  #label(label: string | undefined): string {
    const { blankNodePrefix } = this.#options;
    if (label !== undefined)
      return `${blankNodePrefix}${label.startsWith('anon-') ? `anon-u-${label}` : label}`;
    this.#anonymous += 1;
    return `${blankNodePrefix}anon-${this.#anonymous}`;
  }

  #here(): number {
    return this.#plain === undefined ? (this.#parser?._lexer._line ?? 1) : this.#next;
  }

  /** Gives what the guard has just found its line. */
  #note(): void {
    const place = { file: this.#options.file, line: this.#here() };
    for (const { at: _, ...problem } of this.#guard.problems.slice(this.#problems.length)) {
      this.#problems.push({ ...problem, place });
    }
  }

  #fail(error: Error & { readonly context?: { readonly line?: number } }): void {
    if (this.#failed) return;
    this.#failed = true;
    const line = error.context?.line;
    this.#problems.push({
      severity: 'error',
      code: 'bad-syntax',
      message: error.message.replace(/ on line \d+\.$/, ''),
      place: { file: this.#options.file, ...(line === undefined ? {} : { line }) },
    });
  }
}
