/** The one face of all readers: a text of any syntax as a dataset, whole where Clew wrote it, as a graph where others did. */
import { type ClewGraph, graphToDataset } from '../graph/index.ts';
import {
  type Dataset,
  type EntityPlaces,
  type ForeignDataset,
  type ForeignOptions,
  finish,
  LossCounter,
  type Prefixes,
  type Problem,
  ProblemError,
} from '../model/index.ts';
import {
  CLEW,
  foreignQuadsToDataset,
  type Graph,
  type Quad,
  quadsToDataset,
  STANDARD_PREFIXES,
  type Term,
} from '../rdf/index.ts';
import { foreignGraphToDataset } from './foreign-graph.ts';
import { readGexf } from './gexf-read.ts';
import { readGraphJson } from './graph-json-read.ts';
import { readGraphSteps } from './graph-json-steps.ts';
import { readGraphml } from './graphml-read.ts';
import type { LossReport } from './losses.ts';
import { mendTurtleText, valuePlace } from './mend-text.ts';
import { pieces } from './pieces.ts';
import type { ReadGraph } from './plain-graph.ts';
import { type QuadReading, type QuadReadOptions, streamQuads } from './quad-reader.ts';
import type { TextSyntax } from './text-syntax.ts';

/** What triples without graphs lose of a dataset of several articles. */
export const MERGED_ENTITIES = 'entities of several articles, of which each now says all';
const RDF_TYPE = `${STANDARD_PREFIXES.rdf}type`;

export interface OpenOptions extends ForeignOptions {
  /** Names the text in problems. */
  readonly file: string;
  /** Told how many UTF-16 units of a text that is given at once are read, as they are. */
  readonly onRead?: (units: number) => void;
  /** Mend terms of RDF that no syntax can write, and report each. Default false. */
  readonly repair?: boolean;
  /** A file that is sound and says nothing is read, with a warning. Default false: it is refused. */
  readonly mayBeEmpty?: boolean;
  /** Of RDF that Clew wrote, counts what others have put in beside the dataset, as `unreadStatements` does. Default: it is not counted. */
  readonly unread?: (quads: readonly Quad[], dataset: Dataset) => number;
}
export const OPEN_DEFAULTS: OpenOptions = { id: 'opened', file: 'input' };

export interface OpenedText extends ForeignDataset {
  /** `clew`: the dataset that the file was written from; `foreign`: the best that can be made of what others wrote. */
  readonly origin: 'clew' | 'foreign';
  /** What the reader warns of. */
  readonly problems: readonly Problem[];
  /** Of foreign RDF, what the text says, as it stands. */
  readonly quads?: readonly Quad[];
  /** Of foreign RDF, the prefixes that it declares, and what its relative IRIs were resolved against. */
  readonly prefixes?: Prefixes;
  readonly base?: string;
}

/**
 * Reads a text into a dataset. What it does not hold of the text is counted.
 *
 * @param text at once, or in pieces that can be gone through twice: a large one then never stands in memory whole, but for JSON-LD,
 *   RDF/XML, and what is to be repaired
 * @throws ProblemError where the text breaks its syntax, says nothing and may not, or holds a damaged dataset of Clew or several
 */
export async function openText(
  text: string | Iterable<string>,
  syntax: TextSyntax,
  options: Partial<OpenOptions> = {},
): Promise<OpenedText> {
  const given = { ...OPEN_DEFAULTS, ...options };
  const { file, onRead } = given;
  if (syntax === 'json') return ofGraph(graphOfJson(text, file), { losses: [] });
  if (syntax === 'graphml') return ofFile(readGraphml(inPieces(text, onRead), { file }), given);
  if (syntax === 'gexf') return ofFile(readGexf(inPieces(text, onRead), { file }), given);
  // A file has no address: relative IRIs are resolved against one that never resolves.
  const base = `https://clew.invalid/${given.id}`;
  const { repair = false } = given;
  const read = await readRdf(text, syntax, { file, base, repair, ...(onRead && { onRead }) });
  const opened = ofQuads(read, syntax, given);
  return opened.quads === undefined ? opened : { ...opened, base };
}

function graphOfJson(text: string | Iterable<string>, file: string): ClewGraph {
  return typeof text === 'string' ? readGraphJson(text, { file }) : finish(readGraphSteps(text, { file }));
}

function inPieces(text: string | Iterable<string>, onRead?: (units: number) => void): Iterable<string> {
  return typeof text === 'string' ? pieces(text, onRead) : text;
}

function atOnce(text: string | Iterable<string>): string {
  return typeof text === 'string' ? text : [...text].join('');
}

export type RdfTextSyntax = Exclude<TextSyntax, 'json' | 'graphml' | 'gexf'>;
type Reading = QuadReading & { readonly quads: readonly Quad[] };

/** All quads of a text in any syntax of RDF, at once or in pieces. @throws ProblemError as the reader of the syntax */
export async function readRdf(
  text: string | Iterable<string>,
  syntax: RdfTextSyntax,
  options: Partial<QuadReadOptions>,
): Promise<Reading> {
  if (options.repair && options.base === undefined) return withBase(atOnce(text), syntax, options);
  // Only who reads these syntaxes loads their parsers.
  if (syntax === 'jsonld') return (await import('./jsonld-read.ts')).readJsonLd(atOnce(text), options);
  if (syntax === 'rdfxml') return (await import('./rdfxml-read.ts')).readRdfXml(atOnce(text), options);
  // Turtle and TriG resolve relative IRIs themselves; lines have none.
  const lineBase = syntax === 'ntriples' || syntax === 'nquads' ? options.base : undefined;
  const mended = options.repair
    ? mendTurtleText(atOnce(text), options.file ?? OPEN_DEFAULTS.file, lineBase)
    : undefined;
  const reading = streamQuads(inPieces(mended?.text ?? text, options.onRead), syntax, options);
  const quads: Quad[] = [];
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { ...value, problems: [...(mended?.problems ?? []), ...value.problems], quads };
    quads.push(value);
  }
}

/** Where relative IRIs go whose text has no address and names no base: an address that never resolves (RFC 2606). */
const NOWHERE = 'https://clew.invalid/';

/** Mended: relative IRIs under {@link NOWHERE}, each told. */
async function withBase(
  text: string,
  syntax: RdfTextSyntax,
  options: Partial<QuadReadOptions>,
): Promise<Reading> {
  const read = await readRdf(text, syntax, { ...options, base: NOWHERE });
  if (syntax === 'ntriples' || syntax === 'nquads') return read;
  const file = options.file ?? OPEN_DEFAULTS.file;
  const found = new Set<string>();
  const see = (term: Term | Graph): void => {
    if (term.termType === 'NamedNode' && term.value.startsWith(NOWHERE)) found.add(term.value);
    else if (term.termType === 'Literal') see(term.datatype);
    else if (term.termType === 'Quad')
      for (const one of [term.subject, term.predicate, term.object]) see(one);
  };
  for (const { subject, predicate, object, graph } of read.quads) {
    for (const term of [subject, predicate, object, graph]) see(term);
  }
  const relative = [...found].map((iri): Problem => {
    const value = iri.slice(NOWHERE.length);
    return {
      severity: 'warning',
      code: 'repaired-iri',
      message: 'an IRI is relative, and there is no base',
      value,
      hint: `Written as <${iri}>.`,
      place: { file, ...valuePlace(text, value) },
    };
  });
  return { ...read, problems: [...read.problems, ...relative] };
}

function ofQuads(
  { quads, prefixes, problems }: Reading,
  syntax: RdfTextSyntax,
  options: OpenOptions,
): OpenedText {
  if (!quads.some(isDataset)) {
    const empty = quads.length === 0 ? nothing('statement', options) : [];
    const opened = foreignQuadsToDataset(quads, { prefixes, ...options });
    return { origin: 'foreign', problems: [...problems, ...empty], quads, prefixes, ...opened };
  }
  const dataset = quadsToDataset(quads);
  const losses = new LossCounter();
  const hasGraphs = syntax === 'trig' || syntax === 'nquads' || syntax === 'jsonld';
  if (!hasGraphs) losses.add(MERGED_ENTITIES, shared(dataset));
  losses.add('statements that are no part of the dataset', options.unread?.(quads, dataset) ?? 0);
  return { origin: 'clew', dataset, places: new Map(), problems, ...losses.report() };
}

function isDataset({ predicate, object }: Quad): boolean {
  return object.value === `${CLEW}Dataset` && object.termType === 'NamedNode' && predicate.value === RDF_TYPE;
}

/** Entities that more than one article lists. */
function shared({ articles }: Dataset): number {
  const listed = articles.flatMap(({ entities }) => entities.map(({ id }) => id));
  const seen = new Set<string>();
  return new Set(listed.filter((id) => seen.size === seen.add(id).size)).size;
}

function ofFile(read: ReadGraph, options: OpenOptions): OpenedText {
  if (read.kind === 'clew') return ofGraph(read.graph, read.report);
  const problems = read.graph.nodes.length === 0 ? nothing('node', options) : [];
  const opened = foreignGraphToDataset(read.graph, options);
  return { origin: 'foreign', problems, ...opened, losses: [...read.report.losses, ...opened.losses] };
}

function ofGraph(graph: ClewGraph, { losses }: LossReport): OpenedText {
  return {
    origin: 'clew',
    dataset: graphToDataset(graph),
    places: placesOf(graph),
    problems: [],
    losses,
  };
}

/** Nodes without a place are at 0, 0: where several are there, the file did not place them. */
function placesOf(graph: ClewGraph): EntityPlaces {
  const entities = graph.filterNodes((_, { role }) => role === 'entity');
  const isAtZero = (node: string) =>
    graph.getNodeAttribute(node, 'x') === 0 && graph.getNodeAttribute(node, 'y') === 0;
  const unplaced = entities.filter(isAtZero);
  const placed = unplaced.length < 2 ? entities : entities.filter((node) => !isAtZero(node));
  return new Map(
    placed.map((node) => {
      const { x, y } = graph.getNodeAttributes(node);
      return [node, { x, y }] as const;
    }),
  );
}

/** @returns the warning where nothing may be said; else throws it as an error */
function nothing(what: 'statement' | 'node', { file, mayBeEmpty = false }: OpenOptions): Problem[] {
  const problem: Problem = {
    severity: mayBeEmpty ? 'warning' : 'error',
    code: 'empty-file',
    message: `the file says nothing: it holds no ${what}`,
    hint: 'Look whether it is the file that you mean, and whole.',
    place: { file },
  };
  if (!mayBeEmpty) throw new ProblemError([problem]);
  return [problem];
}
