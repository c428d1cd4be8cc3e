/** Minting of the dataset's IRIs and the way between IRIs and CURIEs. */

import type { Span } from './span.ts';

/** A prefix table: prefix name to namespace IRI. */
export type Prefixes = Readonly<Record<string, string>>;

/** A compact IRI, `prefix:local`, with a prefix of the dataset. All kinds, predicates and qualifiers are kept so. */
export type Curie = string;

/**
 * Ids of datasets, articles, entities and claims (DESIGN section 4). Names that every JavaScript object has by itself are
 * left out: graphology keeps nodes in plain objects and would take them for nodes that are there.
 */
export const ID_PATTERN =
  /^(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** The IRIs of one dataset, all under its base (DESIGN section 5). Ids need no escaping: ID_PATTERN is IRI-safe. */
export class Iris {
  readonly base: string;
  /** The article whose parts were asked for last, and what the IRIs of each kind of them begin with: they come together. */
  #article: string | undefined;
  #starts = new Map<string, string>();

  /** @param base absolute IRI that ends in `/` or `#` */
  constructor(base: string) {
    this.base = base;
  }

  get dataset(): string {
    return `${this.base}dataset`;
  }
  entity(id: string): string {
    return `${this.base}id/${id}`;
  }
  article(id: string): string {
    return `${this.base}article/${id}`;
  }
  /** @param n paragraph number from 1 */
  paragraph(article: string, n: number): string {
    return `${this.#within('paragraph', article)}${n}`;
  }
  claim(article: string, id: string): string {
    return `${this.#within('claim', article)}${id}`;
  }
  /** @param n place in the attribution chain, from 1: the speaker nearest to the claim */
  attribution(article: string, claim: string, n: number): string {
    return `${this.#within('attribution', article)}${claim}/${n}`;
  }
  /** @param n number of the claim's quantity from 1: the object's first, then its qualifiers' in order */
  quantity(article: string, claim: string, n: number): string {
    return `${this.#within('quantity', article)}${claim}/${n}`;
  }
  /** @param n number of the mention within its article from 1, in text order */
  mention(article: string, n: number): string {
    return `${this.#within('mention', article)}${n}`;
  }
  /** @param n number of the span from 1: the claim's own evidence first, then the attribution's */
  evidence(article: string, claim: string, n: number): string {
    return `${this.#within('evidence', article)}${claim}/${n}`;
  }
  /** @param n number of the structural span within its article from 1, in text order */
  structure(article: string, n: number): string {
    return `${this.#within('structure', article)}${n}`;
  }
  /** @param n number of the credit within its article from 1 */
  credit(article: string, n: number): string {
    return `${this.#within('credit', article)}${n}`;
  }
  /**
   * A string of the article's text, as NIF names it by RFC 5147: a fragment of the article. Under a base that ends in `#`
   * the article is a fragment itself, and the string has a path of its own.
   */
  string(article: string, { start, end }: Span): string {
    const range = `char=${start},${end}`;
    return this.hasFragments
      ? `${this.article(article)}#${range}`
      : `${this.#within('string', article)}${range}`;
  }
  /** True where the dataset's IRIs may have fragments. */
  get hasFragments(): boolean {
    return !this.base.endsWith('#');
  }
  /** The nanopublication of a claim. */
  nanopub(article: string, claim: string): string {
    return `${this.#within('nanopub', article)}${claim}`;
  }
  #within(step: string, article: string): string {
    if (article !== this.#article) {
      this.#article = article;
      this.#starts = new Map();
    }
    const known = this.#starts.get(step);
    if (known !== undefined) return known;
    const start = `${this.base}${step}/${article}/`;
    this.#starts.set(step, start);
    return start;
  }
  /** The decision about two entities. */
  decision(a: string, b: string): string {
    return `${this.base}identity/${a}/${b}`;
  }
  /** The declaration of a prefix of the dataset. */
  prefix(name: string): string {
    return `${this.base}prefix/${name}`;
  }
  /** The document that describes the dataset and its files. */
  get description(): string {
    return `${this.base}description`;
  }
  /** The part of the dataset that has a class or a property. @param term CURIE or IRI of it */
  partition(kind: 'class' | 'property', term: string): string {
    return `${this.base}partition/${kind}/${termSteps(term)}`;
  }
  /** The links to another source. @param term CURIE or IRI of the predicate; @param start as of {@link linkTarget} */
  linkset(term: string, start: string): string {
    return `${this.base}linkset/${termSteps(term)}/${startSteps(start)}`;
  }
  /** The source that is linked to. @param start scheme and host of its IRIs, or a scheme with its colon */
  linkTarget(start: string): string {
    return `${this.base}target/${startSteps(start)}`;
  }
  /** A file of the dataset. @param part what follows the dataset's id and a dot in its name */
  distribution(part: string): string {
    return `${this.base}distribution/${pathSegment(part)}`;
  }
  /** @param article an article's id, or `dataset` or `identity`, which no article may be called for that reason */
  graph(article: string): string {
    return `${this.base}graph/${article}`;
  }
}

/** The IRI of an entity: its own, or the one that the dataset mints from its id. */
export function entityIri({ id, iri }: { readonly id: string; readonly iri?: string }, iris: Iris): string {
  return iri ?? iris.entity(id);
}

/** Any well-formed text as one step of a path (RFC 3986, `segment-nz-nc`). */
function pathSegment(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}

/** `news:Chip` as `news/Chip`; an IRI that has no CURIE as one step. */
function termSteps(term: string): string {
  const [, prefix, local] = /^([^:/]+):(?!\/\/)([^:]+)$/.exec(term) ?? [];
  return prefix === undefined ? pathSegment(term) : `${pathSegment(prefix)}/${pathSegment(local!)}`;
}

/** `http://www.wikidata.org/` as `http/www.wikidata.org`, `urn:` as `urn`. */
function startSteps(start: string): string {
  return start
    .split(/[:/]+/)
    .filter((part) => part !== '')
    .map(pathSegment)
    .join('/');
}

/** The IRI of a CURIE, or `undefined` where its prefix is not in the table. */
export function expandCurie(curie: Curie, prefixes: Prefixes): string | undefined {
  const colon = curie.indexOf(':');
  if (colon < 0) return undefined;
  const namespace = prefixes[curie.slice(0, colon)];
  return namespace === undefined ? undefined : namespace + curie.slice(colon + 1);
}

/** The CURIE of an IRI by its longest matching namespace, or `undefined` where none matches. */
export function compactIri(iri: string, prefixes: Prefixes): Curie | undefined {
  let best: string | undefined;
  let length = -1;
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (namespace.length > length && iri.startsWith(namespace)) {
      best = `${prefix}:${iri.slice(namespace.length)}`;
      length = namespace.length;
    }
  }
  return best;
}
