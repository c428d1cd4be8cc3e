/** Where an IRI is served: the way between the dataset's IRIs and paths of the site. Data is never rewritten. */
import type { Dataset, Prefixes } from '../../model/index.ts';

/** First step of the paths of ontology terms. */
const TERMS = 'ns';

/** Paths have no slash in front, steps are decoded; {@link encodePath} makes them fit for an address. */
export class Addresses {
  readonly #base: string;
  /** Paths of entities that have an IRI of their own, and back. */
  readonly #own: ReadonlyMap<string, string>;
  readonly #ownAt: ReadonlyMap<string, string>;
  /** Prefix by namespace, longest first: the vocabularies whose terms have pages. */
  readonly #vocabularies: readonly (readonly [namespace: string, prefix: string])[];

  /** @param vocabularies namespaces of ontologies by prefix */
  constructor({ base, articles }: Pick<Dataset, 'base' | 'articles'>, vocabularies: Prefixes) {
    this.#base = base;
    const entities = articles.flatMap(({ entities }) => entities);
    const own = entities.flatMap(({ id, iri }) => (iri === undefined ? [] : [[iri, `id/${id}`] as const]));
    this.#own = new Map(own);
    this.#ownAt = new Map(own.map(([iri, path]) => [path, iri]));
    this.#vocabularies = Object.entries(vocabularies)
      .map(([prefix, namespace]) => [namespace, prefix] as const)
      .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  }

  /** Prefixes of the vocabularies. */
  get prefixes(): readonly string[] {
    return this.#vocabularies.map(([, prefix]) => prefix);
  }

  /** `undefined` for an IRI that is somebody else's. */
  pathOf(iri: string): string | undefined {
    const own = this.#own.get(iri);
    if (own !== undefined) return own;
    for (const [namespace, prefix] of this.#vocabularies) {
      if (iri === namespace || `${iri}#` === namespace || `${iri}/` === namespace)
        return `${TERMS}/${prefix}`;
      if (iri.startsWith(namespace)) return `${TERMS}/${prefix}/${iri.slice(namespace.length)}`;
    }
    return iri.startsWith(this.#base) && iri.length > this.#base.length
      ? iri.slice(this.#base.length)
      : undefined;
  }

  /** The IRI that a path would stand for, whether or not anything is said about it. */
  iriOf(path: string): string {
    const own = this.#ownAt.get(path);
    if (own !== undefined) return own;
    const [step, prefix, ...rest] = path.split('/');
    const found = step === TERMS && this.#vocabularies.find(([, name]) => name === prefix);
    if (!found) return this.#base + path;
    return rest.length === 0 ? vocabularyIri(found[0]) : found[0] + rest.join('/');
  }

  /** The namespace of a vocabulary's own path, `ns/<prefix>`; `undefined` for other paths. */
  namespaceAt(path: string): string | undefined {
    const [step, prefix, ...rest] = path.split('/');
    if (step !== TERMS || rest.length > 0) return undefined;
    return this.#vocabularies.find(([, name]) => name === prefix)?.[0];
  }
}

/** An ontology's IRI is its namespace without the mark at its end. */
export function vocabularyIri(namespace: string): string {
  return namespace.replace(/[#/]$/, '');
}

/** A path as it stands in an address (RFC 3986 section 3.3). */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** An address's path with its steps decoded, without the slash in front; `undefined` where it is malformed. */
export function decodePath(pathname: string): string | undefined {
  try {
    return pathname.replace(/^\//, '').split('/').map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

/** A path seen from a document at another: `../article/a.html` from `id/x.html`, `y.html` for its neighbour `id/y.html`. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const path = '../'.repeat(here.length - shared) + encodePath(there.slice(shared).join('/'));
  // An empty reference would be the document itself.
  return path === '' ? './' : path;
}
