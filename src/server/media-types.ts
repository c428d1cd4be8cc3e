/** Media types of what we serve, by file name ending; the longest ending wins. */
const BY_ENDING: readonly (readonly [string, string])[] = [
  ['.html', 'text/html; charset=utf-8'],
  ['.ttl', 'text/turtle; charset=utf-8'],
  ['.trig', 'application/trig; charset=utf-8'],
  ['.nt', 'application/n-triples; charset=utf-8'],
  ['.nq', 'application/n-quads; charset=utf-8'],
  ['.jsonld', 'application/ld+json; charset=utf-8'],
  ['.rdf', 'application/rdf+xml; charset=utf-8'],
  ['.graphml', 'application/graphml+xml; charset=utf-8'],
  ['.gexf', 'application/gexf+xml; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.cypher', 'text/plain; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
];

/** The media type of a file name; `application/octet-stream` where the ending says nothing. */
export function mediaType(name: string): string {
  return BY_ENDING.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream';
}
