/** `/rdf-graph-store`: whole graphs by the SPARQL 1.1 Graph Store HTTP Protocol, of which it has the half that reads. */
import { nearestWords } from '../corpus/index.ts';
import { type Document, type Documents, MOST_QUADS, OUTSTANDING_DOCUMENTS } from './documents.ts';
import type { Handler } from './handler.ts';
import { DATA_FORMATS } from './linked/data-formats.ts';
import type { Publication } from './linked/publication.ts';
import { wantedType } from './media-ranges.ts';
import { Outstanding } from './outstanding.ts';
import { documentReply, tooLarge, withoutReading } from './read-only.ts';
import { DATA_HEADERS, plainReply, type Reply, send } from './reply.ts';

export interface GraphStoreOptions {
  /** Path of the graph store; with a slash after it, it is the same. */
  readonly path: string;
  /** Most triples of a graph that is written for a request; a larger one is refused, for it has files. */
  readonly triples: number;
  /** Of all graphs that are being sent, other documents perhaps among them; while it is full requests are refused. */
  readonly outstanding: Outstanding;
}
export const GRAPH_STORE_DEFAULTS: Omit<GraphStoreOptions, 'outstanding'> = {
  path: '/rdf-graph-store',
  triples: MOST_QUADS,
};

/** Syntaxes of one graph, best first. TriG and N-Quads are of many. */
const FORMATS = ['ttl', 'nt', 'rdf', 'jsonld'].map(
  (wanted) => DATA_FORMATS.find(({ ending }) => ending === wanted)!,
);
const ENDINGS = new Map([
  ...FORMATS.map(({ mediaType, ending }) => [mediaType, ending] as const),
  ...FORMATS.flatMap(({ also, ending }) => also.map((type) => [type, ending] as const)),
]);

const HOW = 'Name one graph: ?graph= and its IRI, or ?default for all graphs as one.';
/** Graphs that a refusal names at most. */
const NAMED = 5;

/** @param current as of the site's handler */
export function graphStoreHandler(
  current: () => Documents,
  options: Partial<GraphStoreOptions> = {},
): Handler {
  const all = { ...GRAPH_STORE_DEFAULTS, outstanding: new Outstanding(OUTSTANDING_DOCUMENTS), ...options };

  return async (request, response, url) => {
    if (url.pathname.replace(/\/$/, '') !== all.path) return false;
    const { method = 'GET', headers } = request;
    const ifNoneMatch = headers['if-none-match'];
    const reply =
      withoutReading(method) ??
      (all.outstanding.full
        ? plainReply(503, 'Clients are still taking their graphs; ask again in a moment.', {
            'Retry-After': '5',
          })
        : await answer(url.searchParams, { accept: headers.accept, ifNoneMatch }, current(), all));
    const bytes = method === 'HEAD' || !(reply.body instanceof Uint8Array) ? 0 : reply.body.length;
    all.outstanding.hold(response, bytes);
    send(request, response, reply);
    return true;
  };
}

async function answer(
  parameters: URLSearchParams,
  asked: { readonly accept: string | undefined; readonly ifNoneMatch: string | undefined },
  documents: Documents,
  { triples }: Pick<GraphStoreOptions, 'triples'>,
): Promise<Reply> {
  const { site } = documents;
  const name = namedGraph(parameters);
  if (name instanceof Error) return plainReply(400, name.message);
  const names = name === undefined ? [...site.graph.graphs()] : [name];
  const size = names.reduce((sum, graph) => sum + site.graph.inGraph(graph).length, 0);
  if (name !== undefined && size === 0) return plainReply(404, unknownGraph(name, site));

  const vary = { Vary: 'Accept' };
  const type = wantedType(asked.accept, [...ENDINGS.keys()]);
  if (type === undefined) {
    const choices = FORMATS.map(({ mediaType }) => mediaType).join(', ');
    return plainReply(406, `A graph comes as: ${choices}`, vary);
  }
  if (size > triples) {
    return tooLarge(`This graph has more than ${triples} triples`, site, vary);
  }
  const ending = ENDINGS.get(type)!;
  let document: Document;
  if (name === undefined) document = await documents.union(ending);
  else {
    const path = site.addresses.pathOf(name)!;
    document = await documents.get({ path, ending }, 'en');
  }
  return documentReply(document, asked, { ...DATA_HEADERS, ...vary });
}

/** The IRI of the graph that is meant; `undefined` for the default graph; an error that says what is wrong. */
function namedGraph(parameters: URLSearchParams): string | undefined | Error {
  const graphs = parameters.getAll('graph');
  const wantsDefault = parameters.has('default');
  if (graphs.length + (wantsDefault ? 1 : 0) !== 1) return new Error(HOW);
  const [name] = graphs;
  if (name !== undefined && !URL.canParse(name)) return new Error(`This is no absolute IRI. ${HOW}`);
  return name;
}

/** Names those that it may have been; of all the first, where none looks like it. */
function unknownGraph(name: string, site: Publication): string {
  const known = [...site.graph.graphs()];
  const near = nearestWords(name.slice(0, 200), known);
  const shown = near.length > 0 ? near : known.slice(0, NAMED);
  return `There is no graph of this name. Perhaps: ${shown.join(' ')}`;
}
