/** Closure over superclasses and superproperties. */
import { compareCodePoints, type OntologyIndex } from '../model/index.ts';

/** The class and all its superclasses, foreign ones included. A cycle ends where it began. */
export function superclasses(index: OntologyIndex, id: string): ReadonlySet<string> {
  return closure(id, (term) => index.classes[term]?.parents ?? []);
}

/** The property and all its superproperties, foreign ones included. */
export function superproperties(index: OntologyIndex, id: string): ReadonlySet<string> {
  return closure(id, (term) => index.properties[term]?.parents ?? []);
}

/** True where the kind is one of the classes or a subclass of one; also where no class is asked for. */
export function isOneOf(index: OntologyIndex, kind: string, classes: readonly string[]): boolean {
  if (classes.length === 0) return true;
  const line = superclasses(index, kind);
  return classes.some((id) => line.has(id));
}

function closure(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const id of seen) for (const parent of [...next(id)].sort(compareCodePoints)) seen.add(parent);
  return seen;
}
