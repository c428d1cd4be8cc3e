/** What a writer is given: the dataset, its graph, and the choices of the command line. */
import type { ClewGraph } from '../graph/index.ts';
import type { Dataset } from '../model/index.ts';

export interface OutputJob {
  readonly dataset: Dataset;
  /** Laid out. */
  readonly graph: ClewGraph;
  /** The viewer's page with a place for the data; needed for `html` only. */
  readonly viewerTemplate?: () => string;
  /** How claims hold their statements. Default `rdf11`. */
  readonly rdf?: 'rdf11' | 'rdf12';
  /** Implied claims become plain triples too. Default false. */
  readonly implied?: boolean;
  /** Superclasses and superproperties are written out. Default false. */
  readonly infer?: boolean;
  /** RDF in ASCII with escapes. Default false. */
  readonly ascii?: boolean;
  /** Mend illegal terms and characters and report each, in place of refusing. Default false. */
  readonly repair?: boolean;
  /** Graph files without the model objects. Default false. */
  readonly lean?: boolean;
}
