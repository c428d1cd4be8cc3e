/** What the embedded engine can be asked about: a dataset, or a file of RDF in any syntax that Oxigraph reads. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDatasetRdf } from '../formats/index.ts';
import type { Dataset, Prefixes } from '../model/index.ts';
import { rdfPrefixes } from '../rdf/index.ts';
import type { QuadBytes } from './embedded/messages.ts';

export interface QuerySource {
  readonly sources: readonly QuadBytes[];
  /** What queries need not declare. */
  readonly prefixes: Prefixes;
  /** What relative IRIs in queries are relative to. */
  readonly base?: string;
}

/** Media types of files that hold RDF, by ending. */
const SYNTAXES: Readonly<Record<string, string>> = {
  '.ttl': 'text/turtle',
  '.nt': 'application/n-triples',
  '.trig': 'application/trig',
  '.nq': 'application/n-quads',
  '.rdf': 'application/rdf+xml',
  '.owl': 'application/rdf+xml',
  '.jsonld': 'application/ld+json',
};
export const QUERIED_ENDINGS: readonly string[] = Object.keys(SYNTAXES);

/** A dataset as `clew build` would write it as N-Quads: a graph for each article. */
export async function datasetSource(dataset: Dataset): Promise<QuerySource> {
  const chunks: Uint8Array[] = [];
  const encoder = new TextEncoder();
  await writeDatasetRdf(dataset, 'nquads', {
    write: (text) => void chunks.push(encoder.encode(text)),
    end: () => {},
  });
  return {
    sources: [{ bytes: shared(chunks), format: 'application/n-quads', file: dataset.id }],
    prefixes: rdfPrefixes(dataset),
    base: dataset.base,
  };
}

/** True where the ending names a syntax of RDF. */
export function isRdfFile(path: string): boolean {
  return SYNTAXES[extname(path).toLowerCase()] !== undefined;
}

/**
 * A file whose ending {@link isRdfFile} knows. Prefixes that stand at its top, and Clew's own, need not be declared; the
 * base that it declares there is the query's as well, else its own address.
 * @throws Error of the file system
 */
export async function fileSource(path: string): Promise<QuerySource> {
  const bytes = await readFile(path);
  const format = SYNTAXES[extname(path).toLowerCase()]!;
  const address = pathToFileURL(path).href;
  const { prefixes, base = address } = isTurtle(format) ? prologue(bytes) : { prefixes: {} };
  const source = { bytes: shared([bytes]), format, base: address, file: basename(path) };
  return { sources: [source], prefixes: rdfPrefixes({ prefixes }), base };
}

function isTurtle(format: string): boolean {
  return format === 'text/turtle' || format === 'application/trig';
}

/** Most bytes of a file in which declarations are looked for. */
const PROLOGUE = 64 * 1024;

/** Declarations before the first statement; no string can stand there that only looks like one. */
function prologue(bytes: Uint8Array): { readonly prefixes: Prefixes; readonly base?: string } {
  let base: string | undefined;
  const prefixes: Record<string, string> = {};
  const declaration =
    /\s*(?:#[^\n]*\n|@?prefix\s+([^\s:<]*):\s*<([^<>\s]*)>\s*\.?|@?base\s+<([^<>\s]*)>\s*\.?)/iy;
  const text = new TextDecoder().decode(bytes.subarray(0, PROLOGUE)).replace(/^\ufeff/, '');
  for (let match = declaration.exec(text); match !== null; match = declaration.exec(text)) {
    const [, name, namespace, declared] = match;
    // A relative one would stand for something else in a query.
    if (name !== undefined && isAbsolute(namespace!)) prefixes[name] = namespace!;
    if (declared !== undefined && isAbsolute(declared)) base = declared;
  }
  return { prefixes, ...(base !== undefined && { base }) };
}

function isAbsolute(iri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(iri);
}

/** One piece of memory that all threads read. */
function shared(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(new SharedArrayBuffer(chunks.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
