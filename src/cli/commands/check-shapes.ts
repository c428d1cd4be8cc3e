/** `clew check --shacl`: the graph of a data folder, or an RDF file, against shapes. */
import {
  checkDatasetShapes,
  checkFileShapes,
  holdsRecords,
  loadShapes,
  readRdfFile,
  type ShapesReport,
} from '../../build/index.ts';
import type { LoadedDataset } from '../../corpus/index.ts';
import type { Problem } from '../../model/index.ts';
import { count } from '../context.ts';
import { packageRoot } from '../package-root.ts';
import type { CheckFlags } from './check.ts';

/** The shapes that ship with Clew: of its records, of other forms of RDF, and of the description of a build. */
const SHIPPED = ['shapes.ttl', 'form-shapes.ttl', 'description-shapes.ttl'];

function shipped(): string[] {
  return SHIPPED.map((file) => packageRoot('ontology', file));
}

/** The dataset against Clew's own shapes and those that are named. @throws ProblemError for unsound shapes */
export async function checkShapes(
  { dataset, places }: LoadedDataset,
  { shapes = [] }: CheckFlags,
  onProgress: (step: string) => void,
): Promise<ShapesReport> {
  const loaded = await loadShapes([...shipped(), ...shapes]);
  return checkDatasetShapes(dataset!, places, loaded, onProgress);
}

/**
 * A file against the shapes that are named, and against Clew's own where it holds Clew's records or no others are named.
 * @throws ProblemError for an unsound file or unsound shapes
 */
export async function checkShapesOfFile(file: string, { shapes }: CheckFlags): Promise<ShapesReport> {
  const { quads, prefixes, lines, problems } = await readRdfFile(file);
  const own = shapes === undefined || holdsRecords(quads) ? shipped() : [];
  const loaded = await loadShapes([...own, ...(shapes ?? [])]);
  const report = await checkFileShapes(quads, loaded, { file, lines, prefixes });
  const nothing: Problem[] = report.nodes === 0 ? [nothingChecked(file)] : [];
  return { ...report, problems: [...problems, ...report.problems, ...nothing] };
}

/** Data that no shape speaks of conforms to anything: that must not look like a success. */
function nothingChecked(file: string): Problem {
  return {
    severity: 'error',
    code: 'nothing-checked',
    message: 'no shape is about anything in this file',
    hint: 'Name shapes whose targets are in it with --shapes.',
    place: { file },
  };
}

/** E.g. `412 nodes checked against shapes.` */
export function shapesSummary({ nodes, more }: ShapesReport): string {
  const rest = more === 0 ? '' : ` ${count(more, 'more finding')} not listed.`;
  return `${count(nodes, 'node')} checked against shapes.${rest}`;
}
