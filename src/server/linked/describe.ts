/** The description of one thing: its own statements, those of the claims about it, and the names of all that they mention. */
import type { Quad } from '../../rdf/index.ts';
import { nodeKey, type QuadGraph } from './quad-graph.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const OA = 'http://www.w3.org/ns/oa#';
const PROV = 'http://www.w3.org/ns/prov#';
const CLEW = 'https://w3id.org/clew/ns#';
const TYPE = `${RDF}type`;

/** What tells a reader of the description what a mentioned thing is called. */
const NAMING = [`${RDFS}label`, `${RDFS}comment`, 'http://purl.org/dc/terms/title'];
/** Parts that have no life of their own: they are described with what they belong to. */
const PART =
  /^(?:quantity|attribution|credit|prefix|partition|distribution|linkset)\/|\/(?:target|position|quote)(?:\/\d+)?$/;

/**
 * The quads that describe a node, in no order, each once: what it is the subject of, its parts with theirs, the claims
 * that it stands in, the evidence of a claim, the paragraphs and claims of an article, and every quad that points to it;
 * of what all these mention, kind and name. A graph's IRI gives the whole graph.
 *
 * @param pathOf where an IRI of the dataset is served: by their path they say what they are; `undefined` or a path under
 *   `ns/` for others
 */
export function describe(iri: string, graph: QuadGraph, pathOf: (iri: string) => string | undefined): Quad[] {
  const whole = graph.inGraph(iri);
  if (whole.length > 0) return [...whole];
  return new Description(graph, pathOf).of(iri);
}

class Description {
  readonly #graph: QuadGraph;
  readonly #pathOf: (iri: string) => string | undefined;
  readonly #quads = new Set<Quad>();
  readonly #described = new Set<string>();

  constructor(graph: QuadGraph, pathOf: (iri: string) => string | undefined) {
    this.#graph = graph;
    this.#pathOf = pathOf;
  }

  of(iri: string): Quad[] {
    this.#add(iri);
    const step = this.#step(iri);
    if (step === 'claim') this.#addEvidence(iri);
    for (const quad of this.#graph.pointingTo(iri)) this.#addPointing(quad, step);
    this.#addNames();
    return [...this.#quads];
  }

  /** The node with its parts. */
  #add(node: string): void {
    if (this.#described.has(node)) return;
    this.#described.add(node);
    for (const quad of this.#graph.about(node)) {
      this.#quads.add(quad);
      const object = nodeKey(quad.object);
      if (object !== undefined && (object.startsWith('_:') || PART.test(this.#path(object)))) {
        this.#add(object);
      }
    }
  }

  #addPointing(quad: Quad, step: string): void {
    const { predicate } = quad;
    const subject = nodeKey(quad.subject)!;
    const from = this.#step(subject);
    if (step === 'article') {
      if (from === 'paragraph' || from === 'structure') this.#add(subject);
      else if (from === 'claim') this.#addPlainly(subject);
    } else if (step === '') {
      // A term: what is of its class or has it as predicate, and its place among other terms. Modalities and the
      // like are pointed to by everything.
      if (predicate.value === TYPE ? from === 'id' : from === '' || predicate.value === `${RDF}predicate`) {
        this.#quads.add(quad);
      }
    } else if (from === 'claim') {
      this.#add(subject);
    } else if (from === 'attribution') {
      for (const claim of this.#claimsOf(subject)) this.#add(claim);
    } else {
      this.#quads.add(quad);
    }
  }

  /** The node without its parts. */
  #addPlainly(node: string): void {
    this.#described.add(node);
    for (const quad of this.#graph.about(node)) this.#quads.add(quad);
  }

  #addEvidence(claim: string): void {
    const bodies = [claim, ...[...this.#described].filter((node) => this.#step(node) === 'attribution')];
    for (const body of bodies) {
      for (const { subject, predicate } of this.#graph.pointingTo(body)) {
        if (predicate.value === `${OA}hasBody`) this.#add(nodeKey(subject)!);
      }
    }
  }

  /** The claims that a link of an attribution belongs to, through however many others. */
  #claimsOf(link: string, seen = new Set<string>()): string[] {
    if (seen.has(link)) return [];
    seen.add(link);
    return this.#graph.pointingTo(link).flatMap(({ subject, predicate }) => {
      const node = nodeKey(subject)!;
      if (predicate.value === `${CLEW}attribution`) return [node];
      return predicate.value === `${CLEW}via` ? this.#claimsOf(node, seen) : [];
    });
  }

  /** Kind and name of what is mentioned and not described. */
  #addNames(): void {
    const mentioned = new Set<string>();
    for (const { subject, predicate, object } of this.#quads) {
      mentioned.add(nodeKey(subject)!);
      const key = nodeKey(object);
      // The kinds of what is described are named, the vocabulary of the record is not.
      if (key !== undefined && predicate.value !== `${PROV}wasDerivedFrom`) mentioned.add(key);
    }
    for (const node of mentioned) {
      if (this.#described.has(node)) continue;
      for (const quad of this.#graph.about(node)) {
        const isKind = quad.predicate.value === TYPE && this.#step(node) === 'id';
        if (isKind || NAMING.includes(quad.predicate.value)) this.#quads.add(quad);
      }
    }
  }

  /** Empty for terms and for the IRIs of others. */
  #path(node: string): string {
    const path = this.#pathOf(node) ?? '';
    return path.startsWith('ns/') ? '' : path;
  }
  #step(node: string): string {
    return this.#path(node).split('/', 1)[0]!;
  }
}
