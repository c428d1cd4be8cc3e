/** Shapes against a dataset, article by article, and against an RDF file; each finding at the line that it comes from. */
import type { SourcePlaces } from '../corpus/index.ts';
import {
  compactIri,
  compareCodePoints,
  type Dataset,
  type Place,
  type Prefixes,
  type Problem,
  ProblemError,
} from '../model/index.ts';
import {
  BadShapeError,
  datasetToQuads,
  type Quad,
  rdfPrefixes,
  ShapeCheck,
  type ShapeFinding,
  type ShapeReport,
  subclassQuads,
  type Term,
  termKey,
} from '../rdf/index.ts';
import { NodePlaces } from './node-places.ts';
import type { LoadedShapes } from './shapes-files.ts';

/** How many findings are kept; the rest is counted. */
const LIMIT = 1000;

/** A finding with its place, and with what machines need to look it up. */
export interface ShapeProblem extends Problem {
  /** IRI, or `_:label`, of the node that was looked at. */
  readonly node: string;
  /** IRI of the named shape that the constraint belongs to. */
  readonly shape: string;
  /** In the words of SPARQL property paths. */
  readonly path?: string;
}

export interface ShapesReport {
  /** Findings, and what is wrong with the shapes. */
  readonly problems: readonly Problem[];
  /** Findings beyond those that are kept. */
  readonly more: number;
  /** How many nodes some shape is about; of a dataset, those of each article. */
  readonly nodes: number;
}

/** Whether the shapes of Clew's own records say anything of the quads: they hold one of these. */
export function holdsRecords(quads: readonly Quad[]): boolean {
  return quads.some(({ object }) =>
    /^https:\/\/w3id\.org\/clew\/ns#(?:Article|Claim|Dataset)$/.test(object.value),
  );
}

/**
 * Holds the quads of a dataset against shapes, graph by graph: nothing larger than an article is held.
 *
 * @throws ProblemError for terms that the guard refuses, and for shapes that are not well-formed
 */
export async function checkDatasetShapes(
  dataset: Dataset,
  places: SourcePlaces,
  shapes: LoadedShapes,
  onProgress: (step: string) => void = () => {},
): Promise<ShapesReport> {
  const prefixes = { ...rdfPrefixes(dataset), shapes: SHAPES };
  const nodePlaces = new NodePlaces(dataset, places);
  const head = datasetToQuads({ ...dataset, articles: [], identity: [] });
  const check = await loaded(shapes, subclassQuads(head), prefixes);
  const list = new Findings(shapes, prefixes, dataset.base);
  for (const { name, quads } of graphs(dataset)) {
    onProgress(name);
    const article = dataset.articles.some(({ id }) => id === name) ? name : undefined;
    list.add(await checked(check, quads, shapes), (finding) => nodePlaces.of(finding.focus.value, article));
  }
  return list.report();
}

/**
 * Holds the quads of one file against shapes, whatever graphs they are in; all of them are held.
 *
 * @param lines line, from 1, of each quad
 * @throws ProblemError for shapes that are not well-formed
 */
export async function checkFileShapes(
  quads: readonly Quad[],
  shapes: LoadedShapes,
  options: {
    readonly file: string;
    readonly lines: ReadonlyMap<Quad, number>;
    readonly prefixes: Prefixes;
  },
): Promise<ShapesReport> {
  const prefixes = { ...options.prefixes, shapes: SHAPES };
  const check = await loaded(shapes, subclassQuads(quads), prefixes);
  const list = new Findings(shapes, prefixes, '');
  const report = await checked(check, quads, shapes);
  const focused = new Set(report.findings.map(({ focus }) => termKey(focus)));
  const about = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = termKey(quad.subject);
    if (!focused.has(key)) continue;
    const known = about.get(key);
    if (known) known.push(quad);
    else about.set(key, [quad]);
  }
  list.add(report, ({ focus, predicate, value }) => {
    const said = about.get(termKey(focus)) ?? [];
    const exact = said.find(
      (quad) => quad.predicate.value === predicate && (!value || termKey(quad.object) === termKey(value)),
    );
    const line = options.lines.get(exact ?? said[0]!);
    return { file: options.file, ...(line !== undefined && { line }) };
  });
  return list.report();
}

const SHAPES = 'https://w3id.org/clew/shapes#';

/** A dataset's quads come ordered by graph. */
function* graphs(dataset: Dataset): Generator<{ readonly name: string; readonly quads: Quad[] }> {
  const start = `${dataset.base}graph/`.length;
  let quads: Quad[] = [];
  for (const quad of datasetToQuads(dataset)) {
    const last = quads[0]?.graph.value;
    if (last !== undefined && last !== quad.graph.value) {
      yield { name: last.slice(start), quads };
      quads = [];
    }
    quads.push(quad);
  }
  if (quads.length > 0) yield { name: quads[0]!.graph.value.slice(start), quads };
}

async function loaded({ graph, place }: LoadedShapes, subclasses: Quad[], prefixes: Prefixes) {
  try {
    return await ShapeCheck.load(graph, { subclasses, prefixes });
  } catch (error) {
    throw badShape(error, place);
  }
}

async function checked(check: ShapeCheck, quads: readonly Quad[], { place }: LoadedShapes) {
  try {
    return await check.check(quads);
  } catch (error) {
    throw badShape(error, place);
  }
}

function badShape(error: unknown, placeOf: LoadedShapes['place']): unknown {
  if (!(error instanceof BadShapeError)) return error;
  const place = error.quad && placeOf(error.quad);
  const message = `a shape is not well-formed: ${error.message}`;
  const hint = 'Mend the shape by what SHACL section 2 to 4 asks of it.';
  return new ProblemError([
    { severity: 'error', code: 'bad-shape', message, value: error.shape, hint, ...(place && { place }) },
  ]);
}

/** Gathers findings as problems with places. */
class Findings {
  readonly #problems: Problem[];
  readonly #prefixes: Prefixes;
  readonly #base: string;
  #nodes = 0;
  #more = 0;

  constructor({ problems }: LoadedShapes, prefixes: Prefixes, base: string) {
    this.#problems = [...problems];
    this.#prefixes = prefixes;
    this.#base = base;
  }

  add({ findings, nodes }: ShapeReport, placeOf: (finding: ShapeFinding) => Place | undefined): void {
    this.#nodes += nodes.size;
    for (const finding of findings) {
      if (this.#problems.length >= LIMIT) this.#more += 1;
      else this.#problems.push(this.#problem(finding, placeOf(finding)));
    }
  }

  /** In the order of the files. */
  report(): ShapesReport {
    this.#problems.sort((a, b) => comparePlaces(a.place, b.place));
    return { problems: this.#problems, more: this.#more, nodes: this.#nodes };
  }

  #problem(
    { severity, code, message, hint, focus, shape, path, value }: ShapeFinding,
    place?: Place,
  ): ShapeProblem {
    const node = this.#show(focus);
    const where = [
      `node ${node}`,
      ...(path === undefined ? [] : [`path ${path}`]),
      `shape ${this.#name(shape)}`,
    ];
    return {
      severity,
      code,
      message,
      value: value === undefined ? node : this.#show(value),
      hint: `${hint} (${where.join(', ')})`,
      ...(place && { place }),
      node: focus.termType === 'BlankNode' ? `_:${focus.value}` : focus.value,
      shape,
      ...(path !== undefined && { path }),
    };
  }

  #show(term: Term): string {
    if (term.termType === 'NamedNode') return this.#name(term.value);
    if (term.termType === 'BlankNode') return `_:${term.value}`;
    if (term.termType === 'Quad') return termKey(term);
    if (term.language !== '') return `${term.value}@${term.language}`;
    return term.value;
  }

  #name(iri: string): string {
    if (this.#base !== '' && iri.startsWith(this.#base)) return iri.slice(this.#base.length);
    return compactIri(iri, this.#prefixes) ?? iri;
  }
}

/** What has no place comes first. */
function comparePlaces(a?: Place, b?: Place): number {
  return (
    compareCodePoints(a?.file ?? '', b?.file ?? '') ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    (a?.column ?? 0) - (b?.column ?? 0)
  );
}
