/** Media types of the outputs, by file name ending. */

/** Those that IANA has registered. */
const REGISTERED: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.nt': 'application/n-triples',
  '.nq': 'application/n-quads',
  '.jsonld': 'application/ld+json',
  '.rdf': 'application/rdf+xml',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.dot': 'text/vnd.graphviz',
};

/** In use, but not registered. */
const CUSTOMARY: Readonly<Record<string, string>> = {
  '.graphml': 'application/graphml+xml',
  '.gexf': 'application/gexf+xml',
  '.cypher': 'text/plain',
};

export interface MediaType {
  /** Without parameters. */
  readonly name: string;
  readonly registered: boolean;
}

/** By what follows the last full stop of the name; `undefined` where nothing is customary. */
export function mediaTypeOf(name: string): MediaType | undefined {
  const ending = name.slice(name.lastIndexOf('.'));
  const registered = Object.hasOwn(REGISTERED, ending) ? REGISTERED[ending] : undefined;
  if (registered !== undefined) return { name: registered, registered: true };
  const customary = Object.hasOwn(CUSTOMARY, ending) ? CUSTOMARY[ending] : undefined;
  return customary === undefined ? undefined : { name: customary, registered: false };
}
