/** Superclasses as data states them, for shapes that ask for a class. */
import type { Quad, Term } from './quad.ts';
import { type ShapeData, termKey } from './shape-data.ts';
import { rdfs } from './well-known.ts';

/** Keys of the class and of all above it by rdfs:subClassOf. A cycle ends where it began. */
export function superclassesIn(data: ShapeData, type: Term): ReadonlySet<string> {
  const seen = new Map([[termKey(type), type]]);
  for (const term of seen.values()) {
    for (const { object } of data.match(term, rdfs.subClassOf)) seen.set(termKey(object), object);
  }
  return new Set(seen.keys());
}

/** The statements that a class is below another. */
export function subclassQuads(quads: Iterable<Quad>): Quad[] {
  return [...quads].filter(({ predicate }) => predicate.value === rdfs.subClassOf.value);
}
