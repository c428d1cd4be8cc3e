/** A SHACL shapes graph as it is read before it is used: what its shapes target, where they belong, what is beyond Core. */

import type { NamedNode, Quad, Subject, Term } from './quad.ts';
import { superclassesIn } from './shape-classes.ts';
import { ShapeData, termKey } from './shape-data.ts';
import { rdf } from './well-known.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS_CLASS = 'http://www.w3.org/2000/01/rdf-schema#Class';
const OWL_IMPORTS = 'http://www.w3.org/2002/07/owl#imports';

/** Constraints and targets of other engines, which would pass in silence (SHACL section 5, SHACL Advanced Features, SHACL-JS). */
const BEYOND_CORE = ['sparql', 'js', 'expression', 'target', 'select', 'ask', 'reifierShape'];

/** Something in a shapes graph that a check can't honour, at the quad that says it. */
export interface ShapeDoubt {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly value: string;
  readonly hint: string;
  readonly quad: Quad;
}

export class ShapeGraph {
  readonly data: ShapeData;
  /** Shapes that have targets of their own, in the order in which they stand. */
  readonly targeted: readonly Subject[];

  constructor(quads: Iterable<Quad>) {
    this.data = new ShapeData(quads);
    const found = new Map<string, Subject>();
    for (const { subject, predicate, object } of this.data) {
      const isTarget = /^target(?:Class|Node|ObjectsOf|SubjectsOf)$/.test(local(predicate));
      const isShape = predicate.value === rdf.type.value && object.value === `${SH}NodeShape`;
      if (isTarget || (isShape && this.#isClass(subject))) found.set(termKey(subject), subject);
    }
    this.targeted = [...found.values()];
  }

  /** The nodes of the data that a shape is about, each once (SHACL section 2.1.3). @param classes of the data and the shapes */
  targets(shape: Subject, data: ShapeData, classes: ShapeData): Term[] {
    const found = new Map<string, Term>();
    const add = (term: Term) => found.set(termKey(term), term);
    const wanted = this.#objects(shape, 'targetClass');
    if (this.#isClass(shape)) wanted.push(shape);
    for (const { subject, object } of data.match(null, rdf.type)) {
      if (wanted.length === 0) break;
      const types = superclassesIn(classes, object);
      if (wanted.some((type) => types.has(termKey(type)))) add(subject);
    }
    for (const node of this.#objects(shape, 'targetNode')) add(node);
    for (const predicate of this.#objects(shape, 'targetSubjectsOf')) {
      for (const { subject } of data.match(null, predicate)) add(subject);
    }
    for (const predicate of this.#objects(shape, 'targetObjectsOf')) {
      for (const { object } of data.match(null, predicate)) add(object);
    }
    return [...found.values()];
  }

  /** The named shape that a shape belongs to; the shape itself where it has a name. */
  nameOf(shape: Subject): string {
    const seen = new Set<string>();
    let queue: Subject[] = [shape];
    while (queue.length > 0) {
      const named = queue.find(({ termType }) => termType === 'NamedNode');
      if (named !== undefined) return named.value;
      for (const node of queue) seen.add(termKey(node));
      queue = queue.flatMap((node) => [...this.data.match(null, null, node)].map(({ subject }) => subject));
      queue = queue.filter((node) => !seen.has(termKey(node)));
    }
    return `_:${shape.value}`;
  }

  /** Texts of a shape, English first. */
  texts(shape: Subject, property: 'description' | 'message'): string[] {
    const texts = this.#objects(shape, property).filter((term) => term.termType === 'Literal');
    const rank = ({ language }: { readonly language: string }) => (/^en\b/i.test(language) ? 0 : 1);
    return texts.sort((a, b) => rank(a) - rank(b)).map(({ value }) => value);
  }

  /** What is not checked here, or not read, though the shapes ask for it. */
  doubts(): ShapeDoubt[] {
    const doubts: ShapeDoubt[] = [];
    for (const quad of this.data) {
      if (quad.predicate.value === OWL_IMPORTS) {
        const hint = 'Name each file with a --shapes of its own.';
        const message = 'the shapes import other shapes, which are not fetched';
        doubts.push({
          severity: 'warning',
          code: 'shapes-not-imported',
          message,
          value: quad.object.value,
          hint,
          quad,
        });
      }
      const name = local(quad.predicate);
      if (this.#isNested(quad)) {
        const message = 'a path within a path is not followed here';
        const hint = 'Write it as a sequence, or as shapes within shapes.';
        const value = this.nameOf(quad.subject);
        doubts.push({ severity: 'error', code: 'shape-path-nested', message, value, hint, quad });
      }
      if (!BEYOND_CORE.includes(name)) continue;
      const message = `sh:${name} is beyond SHACL Core and would pass unchecked`;
      const hint = 'Say it with Core constraints, or check it with an engine for SHACL-SPARQL.';
      const value = this.nameOf(quad.subject);
      doubts.push({ severity: 'error', code: 'shape-beyond-core', message, value, hint, quad });
    }
    return doubts;
  }

  /** The engine takes a blank node in the place of a property for a property. */
  #isNested({ predicate, object }: Quad): boolean {
    if (/^(?:inverse|zeroOrMore|oneOrMore|zeroOrOne)Path$/.test(local(predicate))) {
      return object.termType === 'BlankNode';
    }
    if (local(predicate) !== 'alternativePath') return false;
    return this.#members(object).some(({ termType }) => termType === 'BlankNode');
  }

  #members(list: Term): Term[] {
    const members: Term[] = [];
    const seen = new Set<string>();
    const part = (node: Term, name: string): Term | undefined =>
      [...this.data.match(node)].find(({ predicate }) => predicate.value === RDF + name)?.object;
    for (let node: Term | undefined = list; node && !seen.has(termKey(node)); node = part(node, 'rest')) {
      seen.add(termKey(node));
      const first = part(node, 'first');
      if (first !== undefined) members.push(first);
    }
    return members;
  }

  #objects(shape: Subject, property: string): Term[] {
    return [...this.data.match(shape)]
      .filter(({ predicate }) => predicate.value === SH + property)
      .map(({ object }) => object);
  }

  /** A shape that is a class too targets its own instances. */
  #isClass(shape: Subject): boolean {
    const types = [...this.data.match(shape, rdf.type)].map(({ object }) => object.value);
    return (
      types.includes(`${SH}NodeShape`) && types.some((type) => type === RDFS_CLASS || /owl#Class$/.test(type))
    );
  }
}

function local(predicate: NamedNode): string {
  return predicate.value.startsWith(SH) ? predicate.value.slice(SH.length) : '';
}
