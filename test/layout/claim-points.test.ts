import { describe, expect, it } from 'vitest';
import { nodeRadius } from '../../src/graph/index.ts';
import { layoutGraph } from '../../src/layout/index.ts';
import { type ClaimSpec, graphOf, placesOf, unroundedPlaces } from './graphs.ts';

function laidOut(
  entities: readonly string[],
  claims: readonly ClaimSpec[],
): Record<string, readonly [number, number]> {
  const graph = graphOf(entities, claims);
  layoutGraph(graph);
  expect(unroundedPlaces(graph)).toEqual([]);
  return placesOf(graph);
}

function expectMiddle(middle: readonly number[], a: readonly number[], b: readonly number[]): void {
  // Each of the three is rounded to 0.01.
  expect(Math.abs(middle[0]! - (a[0]! + b[0]!) / 2)).toBeLessThan(0.0051);
  expect(Math.abs(middle[1]! - (a[1]! + b[1]!) / 2)).toBeLessThan(0.0051);
}

describe('a claim that others refer to', () => {
  it('stands at the middle of its edge', () => {
    const places = laidOut(
      ['a', 'b', 'c'],
      [
        ['x/c1', 'a', 'b'],
        ['x/c2', 'c', 'claim:x/c1'],
      ],
    );
    expectMiddle(places['claim:x/c1']!, places.a!, places.b!);
  });

  it('stands at the middle of claims that are placed before it, whatever their keys', () => {
    const places = laidOut(
      ['a', 'b', 'c', 'd'],
      [
        ['x/c3', 'a', 'b'],
        ['x/c2', 'claim:x/c3', 'c'],
        ['x/c1', 'claim:x/c2', 'claim:x/c3'],
        ['x/c0', 'd', 'claim:x/c1'],
      ],
    );
    expectMiddle(places['claim:x/c3']!, places.a!, places.b!);
    expectMiddle(places['claim:x/c2']!, places['claim:x/c3']!, places.c!);
    expectMiddle(places['claim:x/c1']!, places['claim:x/c2']!, places['claim:x/c3']!);
  });

  it.each([
    [
      'a literal object',
      [
        ['x/c1', 'a'],
        ['x/c2', 'b', 'claim:x/c1'],
      ],
    ],
    [
      'a loop',
      [
        ['x/c1', 'a', 'a'],
        ['x/c2', 'b', 'claim:x/c1'],
      ],
    ],
  ] satisfies [string, ClaimSpec[]][])('stands beside its subject with %s', (_, claims) => {
    const places = laidOut(['a', 'b'], claims);
    const [[ax, ay], [cx, cy]] = [places.a!, places['claim:x/c1']!];
    const distance = Math.hypot(ax - cx, ay - cy);
    expect(distance).toBeGreaterThan(nodeRadius(2));
    expect(distance).toBeLessThan(nodeRadius(2) + 15);
  });

  it('draws what refers to it towards both of its ends', () => {
    const places = laidOut(
      ['a', 'b', 'c'],
      [
        ['x/c1', 'a', 'b'],
        ['x/c2', 'c', 'claim:x/c1'],
      ],
    );
    const to = (id: string): number =>
      Math.hypot(places[id]![0] - places.c![0], places[id]![1] - places.c![1]);
    expect(to('claim:x/c1')).toBeLessThan(to('a'));
    expect(to('claim:x/c1')).toBeLessThan(to('b'));
  });

  it('hangs nothing where claims refer to each other in a ring', () => {
    const places = laidOut(
      ['a', 'b'],
      [
        ['x/c1', 'a', 'claim:x/c2'],
        ['x/c2', 'claim:x/c1', 'b'],
        ['x/c3', 'claim:x/c3', 'claim:x/c3'],
        ['x/c4', 'claim:x/c5', 'claim:x/c6'],
        ['x/c5', 'claim:x/c6', 'claim:x/c4'],
        ['x/c6', 'claim:x/c4', 'claim:x/c5'],
      ],
    );
    expectMiddle(places['claim:x/c2']!, places['claim:x/c1']!, places.b!);
    expect(places['claim:x/c3']).toEqual([0, 0]);
  });

  it('takes no room: its neighbours stand as if it had no node', () => {
    const claims: ClaimSpec[] = [
      ['x/c1', 'a', 'b'],
      ['x/c2', 'b', 'c'],
    ];
    const without = laidOut(['a', 'b', 'c'], claims);
    const graph = graphOf(['a', 'b', 'c'], claims);
    // Only a qualifier refers to the claim: no edge ends at its node.
    graph.addNode('claim:x/c1', { role: 'claim', literals: [] } as never);
    graph.addEdgeWithKey('about:x/c1/subject', 'claim:x/c1', 'a', { role: 'about' } as never);
    graph.addEdgeWithKey('about:x/c1/object', 'claim:x/c1', 'b', { role: 'about' } as never);
    layoutGraph(graph);
    const { 'claim:x/c1': claim, ...entities } = placesOf(graph);
    expect(entities).toEqual(without);
    expectMiddle(claim!, without.a!, without.b!);
  });

  it('may top a tower of ten thousand claims about claims', () => {
    const tower = Array.from(
      { length: 10_000 },
      (_, i): ClaimSpec => [`x/c${i}`, i === 0 ? 'a' : `claim:x/c${i - 1}`, 'b'],
    );
    const places = laidOut(['a', 'b'], tower);
    expectMiddle(places['claim:x/c9998']!, places['claim:x/c9997']!, places.b!);
  });
});
