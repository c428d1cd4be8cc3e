/** The syntaxes of results, by the names that people give them. */

/** Of SELECT and ASK, as media types. */
export const TABLE_FORMATS = {
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
} as const;
export type TableFormat = keyof typeof TABLE_FORMATS;

/** Of CONSTRUCT and DESCRIBE, as media types. */
export const GRAPH_FORMATS = {
  turtle: 'text/turtle',
  ntriples: 'application/n-triples',
  jsonld: 'application/ld+json',
  rdfxml: 'application/rdf+xml',
} as const;
export type GraphFormat = keyof typeof GRAPH_FORMATS;
