import { describe, expect, it } from 'vitest';
import type { ClewGraph } from '../../src/graph/index.ts';
import { LayoutRun, type LayoutRunOptions, layoutGraph } from '../../src/layout/index.ts';
import { claimsBetween, graphOf, newsLike, overlappingPairs, placesOf } from './graphs.ts';

/** Runs to rest. @returns the places, and the batches it took */
function run(graph: ClewGraph, options: LayoutRunOptions = {}) {
  const layout = new LayoutRun(graph, options);
  let batches = 1;
  while (layout.step()) batches += 1;
  layout.finish();
  const at = layout.places();
  const places = Object.fromEntries(layout.ids.map((id, i) => [id, [at[2 * i]!, at[2 * i + 1]!] as const]));
  return { layout, places, batches };
}

const laidOut = (size: number): ClewGraph => {
  const graph = newsLike(size);
  layoutGraph(graph);
  return graph;
};

const spread = (places: Record<string, readonly [number, number]>): number => {
  const all = Object.values(places);
  return Math.sqrt(all.reduce((sum, [x, y]) => sum + x * x + y * y, 0) / all.length);
};

describe('a layout that is run on', () => {
  it('comes to rest by itself, in the same places each time, about as large as it was, and without overlaps', () => {
    const graph = laidOut(120);
    const { places, batches } = run(graph);
    expect(run(graph).places).toEqual(places);
    expect(batches).toBeLessThan(200);
    expect(spread(places) / spread(placesOf(graph))).toBeGreaterThan(0.7);
    expect(spread(places) / spread(placesOf(graph))).toBeLessThan(1.4);
    for (const [id, [x, y]] of Object.entries(places)) graph.mergeNodeAttributes(id, { x, y });
    expect(overlappingPairs(graph)).toEqual([]);
  });

  it('says how far it has come: never less than before, and all of it at rest', () => {
    const layout = new LayoutRun(laidOut(120));
    const shares = [layout.share];
    while (layout.step()) shares.push(layout.share);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(2);
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(layout.share).toBe(1);
    expect(new LayoutRun(graphOf(['alone'])).share).toBe(1);
  });

  it('never touches the graph', () => {
    const graph = laidOut(40);
    const before = placesOf(graph);
    run(graph);
    expect(placesOf(graph)).toEqual(before);
  });

  it('leaves what is pinned in its place, and neighbours follow it', () => {
    const graph = laidOut(40);
    const hub = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a))[0]!;
    const far = { x: 900, y: 400 };
    const near = (places: Record<string, readonly [number, number]>) =>
      graph
        .neighbors(hub)
        .reduce((sum, id) => sum + Math.hypot(places[id]![0] - far.x, places[id]![1] - far.y), 0);
    const { places } = run(graph, { places: new Map([[hub, far]]), pinned: new Set([hub]) });
    expect(places[hub]).toEqual([far.x, far.y]);
    expect(near(places)).toBeLessThan(0.8 * near(placesOf(graph)));
  });

  it('takes an entity from a hand that drags it, and its neighbours follow', () => {
    const graph = graphOf(['a', 'b'], claimsBetween('a-b'));
    layoutGraph(graph);
    const layout = new LayoutRun(graph);
    layout.step();
    layout.pin('a', { x: 500, y: 0 });
    while (layout.step());
    const [ax, ay, bx] = layout.places();
    expect([ax, ay]).toEqual([500, 0]);
    expect(bx).toBeGreaterThan(250);
  });

  it('moves only what takes part, along the claims that count', () => {
    const graph = graphOf(['a', 'b', 'c', 'd'], claimsBetween('a-b', 'b-c', 'c-d'));
    layoutGraph(graph);
    const { layout } = run(graph, { entities: new Set(['a', 'b', 'c']) });
    expect(layout.ids).toEqual(['a', 'b', 'c']);
    const before = placesOf(graph);
    const still = run(graph, { claims: new Set() }).places;
    expect(still).toEqual(before);
  });
});
