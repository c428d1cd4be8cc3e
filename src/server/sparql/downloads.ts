/** Results as files: the endings that name a syntax where no Accept header can. */
import { GRAPH_FORMATS, TABLE_FORMATS } from '../../store/index.ts';

export interface Download {
  readonly type: string;
  /** What people call it. */
  readonly name: string;
  /** True for triples, false for rows and for yes and no. */
  readonly graph: boolean;
}

/** By ending of `/sparql/result.<ending>`. */
export const DOWNLOADS: Readonly<Record<string, Download>> = {
  csv: { type: TABLE_FORMATS.csv, name: 'CSV', graph: false },
  tsv: { type: TABLE_FORMATS.tsv, name: 'TSV', graph: false },
  srj: { type: TABLE_FORMATS.json, name: 'JSON', graph: false },
  srx: { type: TABLE_FORMATS.xml, name: 'XML', graph: false },
  ttl: { type: GRAPH_FORMATS.turtle, name: 'Turtle', graph: true },
  nt: { type: GRAPH_FORMATS.ntriples, name: 'N-Triples', graph: true },
  rdf: { type: GRAPH_FORMATS.rdfxml, name: 'RDF/XML', graph: true },
  jsonld: { type: GRAPH_FORMATS.jsonld, name: 'JSON-LD', graph: true },
};

/** What an address below the endpoint's names; `undefined` for every other. */
export function downloadAt(pathname: string, endpoint: string): (Download & { file: string }) | undefined {
  const start = `${endpoint}/result.`;
  const ending = pathname.startsWith(start) ? pathname.slice(start.length) : '';
  const known = Object.hasOwn(DOWNLOADS, ending) ? DOWNLOADS[ending] : undefined;
  return known && { ...known, file: `result.${ending}` };
}
