/** The few things that a load asks of a store, in SPARQL 1.1 and the Graph Store Protocol. */
import { chunks, type Part } from './chunks.ts';
import { graphPayload, insertPayload, type Payload, quadsPayload } from './payload.ts';
import type { StoreEndpoints, StoreProfile } from './profiles.ts';
import { type JsonTerm, type Row, readRows, unreadable } from './sparql-json.ts';
import { StoreError } from './store-error.ts';
import type { StoreAnswer, StoreHttp, StoreRequest } from './store-http.ts';

const RESULTS = 'application/sparql-results+json';
/** Virtuoso's parser ends at about 5,000 triples in one INSERT DATA. */
const INSERTED_AT_ONCE = 1_000;
/** IRIs in one VALUES block. */
const ASKED_AT_ONCE = 500;
/** Questions that are asked at the same time where each is about one graph. */
const ASKED_BESIDE = 4;

export type KeptTriple = Readonly<Record<'s' | 'p' | 'o', JsonTerm>>;

/** A request that adds triples. */
export type Prepared =
  | (Payload & { readonly url: string })
  | { readonly update: string; readonly triples: number };

/** What a client has sent so far. */
export interface Traffic {
  requests: number;
  bytes: number;
}

export class StoreClient {
  readonly profile: StoreProfile;
  readonly endpoints: StoreEndpoints;
  readonly traffic: Traffic = { requests: 0, bytes: 0 };
  readonly #http: StoreHttp;

  constructor(http: StoreHttp, profile: StoreProfile, endpoints: StoreEndpoints) {
    this.#http = http;
    this.profile = profile;
    this.endpoints = endpoints;
  }

  /** @returns triples by graph; graphs without any are left out */
  async counts(graphs: readonly string[]): Promise<Map<string, number>> {
    if (this.profile.counts === 'each') return this.#countsOfEach(graphs);
    if (this.endpoints.size !== undefined && graphs.length <= ASKED_BESIDE) return this.#countsOfEach(graphs);
    const found = new Map<string, number>();
    for (let at = 0; at < graphs.length; at += ASKED_AT_ONCE) {
      const values = graphs.slice(at, at + ASKED_AT_ONCE).map((graph) => `<${graph}>`);
      const rows = await this.select(
        `SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g { ${values.join(' ')} } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g`,
        'count the triples',
      );
      for (const { g, n } of rows)
        if (g !== undefined && Number(n?.value) > 0) found.set(g.value, Number(n!.value));
    }
    return found;
  }

  async #countsOfEach(graphs: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    const waiting = [...graphs];
    const worker = async () => {
      for (let graph = waiting.pop(); graph !== undefined; graph = waiting.pop()) {
        const count = await this.#count(graph);
        if (count > 0) found.set(graph, count);
      }
    };
    try {
      await Promise.all(Array.from({ length: ASKED_BESIDE }, worker));
    } finally {
      waiting.length = 0;
    }
    return found;
  }

  async #count(graph: string): Promise<number> {
    const purpose = 'count the triples';
    const { size } = this.endpoints;
    if (size !== undefined) {
      const { text, said } = await this.#get(
        `${size}?context=${encodeURIComponent(`<${graph}>`)}`,
        '*/*',
        purpose,
      );
      if (!/^\s*\d+\s*$/.test(text)) throw unreadable(said, purpose);
      return Number(text);
    }
    const [row] = await this.select(
      `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${graph}> { ?s ?p ?o } }`,
      purpose,
    );
    return Number(row?.n?.value);
  }

  /** Those of the graphs that have any triple. */
  async present(graphs: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let at = 0; at < graphs.length; at += ASKED_AT_ONCE) {
      const values = graphs.slice(at, at + ASKED_AT_ONCE).map((graph) => `<${graph}>`);
      const rows = await this.select(
        `SELECT ?g WHERE { VALUES ?g { ${values.join(' ')} } FILTER EXISTS { GRAPH ?g { ?s ?p ?o } } }`,
        'say which graphs it has',
      );
      for (const { g } of rows) if (g !== undefined) found.add(g.value);
    }
    return found;
  }

  /** Names of all graphs that begin with a text. */
  async graphsUnder(start: string): Promise<readonly string[]> {
    const purpose = 'list its graphs';
    const { contexts } = this.endpoints;
    if (contexts !== undefined) {
      const { text, said } = await this.#get(contexts, RESULTS, purpose);
      const names = readRows(text, purpose, said).map(({ contextID }) => contextID?.value ?? '');
      return names.filter((name) => name.startsWith(start) && name !== '');
    }
    const rows = await this.select(
      `SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), ${literal(start)})) }`,
      purpose,
    );
    return rows.flatMap(({ g }) => (g === undefined ? [] : [g.value]));
  }

  /** All triples of a graph. @throws StoreError where the server cuts the list */
  async triples(graph: string): Promise<readonly KeptTriple[]> {
    const rows = await this.select(
      `SELECT ?s ?p ?o WHERE { GRAPH <${graph}> { ?s ?p ?o } }`,
      'show its triples',
    );
    const count = (await this.counts([graph])).get(graph) ?? 0;
    if (rows.length === count) return rows as unknown as readonly KeptTriple[];
    throw new StoreError({
      code: 'store-cuts',
      message: `the store shows ${rows.length} of the ${count} triples of a graph`,
      hint: 'Raise the limit of rows in its settings (ResultSetMaxRows in Virtuoso).',
      said: graph,
    });
  }

  /** The triples about subjects within graphs, by graph and subject as {@link pairKey} has them. */
  async about(
    pairs: readonly (readonly [graph: string, subject: string])[],
  ): Promise<Map<string, KeptTriple[]>> {
    const found = new Map<string, KeptTriple[]>();
    for (let at = 0; at < pairs.length; at += ASKED_AT_ONCE) {
      const some = pairs.slice(at, at + ASKED_AT_ONCE);
      const [graph] = some[0]!;
      // The name of a graph in each row would be a quarter of the answer, which takes the store longer than to find it.
      const one = some.every(([other]) => other === graph);
      const query = one
        ? `SELECT ?s ?p ?o WHERE { VALUES ?s { ${some.map(([, subject]) => `<${subject}>`).join(' ')} } GRAPH <${graph}> { ?s ?p ?o } }`
        : `SELECT ?g ?s ?p ?o WHERE { VALUES (?g ?s) { ${some.map(([g, s]) => `(<${g}> <${s}>)`).join(' ')} } GRAPH ?g { ?s ?p ?o } }`;
      for (const { g, s, p, o } of await this.select(query, 'show some of its triples')) {
        const name = one ? graph : g?.value;
        if (!name || !s || !p || !o) continue;
        const key = pairKey(name, s.value);
        const list = found.get(key) ?? [];
        found.set(key, list);
        list.push({ s, p, o });
      }
    }
    return found;
  }

  async select(query: string, purpose: string): Promise<readonly Row[]> {
    const answer = await this.#send({
      method: 'POST',
      url: this.endpoints.query,
      headers: {
        Accept: RESULTS,
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      },
      body: `query=${encodeURIComponent(query)}`,
      repeatable: true,
      purpose,
    });
    return readRows(answer.text, purpose, answer.said);
  }

  #get(url: string, accept: string, purpose: string): Promise<StoreAnswer> {
    return this.#send({ method: 'GET', url, headers: { Accept: accept }, repeatable: true, purpose });
  }

  /** @param repeatable whether running it twice is the same as once */
  async update(update: string, purpose: string, repeatable: boolean): Promise<void> {
    // RDF4J takes its updates as a form only; all others take both.
    const form = this.profile.name !== 'virtuoso';
    await this.#send({
      method: 'POST',
      url: this.endpoints.update,
      headers: {
        'Content-Type': form
          ? 'application/x-www-form-urlencoded; charset=utf-8'
          : 'application/sparql-update; charset=utf-8',
      },
      body: form ? `update=${encodeURIComponent(update)}` : update,
      repeatable,
      purpose,
    });
  }

  /** The requests that add triples to graphs, proved. @param parts at most a chunk of the profile in all */
  prepare(parts: readonly Part[]): readonly Prepared[] {
    const { quads, graphStore } = this.endpoints;
    if (quads !== undefined) return [{ url: quads, ...quadsPayload(parts) }];
    const prepared: Prepared[] = [];
    for (const part of parts) {
      if (graphStore === undefined) {
        const limits = { triples: INSERTED_AT_ONCE, characters: Number.POSITIVE_INFINITY };
        for (const [some] of chunks([{ graph: part.graph, texts: () => [part.lines] }], limits))
          prepared.push({ update: insertPayload(some!), triples: some!.triples });
        continue;
      }
      const { graphParameter, graphInBrackets } = this.profile;
      const name = encodeURIComponent(graphInBrackets ? `<${part.graph}>` : part.graph);
      prepared.push({ url: `${graphStore}?${graphParameter}=${name}`, ...graphPayload(part, this.profile) });
    }
    return prepared;
  }

  /** Triples are a set, and none of ours has a blank node: what arrives twice is there once. */
  async add(prepared: Prepared): Promise<void> {
    if ('update' in prepared) return this.update(prepared.update, 'take triples', true);
    const { url, body, mediaType } = prepared;
    const headers = { 'Content-Type': mediaType };
    await this.#send({ method: 'POST', url, headers, body, repeatable: true, purpose: 'take triples' });
  }

  /** Waits as before a retry. @param tries from 0, each twice as long as the one before */
  pause(tries: number): Promise<void> {
    return this.#http.pause(tries);
  }

  async #send(request: StoreRequest): Promise<StoreAnswer> {
    this.traffic.requests += 1;
    this.traffic.bytes += request.body === undefined ? 0 : Buffer.byteLength(request.body);
    const answer = await this.#http.send(request);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new StoreError({
      code: 'store-refused',
      message: `the store refused when asked to ${request.purpose}`,
      hint: hintFor(answer.status),
      status: answer.status,
      said: answer.said,
    });
  }
}

export function pairKey(graph: string, subject: string): string {
  return `${graph} ${subject}`;
}

function hintFor(status: number): string {
  if (status === 403) return 'The user may not do that: give it the right to write.';
  if (status === 404 || status === 405)
    return 'See that the address is right; --store names the kind of store.';
  if (status === 413) return 'The server takes less at a time: raise its limit, or lower --chunk.';
  if (status === 415) return 'The server does not know the format: --store names the kind of store.';
  return 'See the log of the server.';
}

/** A string of SPARQL 1.1 (production 157): IRIs hold nothing that would have to be escaped but for these. */
function literal(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
