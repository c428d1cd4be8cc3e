/** How many claims an entity has: one count for the layout, the drawings, the screen and its tables. */
import type { DrawnGraph } from './attributes.ts';

/**
 * Claims at every node as subject or object, by node key. Each claim counts once at a node: also one that joins the node
 * to itself, and one whose object is a literal. The ties of claim nodes do not count.
 */
export function claimDegrees(graph: DrawnGraph): Map<string, number> {
  const degrees = new Map<string, number>();
  graph.forEachNode((key, { literals }) => {
    degrees.set(key, literals.length);
  });
  graph.forEachEdge((_, { role }, source, target) => {
    if (role !== 'claim') return;
    degrees.set(source, degrees.get(source)! + 1);
    if (source !== target) degrees.set(target, degrees.get(target)! + 1);
  });
  return degrees;
}
