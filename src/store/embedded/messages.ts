/** What goes between the engine and its threads. */
import type { StarQuery } from '../query/prepare-query.ts';

/** RDF to load, as bytes in a syntax that Oxigraph reads. */
export interface QuadBytes {
  /** Names it in problems. */
  readonly file?: string;
  /** In shared memory, so that every thread reads the same bytes. */
  readonly bytes: Uint8Array;
  /** A media type. */
  readonly format: string;
  /** Resolves relative IRIs. */
  readonly base?: string;
  /** Where its triples go that are in no graph. */
  readonly graph?: string;
}

export interface WorkerSetup {
  /** A compiled WebAssembly module. */
  readonly module: object;
  readonly sources: readonly QuadBytes[];
}

/** IRIs of the graphs that make up the default graph, and of those that GRAPH sees. */
export interface GraphNames {
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

export interface Job {
  readonly id: number;
  readonly text: string;
  readonly star: StarQuery | undefined;
  /** True where the answer is triples. */
  readonly graph: boolean;
  /** A media type. */
  readonly format: string;
  readonly base: string | undefined;
  readonly dataset: GraphNames | undefined;
  /** That of the query's FROM and FROM NAMED. */
  readonly own: GraphNames | undefined;
  /** Most rows or triples; above it the reply says that there are more. */
  readonly rows: number;
  /** Most bytes of the reply. */
  readonly bytes: number;
}

export interface GraphCount {
  readonly name: string;
  readonly triples: number;
}

export type Ready =
  | { readonly ready: true; readonly quads: number; readonly graphs: readonly GraphCount[] }
  | { readonly ready: false; readonly said: string; readonly broken: boolean; readonly source: number };

export type Reply =
  | { readonly id: number; readonly bytes: Uint8Array; readonly more: boolean }
  | { readonly id: number; readonly tooLarge: number }
  | { readonly id: number; readonly said: string; readonly broken: boolean };
