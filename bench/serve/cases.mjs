// What is asked of both servers: the data of single entities, and five queries of the union of all graphs.

const PREFIXES = `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX clew: <https://w3id.org/clew/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
`;

/** Each has an order where it has a limit: both servers owe the same rows. */
export const QUERIES = {
  'names of entities': '?e ?name { ?e rdfs:label ?name } ORDER BY ?e ?name LIMIT 200',
  'denied claims':
    '?c ?text { ?c clew:polarity clew:negative ; rdfs:comment ?text } ORDER BY ?c ?text LIMIT 200',
  'claims by predicate': '?p (COUNT(?c) AS ?n) { ?c rdf:predicate ?p } GROUP BY ?p',
  'who says how much': '?who (COUNT(?c) AS ?n) { ?c prov:wasAttributedTo ?who } GROUP BY ?who',
  'two claims away':
    'DISTINCT ?a ?b { ?x rdf:subject ?a ; rdf:object ?m . ?y rdf:subject ?m ; rdf:object ?b } ORDER BY ?a ?b LIMIT 500',
};

const ROWS = { accept: 'application/sparql-results+json' };
const TURTLE = { accept: 'text/turtle' };
const TRIPLES = { accept: 'application/n-triples' };

/** What is said of an entity, of the claims that it stands in, and who says them: what our own document of it holds. */
export const describing = (iri) => `CONSTRUCT { ?s ?p ?o } {
  { BIND(<${iri}> AS ?s) ?s ?p ?o }
  UNION { ?s rdf:subject <${iri}> ; ?p ?o } UNION { ?s rdf:object <${iri}> ; ?p ?o }
  UNION { ?c rdf:subject <${iri}> ; clew:attribution ?s . ?s ?p ?o }
  UNION { ?c rdf:object <${iri}> ; clew:attribution ?s . ?s ?p ?o }
}`;

/**
 * @typedef {{ endpoint: URL, headers?: Record<string, string> }} Queried
 * @param {Queried} server
 */
export function queryOf({ endpoint, headers = {} }, query, accept = ROWS) {
  const url = new URL(endpoint);
  url.searchParams.set('query', PREFIXES + query);
  return { url, headers: { ...headers, ...accept } };
}

/**
 * @param {{ base: string, paths: string[], ours: Queried, peer: Queried | undefined }} servers `base` of the IRIs, `paths` of the entities under it
 * @returns {{ title: string, share: number, ours: (at: number) => object, peer?: (at: number) => object, fresh?: boolean }[]}
 *   `share` of the requests; a `fresh` one is asked for each entity once, without a first run
 */
export function cases({ base, paths, ours, peer }) {
  const site = new URL('/', ours.endpoint);
  const path = (at) => paths[at % paths.length];
  const document = (ending, accept) => (at) => ({ url: new URL(path(at) + ending, site), headers: accept });
  const described = peer && ((at) => queryOf(peer, describing(base + path(at)), TURTLE));
  const html = document('.html', { accept: 'text/html' });
  const turtle = document('.ttl', TURTLE);
  return [
    { title: 'entity pages, each the first time', share: 1, ours: html, peer: described, fresh: true },
    { title: 'entity pages', share: 1, ours: html, peer: described },
    {
      title: 'entities as Turtle, each the first time',
      share: 1,
      ours: turtle,
      peer: described,
      fresh: true,
    },
    { title: 'entities as Turtle', share: 1, ours: turtle, peer: described },
    {
      title: 'entities by CONSTRUCT',
      share: 1,
      ours: (at) => queryOf(ours, describing(base + path(at)), TURTLE),
      peer: described,
    },
    { title: 'things, answered 303', share: 1, ours: document('', TURTLE) },
    ...Object.entries(QUERIES).map(([title, query]) => ({
      title: `query: ${title}`,
      share: 0.25,
      ours: () => queryOf(ours, `SELECT ${query}`),
      ...(peer && { peer: () => queryOf(peer, `SELECT ${query}`) }),
    })),
  ];
}

/**
 * Asks both servers the same once and compares: rows by their number and their terms, entities by their triples.
 * @param {(asked: object) => Promise<{ status: number, body: Buffer }>} ask
 * @returns {Promise<string[]>} what differs
 */
export async function differences({ base, paths, ours, peer }, ask) {
  const text = async (asked) => {
    const { status, body } = await ask(asked);
    if (status !== 200) throw new Error(`${asked.url}: ${status} ${body.toString('utf8', 0, 300)}`);
    return body.toString('utf8');
  };
  const found = [];
  const compare = async (title, query, accept, lines) => {
    const [a, b] = [
      lines(await text(queryOf(ours, query, accept))),
      lines(await text(queryOf(peer, query, accept))),
    ];
    if (a.length !== b.length) found.push(`${title}: ${a.length} of ours, ${b.length} of the peer`);
    else if (a.join('\n') !== b.join('\n')) found.push(`${title}: as many, but not the same`);
    else if (a.length === 0) found.push(`${title}: nothing was found`);
  };
  for (const [title, query] of Object.entries(QUERIES)) await compare(title, `SELECT ${query}`, ROWS, rowsOf);
  for (const path of paths.slice(0, 20)) {
    await compare(path, describing(base + path), TRIPLES, (nt) =>
      [...new Set(nt.split('\n'))].filter(Boolean).sort(),
    );
  }
  return found;
}

/** Rows as text in an order of their own: what has no ORDER BY comes in any. */
function rowsOf(json) {
  const { head, results } = JSON.parse(json);
  const term = (one) => (one === undefined ? '' : `${one.value} ${one['xml:lang']?.toLowerCase() ?? ''}`);
  return results.bindings.map((row) => head.vars.map((name) => term(row[name])).join('\t')).sort();
}
