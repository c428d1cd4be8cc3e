import { describe, expect, it } from 'vitest';
import { nodeRadius } from '../../src/graph/index.ts';
import { DEFAULTS, layoutGraph } from '../../src/layout/index.ts';
import { claimsBetween, graphOf, newsLike, overlappingPairs, placesOf, unroundedPlaces } from './graphs.ts';

type Places = Map<string, { x: number; y: number }>;

function asPrevious(places: Record<string, readonly [number, number]>): Places {
  return new Map(Object.entries(places).map(([id, [x, y]]) => [id, { x, y }]));
}

describe('places from an earlier layout', () => {
  it('are kept where nothing changed', () => {
    const graph = newsLike(100);
    layoutGraph(graph);
    const before = placesOf(graph);
    expect(layoutGraph(graph, { previous: asPrevious(before) })).toMatchObject({
      iterations: 0,
      converged: true,
    });
    expect(placesOf(graph)).toEqual(before);
  });

  it('are kept when entities come in, which settle near their neighbours', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const pairs = ['a-b', 'b-c', 'c-d', 'd-e', 'e-f', 'f-g', 'g-h'];
    const first = graphOf(ids, claimsBetween(...pairs));
    layoutGraph(first);
    const before = placesOf(first);
    const second = graphOf([...ids, 'new1', 'new2'], claimsBetween(...pairs, 'new1-a', 'new2-new1'));
    layoutGraph(second, { previous: asPrevious(before) });
    const after = placesOf(second);
    for (const id of ids) expect(after[id]).toEqual(before[id]);
    expect(overlappingPairs(second)).toEqual([]);
    const to = (p: readonly number[], q: readonly number[]): number =>
      Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!);
    expect(to(after.new1!, after.a!)).toBeLessThan(to(after.new1!, after.h!));
    expect(to(after.new2!, after.new1!)).toBeLessThan(to(after.new2!, after.h!));
  });

  it('hold still while new entities find theirs', () => {
    const graph = graphOf(['a', 'b', 'n'], claimsBetween('a-b', 'n-a'));
    layoutGraph(graph, {
      previous: new Map([
        ['a', { x: -2000, y: 0 }],
        ['b', { x: 2000, y: 0 }],
      ]),
    });
    const { a, b, n } = placesOf(graph);
    expect({ a, b }).toEqual({ a: [-2000, 0], b: [2000, 0] });
    expect(Math.hypot(n![0] + 2000, n![1])).toBeLessThan(600);
  });

  it('start new entities near their neighbours, for however few iterations', () => {
    const graph = graphOf(['a', 'b', 'n', 'next'], claimsBetween('a-b', 'n-a', 'next-n'));
    layoutGraph(graph, {
      iterations: 1,
      previous: new Map([
        ['a', { x: -2000, y: 0 }],
        ['b', { x: 2000, y: 0 }],
      ]),
    });
    const { n, next } = placesOf(graph);
    expect(Math.hypot(n![0] + 2000, n![1])).toBeLessThan(200);
    expect(Math.hypot(next![0] + 2000, next![1])).toBeLessThan(200);
  });

  it('leave room for labels around new entities', () => {
    const first = newsLike(60);
    layoutGraph(first);
    const second = newsLike(60);
    second.addNode('new', { role: 'entity', literals: [] } as never);
    for (const i of [1, 2, 3]) second.addEdgeWithKey(`b/c${i}`, 'new', `e${i}`, { role: 'claim' } as never);
    layoutGraph(second, { previous: asPrevious(placesOf(first)) });
    const { new: own, ...others } = placesOf(second);
    const radius = nodeRadius(3);
    const crowding = Object.entries(others).filter(
      ([, [x, y]]) =>
        Math.abs(y - own![1]) < radius + 4 &&
        x - own![0] > -DEFAULTS.labelRoom &&
        x - own![0] < radius + DEFAULTS.labelRoom,
    );
    expect(crowding).toEqual([]);
  });

  it('leave what has nothing to do with them below', () => {
    const first = graphOf(['a', 'b', 'c'], claimsBetween('a-b', 'b-c', 'c-a'));
    layoutGraph(first);
    const before = placesOf(first);
    const second = graphOf(['a', 'b', 'c', 'x', 'y', 'z'], claimsBetween('a-b', 'b-c', 'c-a', 'x-y'));
    layoutGraph(second, { previous: asPrevious(before) });
    const after = placesOf(second);
    expect({ a: after.a, b: after.b, c: after.c }).toEqual(before);
    const lowest = Math.min(...['a', 'b', 'c'].map((id) => before[id]![1]));
    for (const id of ['x', 'y', 'z']) expect(after[id]![1]).toBeLessThan(lowest - DEFAULTS.gap);
  });

  it('are parted where they coincide', () => {
    const graph = newsLike(50);
    const previous: Places = new Map(graph.nodes().map((id) => [id, { x: 5, y: 5 }]));
    const { width, height } = layoutGraph(graph, { previous });
    expect(overlappingPairs(graph)).toEqual([]);
    expect(unroundedPlaces(graph)).toEqual([]);
    expect(width / height).toBeGreaterThan(0.5);
    expect(width / height).toBeLessThan(3);
  });

  it('count for nothing where they are not finite, absurdly far or not of this graph', () => {
    const [fresh, other] = [newsLike(30), newsLike(30)];
    layoutGraph(fresh);
    layoutGraph(other, {
      previous: new Map([
        ['e0', { x: Number.NaN, y: 0 }],
        ['e1', { x: 0, y: Infinity }],
        ['e2', { x: 1e12, y: 0 }],
        ['nobody', { x: 1, y: 1 }],
      ]),
    });
    expect(placesOf(other)).toEqual(placesOf(fresh));
  });

  it('give the same picture whatever order they come in', () => {
    const before = newsLike(40);
    layoutGraph(before);
    const known = [...asPrevious(placesOf(before))].slice(0, 25);
    const [one, other] = [newsLike(40), newsLike(40)];
    layoutGraph(one, { previous: new Map(known) });
    layoutGraph(other, { previous: new Map([...known].reverse()) });
    expect(placesOf(other)).toEqual(placesOf(one));
  });
});
