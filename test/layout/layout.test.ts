import { describe, expect, it } from 'vitest';
import { datasetToGraph } from '../../src/graph/index.ts';
import { DEFAULTS, layoutGraph } from '../../src/layout/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import {
  type ClaimSpec,
  claimsBetween,
  graphOf,
  newsLike,
  overlappingPairs,
  placesOf,
  unroundedPlaces,
} from './graphs.ts';

describe('layoutGraph', () => {
  it('gives the same places twice', () => {
    const [one, other] = [newsLike(120), newsLike(120)];
    expect(layoutGraph(one)).toEqual(layoutGraph(other));
    expect(placesOf(one)).toEqual(placesOf(other));
  });

  it('does not depend on the order in which nodes and edges were added', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    const claims = claimsBetween('a-b', 'b-c', 'c-a', 'c-d', 'd-e', 'e-f', 'f-d', 'g-h', 'i-a', 'j-c', 'a-j');
    const forwards = graphOf(ids, claims);
    const backwards = graphOf([...ids].reverse(), [...claims].reverse());
    layoutGraph(forwards);
    layoutGraph(backwards);
    expect(placesOf(backwards)).toEqual(placesOf(forwards));
  });

  it('does not depend on where the nodes stood before', () => {
    const [fresh, moved] = [newsLike(40), newsLike(40)];
    moved.updateEachNodeAttributes((_, attributes) => ({ ...attributes, x: 17, y: Number.NaN }));
    layoutGraph(fresh);
    layoutGraph(moved);
    expect(placesOf(moved)).toEqual(placesOf(fresh));
  });

  it.each([2, 3, 5, 17, 60, 150, 400])('lets no two of %i entities overlap', (size) => {
    const graph = newsLike(size);
    layoutGraph(graph);
    expect(overlappingPairs(graph)).toEqual([]);
    expect(unroundedPlaces(graph)).toEqual([]);
  });

  it('keeps nodes a margin apart across and down, with room for a label to the right', () => {
    const graph = newsLike(80);
    layoutGraph(graph);
    const places = Object.entries(placesOf(graph));
    const crowded = places.filter(([a, [ax, ay]]) =>
      places.some(
        ([b, [bx, by]]) =>
          a !== b && bx >= ax && bx - ax < DEFAULTS.labelRoom && Math.abs(ay - by) < 12 + DEFAULTS.margin,
      ),
    );
    expect(crowded).toEqual([]);
  });

  it('reports what it did', () => {
    const graph = graphOf(['a', 'b', 'c', 'd', 'e', 'f'], claimsBetween('a-b', 'b-c', 'd-e'));
    const report = layoutGraph(graph);
    expect(report).toEqual({
      entities: 6,
      claims: 0,
      components: 2,
      singles: 1,
      iterations: expect.any(Number),
      converged: true,
      width: expect.any(Number),
      height: expect.any(Number),
    });
    expect(report.iterations).toBeGreaterThan(0);
    expect(report.iterations).toBeLessThan(DEFAULTS.iterations);
  });

  it('says so where its iterations ran out before it came to rest', () => {
    const { iterations, converged } = layoutGraph(newsLike(120), { iterations: 20 });
    expect({ iterations, converged }).toEqual({ iterations: 20, converged: false });
  });

  it('lays out no node at all, one node and two', () => {
    expect(layoutGraph(graphOf([]))).toEqual({
      entities: 0,
      claims: 0,
      components: 0,
      singles: 0,
      iterations: 0,
      converged: true,
      width: 0,
      height: 0,
    });
    const one = graphOf(['a']);
    layoutGraph(one);
    expect(placesOf(one)).toEqual({ a: [-DEFAULTS.labelRoom / 2, 0] });
    const two = graphOf(['a', 'b'], claimsBetween('a-b'));
    layoutGraph(two);
    expect(overlappingPairs(two)).toEqual([]);
    const { a, b } = placesOf(two);
    // Sloping, so that the left one's name does not lie on the edge.
    expect((a![1] - b![1]) / (b![0] - a![0])).toBeCloseTo(Math.sqrt(1 - 0.81) / 0.9, 1);
  });

  it('centres the picture', () => {
    const graph = newsLike(60);
    const { width, height } = layoutGraph(graph);
    const places = Object.values(placesOf(graph));
    const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(-width / 2);
    expect(Math.max(...xs)).toBeLessThanOrEqual(width / 2);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(-height / 2);
    expect(Math.max(...ys)).toBeLessThanOrEqual(height / 2);
  });

  it('fills a wide screen rather than a high one', () => {
    for (const size of [30, 60, 120, 240]) {
      const { width, height } = layoutGraph(newsLike(size));
      expect(width / height).toBeGreaterThan(1.1);
      expect(width / height).toBeLessThan(2);
    }
  });

  it('parts twins, which have the same neighbours', () => {
    const graph = graphOf(
      ['hub', 'rim', 't1', 't2', 't3'],
      claimsBetween('hub-t1', 'hub-t2', 'hub-t3', 'rim-t1', 'rim-t2', 'rim-t3'),
    );
    layoutGraph(graph);
    expect(overlappingPairs(graph)).toEqual([]);
    const { t1, t2, t3 } = placesOf(graph);
    expect(new Set([t1, t2, t3].map(String)).size).toBe(3);
  });

  it('untwists a ring', () => {
    const ring = Array.from({ length: 100 }, (_, i) => `n${i}`);
    const claims = ring.map((id, i): ClaimSpec => [`a/c${i}`, id, ring[(i + 1) % ring.length]!]);
    const graph = graphOf(ring, claims);
    layoutGraph(graph);
    const places = placesOf(graph);
    const crossings = claims.flatMap(([key, a, b]) =>
      claims
        .filter(([other, c, d]) => key < other && new Set([a, b, c, d]).size === 4)
        .filter(([, c, d]) => cross(places[a]!, places[b!]!, places[c]!, places[d!]!)),
    );
    expect(crossings).toEqual([]);
  });

  it('ignores loops but draws their nodes larger', () => {
    const graph = graphOf(['a', 'b'], [...claimsBetween('a-b', 'a-a', 'a-a', 'b-b')]);
    const plain = graphOf(['a', 'b'], claimsBetween('a-b'));
    layoutGraph(graph);
    layoutGraph(plain);
    expect(overlappingPairs(graph)).toEqual([]);
    const across = ({ a, b }: ReturnType<typeof placesOf>): number => Math.abs(a![0] - b![0]);
    expect(across(placesOf(graph))).toBeGreaterThan(across(placesOf(plain)));
  });

  it('draws entities with many claims between them nearer to each other', () => {
    const path = ['a', 'b', 'c', 'd', 'e', 'f'];
    const claims = claimsBetween('a-b', 'b-c', 'c-d', 'd-e', 'e-f', 'b-c', 'c-b', 'b-c', 'b-c');
    const graph = graphOf(path, claims);
    layoutGraph(graph);
    const { b, c, d } = placesOf(graph);
    const to = (p: readonly number[], q: readonly number[]): number =>
      Math.hypot(p[0]! - q[0]!, p[1]! - q[1]!);
    expect(to(b!, c!)).toBeLessThan(to(c!, d!));
  });

  it('stands single entities in even rows below the rest, sorted by id', () => {
    const singles = ['p', 'q', 'r', 's'];
    const graph = graphOf([...singles, 'a', 'b', 'c', 'd'], claimsBetween('a-b', 'b-c', 'c-d', 'd-a'));
    layoutGraph(graph);
    const places = placesOf(graph);
    const lowest = Math.min(...['a', 'b', 'c', 'd'].map((id) => places[id]![1]));
    const reading = [...singles].sort(
      (m, n) => places[n]![1] - places[m]![1] || places[m]![0] - places[n]![0],
    );
    expect(reading).toEqual(singles);
    for (const id of singles) expect(places[id]![1]).toBeLessThan(lowest);
    const [columns, rows] = [0, 1].map((axis) => new Set(singles.map((id) => places[id]![axis]!)));
    expect(columns!.size * rows!.size).toBe(singles.length);
  });

  it('lays out the sample dataset, which has claims about claims, a loop and a literal', () => {
    const graph = datasetToGraph(sampleDataset);
    const { entities, claims, converged } = layoutGraph(graph);
    expect({ entities, claims, converged }).toEqual({ entities: 10, claims: 2, converged: true });
    expect(overlappingPairs(graph)).toEqual([]);
    expect(unroundedPlaces(graph)).toEqual([]);
  });
});

describe('components', () => {
  it('neither overlap nor run through each other', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ids = names.flatMap((name) => Array.from({ length: 7 }, (_, i) => `${name}${i}`));
    const claims = claimsBetween(
      ...names.flatMap((name) => [1, 2, 3, 4, 5, 6].map((i) => `${name}${i}-${name}${Math.floor(i / 2)}`)),
    );
    const graph = graphOf([...ids, 'single'], claims);
    expect(layoutGraph(graph)).toMatchObject({ components: 5, singles: 1 });
    const places = placesOf(graph);
    for (const [, from, to] of claims) {
      for (const id of ids) {
        if (id[0] === from[0]) continue;
        expect(distanceToLine(places[id]!, places[from]!, places[to!]!)).toBeGreaterThan(DEFAULTS.margin);
      }
    }
  });

  it('are held together by claims about claims', () => {
    const graph = graphOf(
      ['a', 'b', 'c', 'd', 'far'],
      [
        ...claimsBetween('a-b', 'c-d'),
        ['a/about', 'claim:a/c0', 'claim:a/c1'],
        ['a/far', 'far', 'claim:a/about'],
      ],
    );
    expect(layoutGraph(graph)).toMatchObject({ components: 1, singles: 0, claims: 3 });
  });
});

type Place = readonly [number, number];

function cross(a: Place, b: Place, c: Place, d: Place): boolean {
  const side = (from: Place, to: Place, at: Place): number =>
    Math.sign((to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** From a point to the nearest point of a line between two others. */
function distanceToLine(
  point: readonly [number, number],
  from: readonly [number, number],
  to: readonly [number, number],
) {
  const [byX, byY] = [to[0] - from[0], to[1] - from[1]];
  const along = ((point[0] - from[0]) * byX + (point[1] - from[1]) * byY) / (byX ** 2 + byY ** 2);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - from[0] - byX * part, point[1] - from[1] - byY * part);
}

describe('progress', () => {
  it('runs from 0 to the number of entities and never falls', () => {
    const told: number[] = [];
    layoutGraph(newsLike(60), {
      onProgress: (done, total) => {
        expect(total).toBe(60);
        told.push(done);
      },
    });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(60);
    expect(told.length).toBeGreaterThan(5);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('is told of the forces and of the pushing apart that follows', () => {
    const graph = newsLike(600);
    const told: number[] = [];
    layoutGraph(graph, { onProgress: (done) => told.push(done) });
    const largest = 0.85 * 600;
    const [forces, pushing] = [
      told.filter((done) => done < 0.6 * largest),
      told.filter((done) => done > 0.61 * largest && done < largest),
    ];
    expect([forces.length > 5, pushing.length > 5]).toEqual([true, true]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('can be stopped, which leaves the graph as it was', () => {
    const graph = newsLike(60);
    const signal = { aborted: false };
    const before = placesOf(graph);
    expect(() =>
      layoutGraph(graph, {
        signal,
        onProgress: (done) => {
          if (done > 20) signal.aborted = true;
        },
      }),
    ).toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(placesOf(graph)).toEqual(before);
  });
});
