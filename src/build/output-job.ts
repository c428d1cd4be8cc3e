/** What a writer is given: the dataset, its graph, and the choices of the command line. */
import type { ClewGraph } from '../graph/index.ts';
import type { CodePointText, Dataset } from '../model/index.ts';
import type { DescribedFile, QuadTally, RdfModel, TextLevel } from '../rdf/index.ts';

export interface OutputJob {
  readonly dataset: Dataset;
  /** Laid out. */
  readonly graph: ClewGraph;
  /** The viewer's page with a place for the data; needed for `html` only. */
  readonly viewerTemplate?: () => string;
  /** What RDF the dataset becomes. Default `rdf11`. */
  readonly rdf?: RdfModel;
  /** Implied claims become plain triples too. Default false. */
  readonly implied?: boolean;
  /** Superclasses and superproperties are written out. Default false. */
  readonly infer?: boolean;
  /** Formats that have escapes in ASCII: RDF, XML and JSON. Default false. */
  readonly ascii?: boolean;
  /** CSV for spreadsheets with a byte order mark, without which Excel misreads it. Default false. */
  readonly bom?: boolean;
  /** Mend illegal terms and characters and report each, in place of refusing. Default false. */
  readonly repair?: boolean;
  /** How much of the articles' text the files carry. Default `standoff`: positions only. */
  readonly text?: TextLevel;
  /** The source text of an article, where it is at hand; needed for the other levels of `text`. */
  readonly source?: (article: string) => CodePointText | undefined;
  /** Graph files without the model objects. Default false. */
  readonly lean?: boolean;
  /** Counts what an RDF writer writes. */
  readonly tally?: QuadTally;
  /** The files of the build that are there already; needed for `void.ttl` only. */
  readonly written?: readonly WrittenFile[];
}

/** The choices of {@link OutputJob} that whoever starts a build makes. */
export type OutputChoices = Omit<OutputJob, 'dataset' | 'graph' | 'tally' | 'written'>;

export interface WrittenFile extends DescribedFile {
  /** Of files that hold all triples without graphs, what they hold. */
  readonly union?: QuadTally;
}
