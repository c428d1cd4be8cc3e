/** Which kinds share a colour: each kind goes to its root class, the most frequent roots get the hues. */
import { compareCodePoints, type OntologyIndex } from '../model/index.ts';

/** How many groups may have a hue of their own; the rest share the neutral "other". */
export const HUES = 8;

export interface KindGroup {
  /** The root class, or `other`. */
  readonly id: string;
  /** Place in the palette, 0-based; -1 for `other`. */
  readonly hue: number;
  /** Kinds in the group that occur, sorted. */
  readonly kinds: readonly string[];
  /** Entities in it. */
  readonly count: number;
}

/**
 * Groups kinds by root class: the topmost ancestor inside the dataset's ontologies, passing over classes that hold
 * every other kind (a common root such as "entity" would put all in one group). Where a kind has several, the first
 * by code point. Groups come most frequent first; past {@link HUES} they are united in `other`.
 *
 * @param counts entities per kind
 */
export function kindGroups(ontology: OntologyIndex, counts: ReadonlyMap<string, number>): KindGroup[] {
  const kinds = [...counts.keys()].sort(compareCodePoints);
  const lines = new Map(kinds.map((kind) => [kind, ancestors(kind, ontology)]));
  const common = new Set(
    kinds.length < 2
      ? []
      : [...(lines.get(kinds[0]!) ?? [])].filter((id) =>
          kinds.every((kind) => kind !== id && lines.get(kind)!.has(id)),
        ),
  );
  const members = new Map<string, string[]>();
  for (const kind of kinds) {
    const root = rootOf(kind, lines.get(kind)!, common, ontology);
    const list = members.get(root);
    if (list) list.push(kind);
    else members.set(root, [kind]);
  }
  const total = (list: readonly string[]) => list.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  const ranked = [...members].sort(([a, x], [b, y]) => total(y) - total(x) || compareCodePoints(a, b));
  const groups: KindGroup[] = ranked
    .slice(0, HUES)
    .map(([id, list], hue) => ({ id, hue, kinds: list, count: total(list) }));
  const rest = ranked.slice(HUES).flatMap(([, list]) => list);
  if (rest.length > 0)
    groups.push({ id: 'other', hue: -1, kinds: rest.sort(compareCodePoints), count: total(rest) });
  return groups;
}

/** The kind itself and all its superclasses within the ontologies. */
function ancestors(kind: string, { classes }: OntologyIndex): Set<string> {
  const seen = new Set<string>();
  const open = [kind];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const parent of classes[id]?.parents ?? []) if (classes[parent]) open.push(parent);
  }
  return seen;
}

function rootOf(
  kind: string,
  line: ReadonlySet<string>,
  common: ReadonlySet<string>,
  { classes }: OntologyIndex,
): string {
  const roots = [...line].filter(
    (id) =>
      !common.has(id) &&
      (classes[id]?.parents ?? []).every((parent) => !classes[parent] || common.has(parent) || parent === id),
  );
  return roots.sort(compareCodePoints)[0] ?? kind;
}
