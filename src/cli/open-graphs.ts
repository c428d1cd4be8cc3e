/** From a folder or file named on the command line to the graphs that a load sends. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { readDatasetFile } from '../build/index.ts';
import { decodeUtf8 } from '../corpus/index.ts';
import { type QuadSyntax, readQuads } from '../formats/index.ts';
import { type Problem, ProblemError } from '../model/index.ts';
import { CLEW, isIri, type Quad, quad, quadsToDataset, TermGuard } from '../rdf/index.ts';
import { datasetGraphs, type GraphSource, quadGraphs, skolemised } from '../store/index.ts';
import { type CommandContext, UsageError } from './context.ts';
import { openDataset } from './open-dataset.ts';

const SYNTAXES: Readonly<Record<string, QuadSyntax>> = {
  '.nq': 'nquads',
  '.trig': 'trig',
  '.ttl': 'turtle',
  '.nt': 'ntriples',
};

const CLEW_DATASET = `${CLEW}Dataset`;

export interface GraphFlags {
  readonly graph?: string;
  readonly implied?: boolean;
  readonly infer?: boolean;
  readonly json?: boolean;
}

export interface OpenedGraphs {
  readonly source: GraphSource;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * A folder, and a file that holds a dataset of ours, give its graphs; other RDF is taken as it is, its blank nodes as IRIs.
 * @throws ProblemError
 */
export async function openGraphs(
  path: string,
  flags: GraphFlags,
  context: CommandContext,
): Promise<OpenedGraphs> {
  const { implied = false, infer = false, graph } = flags;
  if (graph !== undefined && !isIri(graph)) throw new UsageError(`not an IRI: --graph ${graph}`);
  if (statSync(path).isDirectory()) {
    const { dataset, problems } = await openDataset(path, context, { quiet: true });
    return { source: datasetGraphs(dataset, { implied, infer }), problems };
  }
  const syntax = SYNTAXES[extname(path).toLowerCase()];
  if (syntax === undefined) {
    const { dataset, problems } = await readDatasetFile(path);
    return { source: datasetGraphs(dataset, { implied, infer }), problems };
  }
  const decoded = decodeUtf8(await readFile(path), path);
  if ('problem' in decoded) {
    const message = 'the file is not UTF-8 from here on';
    throw new ProblemError([{ severity: 'error', code: 'not-utf8', message, ...decoded.problem }]);
  }
  const { quads, problems } = readQuads(decoded.text, syntax, { file: path });
  if (graph === undefined) {
    const dataset = ownDataset(quads);
    if (dataset !== undefined) return { source: datasetGraphs(dataset, { implied, infer }), problems };
  }
  return foreign(quads, problems, path, decoded.text, graph);
}

/** `undefined` where the quads are of other origin. */
function ownDataset(quads: readonly Quad[]) {
  // An index of millions of quads is not made for nothing.
  if (!quads.some(({ object }) => object.value === CLEW_DATASET)) return undefined;
  try {
    return quadsToDataset(quads);
  } catch (error) {
    if (error instanceof ProblemError && error.problems[0]?.code === 'no-dataset') return undefined;
    throw error;
  }
}

function foreign(
  quads: readonly Quad[],
  problems: readonly Problem[],
  file: string,
  text: string,
  graph: string | undefined,
): OpenedGraphs {
  const loose = quads.filter(({ graph: { termType } }) => termType === 'DefaultGraph').length;
  if (loose > 0 && graph === undefined) {
    throw new ProblemError([
      {
        severity: 'error',
        code: 'no-graph',
        message: `${loose} triples name no graph to go into`,
        hint: 'Name one with --graph IRI.',
        place: { file },
      },
    ]);
  }
  const guard = new TermGuard({ own: false, repair: false });
  const placed =
    graph === undefined
      ? quads
      : quads.map((one) =>
          one.graph.termType === 'DefaultGraph'
            ? quad(one.subject, one.predicate, one.object, guard.iri(graph, 'a graph'))
            : one,
        );
  const base = graph ?? placed.find(({ graph: { termType } }) => termType === 'NamedNode')?.graph.value;
  const host = base !== undefined && /^https?:/.test(base) ? base : 'https://clew.invalid/';
  const { quads: named, nodes } = skolemised(placed, host, text);
  const warning: Problem = {
    severity: 'warning',
    code: 'skolemised',
    message: `${nodes} blank nodes become IRIs under /.well-known/genid/, so that loading twice doubles nothing`,
    place: { file },
  };
  return { source: quadGraphs(named), problems: nodes === 0 ? problems : [...problems, warning] };
}
