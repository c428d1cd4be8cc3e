/** Names for the classes, properties and datatypes of foreign data: CURIEs where a prefix fits, prefixes where they need one. */
import {
  type Curie,
  compactIri,
  compareCodePoints,
  isIri,
  type LossCounter,
  type Prefixes,
  percentEncodeIri,
} from '../model/index.ts';
import { USUAL_PREFIXES } from './foreign-vocabulary.ts';
import { isPrefixName, rdfPrefixes } from './prefixes.ts';

export class ForeignNames {
  readonly #prefixes: Record<string, string>;
  readonly #used = new Set<string>();
  readonly #names = new Map<string, Curie | undefined>();
  readonly #losses: LossCounter;

  /** @param declared by the file; what is no prefix elsewhere, or is there twice, is left out */
  constructor(declared: Prefixes, losses: LossCounter) {
    const sound = new Map<string, string>();
    for (const [name, namespace] of Object.entries(declared).sort(([a], [b]) => compareCodePoints(a, b))) {
      if (isPrefixName(name) && isIri(namespace) && !sound.has(namespace)) sound.set(namespace, name);
    }
    const prefixes = Object.fromEntries([...sound].map(([namespace, name]) => [name, namespace]));
    this.#prefixes = { ...rdfPrefixes({ prefixes }, USUAL_PREFIXES) };
    this.#losses = losses;
  }

  /** The name of a term; `undefined`, counted once, for an IRI that cannot be written. */
  name(iri: string): Curie | undefined {
    if (this.#names.has(iri)) return this.#names.get(iri);
    const name = this.#find(iri);
    this.#names.set(iri, name);
    return name;
  }

  /** Those that a name was made with. */
  get prefixes(): Prefixes {
    const used = [...this.#used].sort(compareCodePoints);
    return Object.fromEntries(used.map((name) => [name, this.#prefixes[name]!]));
  }

  #find(given: string): Curie | undefined {
    const iri = isIri(given) ? given : percentEncodeIri(given);
    if (!isIri(iri)) {
      this.#losses.add('terms whose IRI is not legal, with all that is said by them');
      return undefined;
    }
    if (iri !== given) this.#losses.add('terms whose IRI is not legal, percent-encoded');
    const known = compactIri(iri, this.#prefixes);
    if (known !== undefined) {
      this.#used.add(known.slice(0, known.indexOf(':')));
      return known;
    }
    // Only these are told from CURIEs without a prefix of their own.
    if (/^[^:]*:\/\/|^urn:/.test(iri)) return iri;
    let n = 1;
    while (this.#prefixes[`ns${n}`] !== undefined) n += 1;
    const end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1;
    this.#prefixes[`ns${n}`] = iri.slice(0, end);
    this.#used.add(`ns${n}`);
    return `ns${n}:${iri.slice(end)}`;
  }
}
