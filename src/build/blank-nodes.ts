/** Gives blank nodes of one set of quads the labels that the same nodes have in another. */
/// <reference path="./rdf-canonize.d.ts" />
import { tripleLine } from '../formats/index.ts';
import { type Graph, type Quad, quad, type Subject, type Term, TermGuard } from '../rdf/index.ts';
import { blankParts, plainQuads } from './blank-parts.ts';

/** How much work may be spent on nodes that look alike (RDFC-1.0 section 7.1): nodes to this power. */
const WORK = 2;

/**
 * Parts of the graphs that are joined by blank nodes are the same where their canonical forms by RDFC-1.0 are; nodes of
 * parts that changed are paired by what is said of them. Whatever has no partner gets a label that the other side
 * does not have, so that the sets of lines of both differ in nothing but what came and went.
 */
export async function alignBlankNodes(old: readonly Quad[], now: readonly Quad[]): Promise<readonly Quad[]> {
  const [left, right] = [blankParts(old), blankParts(now)];
  if (right.length === 0) return now;
  const labels = new Map<string, string>();
  const known = new Map<string | Quad, { ids: ReadonlyMap<string, string>; part: readonly Quad[] }[]>();
  for (const part of left) {
    const { text, ids } = await canonicalPart(part);
    gather(known, text, { ids, part });
  }
  const changed: Quad[] = [];
  for (const part of right) {
    const { text, ids } = await canonicalPart(part);
    const same = known.get(text)?.pop();
    if (same === undefined) changed.push(...part);
    else {
      const back = new Map([...same.ids].map(([label, id]) => [id, label]));
      // Nodes that stand for triple terms are in the map too, and in no quad.
      for (const [label, id] of ids) labels.set(label, back.get(id)!);
    }
  }
  pairByLines(
    [...known.values()].flat().flatMap(({ part }) => part),
    changed,
    labels,
  );
  return relabelled(now, labels, new Set(left.flatMap((part) => part.flatMap(blanksOf))));
}

async function canonicalPart(
  part: readonly Quad[],
): Promise<{ readonly text: string | Quad; readonly ids: ReadonlyMap<string, string> }> {
  const ids = new Map<string, string>();
  // Only who meets blank nodes loads it.
  const { canonize } = await import('rdf-canonize');
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: WORK } as const;
  try {
    return { text: await canonize(plainQuads(part), { ...options, canonicalIdMap: ids }), ids };
  } catch {
    // Too alike to be told apart in bounded time: like no other part, and paired by its lines.
    return { text: part[0]!, ids };
  }
}

/** Pairs nodes that share most lines, the node itself and its neighbours left nameless. */
function pairByLines(old: readonly Quad[], now: readonly Quad[], labels: Map<string, string>): void {
  const before = linesByNode(old);
  const holders = new Map<string, string[]>();
  for (const [node, lines] of before) {
    for (const line of lines) gather(holders, line, node);
  }
  const taken = new Set<string>();
  for (const [node, lines] of linesByNode(now)) {
    const scores = new Map<string, number>();
    for (const line of lines) {
      const found = holders.get(line) ?? [];
      for (const one of found.length > 64 ? [] : found)
        if (!taken.has(one)) scores.set(one, (scores.get(one) ?? 0) + 1 / found.length);
    }
    const best = [...scores].reduce<[string, number] | undefined>(
      (top, one) => (top === undefined || one[1] > top[1] ? one : top),
      undefined,
    );
    if (best === undefined) continue;
    taken.add(best[0]);
    labels.set(node, best[0]);
  }
}

function linesByNode(quads: readonly Quad[]): Map<string, string[]> {
  const guard = new TermGuard({ own: false, repair: false });
  const found = new Map<string, string[]>();
  for (const one of quads) {
    for (const node of new Set(blanksOf(one))) {
      const anonymous = mapped(one, (label) =>
        guard.blankNode(label === node ? 'self' : 'other', 'a blank node'),
      );
      const line = `${tripleLine(anonymous)}${anonymous.graph.value}`;
      gather(found, node, line);
    }
  }
  return found;
}

function relabelled(
  quads: readonly Quad[],
  labels: Map<string, string>,
  taken: ReadonlySet<string>,
): readonly Quad[] {
  const guard = new TermGuard({ own: false, repair: false });
  let n = 0;
  const label = (own: string): string => {
    const known = labels.get(own);
    if (known !== undefined) return known;
    do n += 1;
    while (taken.has(`new-${n}`));
    labels.set(own, `new-${n}`);
    return `new-${n}`;
  };
  return quads.map((one) =>
    blanksOf(one).length === 0 ? one : mapped(one, (own) => guard.blankNode(label(own), 'a blank node')),
  );
}

function mapped(one: Quad, to: (label: string) => Subject): Quad {
  const term = <T extends Term | Graph>(given: T): T => {
    if (given.termType === 'BlankNode') return to(given.value) as T;
    if (given.termType !== 'Quad') return given;
    return quad(term(given.subject), given.predicate, term(given.object)) as Quad as T;
  };
  return quad(term(one.subject), one.predicate, term(one.object), term(one.graph));
}

/** Adds to the list at a key; a list may grow as long as the graph. */
function gather<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

function blanksOf(one: Quad): string[] {
  const of = (term: Term | Graph): string[] =>
    term.termType === 'BlankNode'
      ? [term.value]
      : term.termType === 'Quad'
        ? [...of(term.subject), ...of(term.object)]
        : [];
  return [...of(one.subject), ...of(one.object), ...of(one.graph)];
}
