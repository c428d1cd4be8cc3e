/** Counts quads while they are written: what a description of the dataset says of it comes from the writing itself. */
import type { Dataset } from '../model/index.ts';
import type { NamedNode, Subject, Term } from './quad.ts';
import { owl, rdf, skos } from './well-known.ts';

/** How often each key was met. */
export type TallyCounts = ReadonlyMap<string, number>;

/** What was counted so far. */
interface Counts {
  quads: number;
  subjects: number;
  entities: number;
  readonly classes: Map<string, number>;
  readonly properties: Map<string, number>;
  readonly links: Map<string, number>;
}

const LINK_PREDICATES: ReadonlySet<NamedNode> = new Set([owl.sameAs, skos.closeMatch]);

/** Counts quads that come ordered by graph, subject, predicate and object, each once, with the terms of the mapping. */
export class QuadTally {
  readonly #base: string;
  readonly #entitySpace: string;
  /** IRIs of entities that were not minted here. */
  readonly #own: ReadonlySet<string>;
  #subject: Subject | undefined;
  readonly #settled = noCounts();
  /** Since the last {@link save}: small, so that taking it back or keeping it costs little. */
  #recent = noCounts();

  /** @param dataset IRIs under its base, and those of its entities, are not outside links */
  constructor({ base, articles }: Pick<Dataset, 'base' | 'articles'>) {
    this.#base = base;
    this.#entitySpace = `${base}id/`;
    const own = articles.flatMap(({ entities }) => entities.map(({ iri }) => iri));
    this.#own = new Set(own.filter((iri) => iri !== undefined));
  }

  get quads(): number {
    return this.#settled.quads + this.#recent.quads;
  }
  /** Things that something is said of; true for triples without graphs, in which a subject comes once. */
  get subjects(): number {
    return this.#settled.subjects + this.#recent.subjects;
  }
  /** Those of them that are entities of the dataset. */
  get entities(): number {
    return this.#settled.entities + this.#recent.entities;
  }
  /** Instances by class IRI. */
  get classes(): TallyCounts {
    return this.#total('classes');
  }
  /** Quads by predicate IRI. */
  get properties(): TallyCounts {
    return this.#total('properties');
  }
  /** Links to things outside of the dataset: by `<predicate IRI> <start of the IRIs that are linked to>`. */
  get links(): TallyCounts {
    return this.#total('links');
  }

  add(subject: Subject, predicate: NamedNode, object: Term): void {
    const counts = this.#recent;
    counts.quads += 1;
    if (subject !== this.#subject) {
      if (this.#subject === undefined || !subject.equals(this.#subject)) {
        counts.subjects += 1;
        const { value } = subject;
        if (value.startsWith(this.#entitySpace) || this.#own.has(value)) counts.entities += 1;
      }
      this.#subject = subject;
    }
    count(counts.properties, predicate.value);
    if (predicate === rdf.type) count(counts.classes, object.value);
    else if (LINK_PREDICATES.has(predicate) && this.#isOutside(object.value)) {
      count(counts.links, `${predicate.value} ${iriStart(object.value)}`);
    }
  }

  #isOutside(iri: string): boolean {
    return !iri.startsWith(this.#base) && !this.#own.has(iri);
  }

  /** The counts as they stand, to come back to before {@link save} is called again. */
  save(): () => void {
    this.#settle();
    const subject = this.#subject;
    return () => {
      this.#recent = noCounts();
      this.#subject = subject;
    };
  }

  #settle(): void {
    const [settled, recent] = [this.#settled, this.#recent];
    for (const name of ['quads', 'subjects', 'entities'] as const) settled[name] += recent[name];
    for (const name of ['classes', 'properties', 'links'] as const) {
      for (const [key, n] of recent[name]) count(settled[name], key, n);
    }
    this.#recent = noCounts();
  }

  #total(name: 'classes' | 'properties' | 'links'): TallyCounts {
    const total = new Map(this.#settled[name]);
    for (const [key, n] of this.#recent[name]) count(total, key, n);
    return total;
  }
}

function noCounts(): Counts {
  return {
    quads: 0,
    subjects: 0,
    entities: 0,
    classes: new Map(),
    properties: new Map(),
    links: new Map(),
  };
}

function count(counts: Map<string, number>, key: string, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** Scheme and host with a slash, as IRIs of one source share it; of IRIs without a host, the scheme and its colon. */
function iriStart(iri: string): string {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/.exec(iri)?.[0];
  return authority === undefined ? iri.slice(0, iri.indexOf(':') + 1) : `${authority}/`;
}
