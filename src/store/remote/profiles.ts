/** What stores have in common and where they differ, as data: paths, media types, limits, promises. */

/** The addresses of a store. */
export interface StoreEndpoints {
  readonly query: string;
  readonly update: string;
  /** Graph Store Protocol; where a store has none, triples go in by SPARQL Update. */
  readonly graphStore?: string;
  /** Takes N-Quads by POST and adds them, so that many graphs go in one request. */
  readonly quads?: string;
  /** Lists the names of all graphs without a walk through their triples, as bindings of `contextID` (RDF4J's REST API). */
  readonly contexts?: string;
  /** Counts the triples of the graph in its parameter `context`, with less work than a query (RDF4J's REST API). */
  readonly size?: string;
}

/** A way in which a store changes values that it keeps; see `rewrites.ts`. */
export type Rewrite = 'language-case' | 'number-form' | 'moment-form' | 'duration-form';

export interface StoreProfile {
  readonly name: string;
  readonly title: string;
  /** Whether this profile is run against the real server by the tests. */
  readonly proven: boolean;
  /** The addresses that follow from the one that the user gave. */
  endpoints(address: URL): StoreEndpoints;
  /** Name of the query parameter that names a graph in the Graph Store Protocol. */
  readonly graphParameter: string;
  /** Angle brackets around a graph's IRI in that parameter. */
  readonly graphInBrackets: boolean;
  readonly auth: 'any' | 'digest';
  /** How triples are sent: as N-Triples, or as Turtle of one triple a line below a prefix, which Virtuoso recognises. */
  readonly payload: 'ntriples' | 'turtle';
  /** Everything beyond ASCII escaped. */
  readonly ascii: boolean;
  /** Triples and characters in one request at most. */
  readonly chunk: { readonly triples: number; readonly characters: number };
  /** How the triples of many graphs are counted: in one query, or graph by graph. */
  readonly counts: 'together' | 'each';
  /** MOVE operations in one update at most. */
  readonly moves: number;
  /**
   * What a MOVE goes behind where a MOVE of what is not there empties its target (see `LoadClaim`): a ticket, where the DROP of a
   * graph that nobody made ends an update; a veto, where an update is a transaction, a graph
   * with triples can't be made, and one without is not kept.
   */
  readonly guard?: 'ticket' | 'veto';
  readonly rewrites: readonly Rewrite[];
  /** What a reader sees while a graph is replaced: the old or the new one of the whole request, of each graph, or anything. */
  readonly promise: 'request' | 'graph' | 'none';
  /** What its documentation asks of whoever loads into it. */
  readonly needs?: string;
}

const COMMON = {
  proven: false,
  graphParameter: 'graph',
  graphInBrackets: false,
  auth: 'any',
  payload: 'ntriples',
  ascii: false,
  // 50,000 triples are what every server that was tried takes at once; ten megabytes what most proxies let through.
  chunk: { triples: 50_000, characters: 10_000_000 },
  counts: 'together',
  moves: 500,
  rewrites: ['language-case'],
  promise: 'graph',
} as const satisfies Partial<StoreProfile>;

/** The address without what follows `keep` steps of its path. */
const under = (address: URL, steps: string): string => new URL(steps, address).href;

/** The part of a path before its last step, where that is one of those named. */
function without(address: URL, ...last: readonly string[]): string {
  const path = address.pathname.replace(/\/+$/, '');
  const step = path.slice(path.lastIndexOf('/') + 1);
  return address.origin + (last.includes(step) ? path.slice(0, path.lastIndexOf('/')) : path);
}

/** `.../repositories/NAME`, whatever follows it. */
function repository(address: URL): string {
  const [found] = /^.*\/repositories\/[^/]+/.exec(address.pathname) ?? [];
  return address.origin + (found ?? address.pathname.replace(/\/+$/, ''));
}

const rdf4jEndpoints = (address: URL): StoreEndpoints => {
  const root = repository(address);
  return {
    query: root,
    update: `${root}/statements`,
    graphStore: `${root}/rdf-graphs/service`,
    quads: `${root}/statements`,
  };
};

/** In the order in which `--help` names them. Those that are proven are run by the tests. */
export const STORE_PROFILES: readonly StoreProfile[] = [
  {
    ...COMMON,
    name: 'virtuoso',
    title: 'Virtuoso 7',
    proven: true,
    endpoints: (address) => ({
      query: under(address, '/sparql'),
      update: under(address, '/sparql-auth'),
      graphStore: under(address, '/sparql-graph-crud-auth'),
    }),
    graphParameter: 'graph-uri',
    auth: 'digest',
    payload: 'turtle',
    // Five hundred graphs in one query take minutes or overflow its stack; one is counted in milliseconds.
    counts: 'each',
    // Its SQL grows with each operation of an update.
    moves: 20,
    guard: 'ticket',
    rewrites: ['language-case', 'number-form', 'moment-form', 'duration-form'],
    promise: 'none',
  },
  {
    ...COMMON,
    name: 'fuseki',
    title: 'Apache Jena Fuseki',
    proven: true,
    endpoints: (address) => {
      const root = without(address, 'query', 'sparql', 'update', 'data', 'get');
      return {
        query: `${root}/query`,
        update: `${root}/update`,
        graphStore: `${root}/data`,
        quads: `${root}/data`,
      };
    },
    // TDB2 keeps numbers and times as such, not as they were written; in memory they stay.
    rewrites: ['language-case', 'number-form', 'moment-form'],
    promise: 'request',
  },
  {
    ...COMMON,
    name: 'rdf4j',
    title: 'RDF4J Server',
    proven: true,
    endpoints: (address) => {
      const root = repository(address);
      return { ...rdf4jEndpoints(address), contexts: `${root}/contexts`, size: `${root}/size` };
    },
    guard: 'veto',
    promise: 'request',
  },
  { ...COMMON, name: 'graphdb', title: 'GraphDB', endpoints: rdf4jEndpoints, promise: 'request' },
  {
    ...COMMON,
    name: 'oxigraph',
    title: 'Oxigraph server',
    proven: true,
    endpoints: (address) => {
      const root = without(address, 'query', 'update', 'store');
      return {
        query: `${root}/query`,
        update: `${root}/update`,
        graphStore: `${root}/store`,
        quads: `${root}/store`,
      };
    },
    rewrites: ['language-case', 'number-form', 'moment-form'],
    promise: 'request',
  },
  {
    ...COMMON,
    name: 'qlever',
    title: 'QLever',
    endpoints: (address) => {
      const root = `${without(address)}/`;
      return { query: root, update: root, graphStore: root };
    },
    needs: 'It takes updates with its access token alone: give that in CLEW_STORE_TOKEN.',
  },
  {
    ...COMMON,
    name: 'blazegraph',
    title: 'Blazegraph',
    endpoints: (address) => {
      const root = `${without(address, 'sparql')}/sparql`;
      return { query: root, update: root };
    },
    // Its reader of N-Triples knows ASCII alone.
    ascii: true,
    needs: 'Its namespace has to be one of quads: others hold no graphs.',
  },
  {
    ...COMMON,
    name: 'stardog',
    title: 'Stardog',
    endpoints: (address) => {
      const root = without(address, 'query', 'update');
      return { query: `${root}/query`, update: `${root}/update`, graphStore: root };
    },
    promise: 'request',
  },
  {
    ...COMMON,
    name: 'neptune',
    title: 'Amazon Neptune',
    endpoints: (address) => ({
      query: under(address, '/sparql'),
      update: under(address, '/sparql'),
      graphStore: under(address, '/sparql/gsp/'),
    }),
    promise: 'request',
    needs:
      'Its IAM authentication signs each request, which Clew does not: switch it off, or load by way of a signing proxy.',
  },
  {
    ...COMMON,
    name: 'allegrograph',
    title: 'AllegroGraph',
    endpoints: (address) => {
      const root = repository(address);
      return { query: root, update: root, graphStore: `${root}/statements` };
    },
    // Its statements have contexts, written as terms.
    graphParameter: 'context',
    graphInBrackets: true,
    payload: 'turtle',
  },
  {
    ...COMMON,
    name: 'generic',
    title: 'any SPARQL 1.1 endpoint',
    proven: true,
    endpoints: (address) => ({ query: address.href, update: address.href }),
    promise: 'none',
  },
];

/** @returns `undefined` where there is no profile of that name */
export function storeProfile(name: string): StoreProfile | undefined {
  return STORE_PROFILES.find((profile) => profile.name === name);
}
