/** By which of its classes a foreign thing is shown. */
import { compareCodePoints } from '../model/index.ts';
import { GENERAL_CLASSES } from './foreign-vocabulary.ts';

/** Direct superclasses or superproperties by IRI, without circles. */
export type Parents = ReadonlyMap<string, readonly string[]>;

/** A term and all that is above it. */
export function withAncestors(iri: string, parents: Parents): Set<string> {
  const found = new Set([iri]);
  for (const one of found) for (const parent of parents.get(one) ?? []) found.add(parent);
  return found;
}

/** A link that would close a circle is left out: of two equivalent classes the first in code-point order is the lower one. */
export function withoutCircles(links: ReadonlyMap<string, Iterable<string>>): Parents {
  const parents = new Map<string, string[]>();
  for (const child of [...links.keys()].sort(compareCodePoints)) {
    for (const parent of [...links.get(child)!].sort(compareCodePoints)) {
      if (withAncestors(parent, parents).has(child)) continue;
      const known = parents.get(child);
      if (known) known.push(parent);
      else parents.set(child, [parent]);
    }
  }
  return parents;
}

/**
 * The classes of a thing, the one first that it is shown by: none that says nothing, none above another of them; of the rest
 * the one that most things of the file have, then the first in code-point order.
 *
 * @param counts things per class
 */
export function rankedKinds(
  types: ReadonlySet<string>,
  parents: Parents,
  counts: ReadonlyMap<string, number>,
): string[] {
  const all = [...types].sort(compareCodePoints);
  if (all.length < 2) return all;
  const above = new Set(
    all.flatMap((type) => [...withAncestors(type, parents)].filter((one) => one !== type)),
  );
  const candidates = all.filter((type) => !above.has(type));
  const telling = candidates.filter((type) => !GENERAL_CLASSES.has(type));
  const kind = (telling.length > 0 ? telling : candidates).reduce((best, type) =>
    (counts.get(type) ?? 0) > (counts.get(best) ?? 0) ? type : best,
  );
  return [kind, ...all.filter((type) => type !== kind)];
}
