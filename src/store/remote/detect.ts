/** Which store answers at an address: its path or its host says it, or its server's name; else it is taken for a generic one. */
import { type StoreProfile, storeProfile } from './profiles.ts';
import type { StoreHttp } from './store-http.ts';

/** What paths are enough. */
const BY_PATH: readonly (readonly [RegExp, string])[] = [
  [/\/bigdata\//, 'blazegraph'],
  [/\/blazegraph\//, 'blazegraph'],
  [/\/sparql-graph-crud(-auth)?$|\/sparql-auth$/, 'virtuoso'],
];

/** What the host's name is enough. */
const BY_HOST: readonly (readonly [RegExp, string])[] = [[/\.neptune\.amazonaws\.com(?:\.cn)?$/, 'neptune']];

const BY_SERVER: readonly (readonly [RegExp, string])[] = [
  [/virtuoso/i, 'virtuoso'],
  [/fuseki/i, 'fuseki'],
  [/oxigraph/i, 'oxigraph'],
  [/stardog/i, 'stardog'],
  [/graphdb/i, 'graphdb'],
  [/qlever/i, 'qlever'],
  [/allegro/i, 'allegrograph'],
];

/** Asks the server at most three times, by requests that read. @throws StoreError where nothing answers */
export async function detectStore(address: URL, http: StoreHttp): Promise<StoreProfile> {
  const known =
    BY_HOST.find(([host]) => host.test(address.hostname))?.[1] ??
    BY_PATH.find(([path]) => path.test(address.pathname))?.[1];
  if (known !== undefined) return storeProfile(known)!;
  const get = (url: string) =>
    http.send({ method: 'GET', url, repeatable: true, purpose: 'say what it is' }).catch((error) => {
      // A server that wants credentials even for that is known by its path or by --store.
      if (error?.status === 401) return undefined;
      throw error;
    });
  const answer = await get(address.href);
  const server = answer?.headers.get('server') ?? '';
  const named = BY_SERVER.find(([name]) => name.test(server))?.[1];
  if (named !== undefined) return storeProfile(named)!;
  if (answer?.headers.has('fuseki-request-id')) return storeProfile('fuseki')!;
  if (/\/repositories\/[^/]+/.test(address.pathname)) {
    const protocol = await get(
      new URL(address.pathname.replace(/\/repositories\/.*$/, '/protocol'), address).href,
    );
    if (protocol?.status === 200 && /^\d+\s*$/.test(protocol.text)) return storeProfile('rdf4j')!;
    return storeProfile('allegrograph')!;
  }
  const ping = await get(new URL('/$/ping', address).href);
  if (ping?.status === 200 && /^\d{4}-\d\d-\d\dT/.test(ping.text)) return storeProfile('fuseki')!;
  return storeProfile('generic')!;
}
