/** Claims that other claims refer to: in which order their nodes can be put at the middles of their edges. */

/**
 * Claim nodes, each after the claim nodes at the ends of its own edge. Claims that refer to each other in a ring come
 * last, in their own order.
 *
 * @param ownEdge by node: the edge of a claim's node, -1 for entities and for claims without an edge
 * @param source node by edge  @param target node by edge
 */
export function middleOrder(ownEdge: Int32Array, source: Int32Array, target: Int32Array): number[] {
  const waiting = new Map<number, number>();
  const dependants = new Map<number, number[]>();
  for (let node = 0; node < ownEdge.length; node += 1) {
    const edge = ownEdge[node]!;
    if (edge < 0) continue;
    const ends = [source[edge]!, target[edge]!].filter((end) => ownEdge[end]! >= 0);
    waiting.set(node, ends.length);
    for (const end of ends) {
      const list = dependants.get(end);
      if (list) list.push(node);
      else dependants.set(end, [node]);
    }
  }
  const order = [...waiting.keys()].filter((node) => waiting.get(node) === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const next of dependants.get(order[at]!) ?? []) {
      const left = waiting.get(next)! - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  const placed = new Set(order);
  for (const node of waiting.keys()) if (!placed.has(node)) order.push(node);
  return order;
}

/** The middle of an arc between two points, y upwards. @param bend as of `bendOf` */
export function arcMiddle(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  bend: number,
): { readonly x: number; readonly y: number } {
  return { x: (x0 + x1) / 2 - bend * (y1 - y0), y: (y0 + y1) / 2 + bend * (x1 - x0) };
}
