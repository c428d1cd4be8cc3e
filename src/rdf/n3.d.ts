/**
 * What we use of n3, whose published types lag behind it. Import from `n3` itself: bundlers take its ES modules and leave
 * out what is not used (parser and writer together are 22 kB gzipped, without streams or Buffer).
 */
declare module 'n3' {
  export interface NamedNode {
    readonly termType: 'NamedNode';
    readonly value: string;
  }
  export interface BlankNode {
    readonly termType: 'BlankNode';
    readonly value: string;
  }
  export interface Literal {
    readonly termType: 'Literal';
    readonly value: string;
    readonly language: string;
    readonly direction?: '' | 'ltr' | 'rtl';
    readonly datatype: NamedNode;
  }
  export interface DefaultGraph {
    readonly termType: 'DefaultGraph';
    readonly value: '';
  }
  export interface Quad {
    readonly termType: 'Quad';
    readonly value: '';
    readonly subject: NamedNode | BlankNode;
    readonly predicate: NamedNode;
    readonly object: Term;
    readonly graph: NamedNode | BlankNode | DefaultGraph;
  }
  export type Term = NamedNode | BlankNode | Literal | Quad;

  /** Makes the parser's terms; `Q` is what its quads become. */
  export interface ParserFactory<Q> {
    namedNode(value: string): unknown;
    blankNode(label?: string): unknown;
    literal(value: string, languageOrDatatype?: unknown): unknown;
    defaultGraph(): unknown;
    variable?(name: string): unknown;
    quad(subject: never, predicate: never, object: never, graph: never): Q;
  }

  export interface ParserOptions<Q> {
    /** MIME type; without it the parser takes a superset of all. */
    format?: string;
    baseIRI?: string;
    /** Prefix of labels; `''` keeps them as they are. */
    blankNodePrefix?: string;
    factory?: ParserFactory<Q>;
  }

  export interface TextSource {
    on(event: string, listener: (chunk: never) => void): void;
  }

  export class Parser<Q = Quad> {
    constructor(options?: ParserOptions<Q>);
    /** All quads at once; throws an Error with `context.line`. */
    parse(
      text: string,
      quadCallback?: null,
      prefixCallback?: (prefix: string, iri: string | NamedNode) => void,
    ): Q[];
    /** n3's own; the line that is being read, from 1. */
    readonly _lexer: { _line: number };
    parse(
      text: string | TextSource,
      callbacks: {
        onQuad: (error: Error | null, quad: Q | null) => void;
        onPrefix?: (prefix: string, iri: string | NamedNode) => void;
      },
    ): void;
  }

  /** The members that subclasses override or use start with `_`: they are n3's own, hence the pinned version. */
  export class Writer {
    constructor(
      output: { write(chunk: string): void; end(): void },
      options?: {
        format?: string;
        prefixes?: Readonly<Record<string, string>>;
        version?: string;
        end?: boolean;
      },
    );
    addQuad(quad: object): void;
    end(done?: () => void): void;
    _escape: RegExp;
    _escapeAll: RegExp;
    _characterReplacer: (character: string) => string;
    _subject: object | null;
    _predicate: object | null;
    _graph: object;
    readonly _inDefaultGraph: boolean;
    _hasPrefixes?: boolean;
    _prefixRegex?: RegExp | null;
    _write(chunk: string): void;
    _writeQuad(subject: object, predicate: object, object: object, graph: object): void;
    _encodeSubject(term: object): string;
    _encodePredicate(term: object): string;
    _encodeObject(term: object): string;
    _encodeQuad(term: object): string;
    _encodeIriOrBlank(term: object): string;
    _encodeLiteral(term: object): string;
  }
}
