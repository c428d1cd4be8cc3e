import { describe, expect, it } from 'vitest';
import { extentsOf, sceneBounds } from '../../../src/viewer/stage/bounds.ts';
import { pointX, pointY } from '../../../src/viewer/stage/curve.ts';
import type { Items } from '../../../src/viewer/stage/focus.ts';
import { type Extent, frameExtents, MARGIN } from '../../../src/viewer/stage/framing.ts';
import { UNIT } from '../../../src/viewer/stage/projection.ts';
import { sampleScene } from './sample-scene.ts';

const point = (x: number, y: number, rest: Partial<Extent> = {}): Extent => ({
  x,
  y,
  radius: 0,
  left: 0,
  right: 0,
  up: 0,
  down: 0,
  ...rest,
});

describe('framing', () => {
  it('is nothing for nothing', () => {
    expect(frameExtents([], 800, 600, 2)).toBeUndefined();
  });

  it('comes no closer than it may', () => {
    expect(frameExtents([point(10, 20)], 800, 600, 2)).toEqual({ x: 10, y: 20, scale: 2 });
  });

  it('fills the canvas up to its margin in the tighter direction', () => {
    const view = frameExtents([point(0, 0), point(1000, 100)], 800, 600, 2)!;
    expect(view.scale).toBeCloseTo((800 - 2 * MARGIN) / 1000, 3);
    expect([view.x, view.y].map(Math.round)).toEqual([500, 50]);
  });

  it('keeps room for labels, which do not shrink with the graph', () => {
    const extents = [point(0, 0, { left: 100 }), point(1000, 0, { right: 60, radius: 10 })];
    const { x, scale } = frameExtents(extents, 800, 600, 2)!;
    const screen = (at: number) => 400 + (at - x) * scale;
    expect(screen(0) - 100).toBeCloseTo(MARGIN, 0);
    expect(screen(1010) + 60).toBeCloseTo(800 - MARGIN, 0);
  });
});

describe('the bounds of a scene', () => {
  const scene = sampleScene();
  const { x, y, side } = sceneBounds(scene);

  it('hold every disc whole', () => {
    for (const [node] of scene.nodes.keys.entries()) {
      const radius = scene.nodes.radius[node]!;
      expect(scene.nodes.x[node]! - radius).toBeGreaterThanOrEqual(x[0]);
      expect(scene.nodes.x[node]! + radius).toBeLessThanOrEqual(x[1]);
      expect(scene.nodes.y[node]! - radius).toBeGreaterThanOrEqual(y[0]);
      expect(scene.nodes.y[node]! + radius).toBeLessThanOrEqual(y[1]);
    }
    expect(side).toBe(Math.max(x[1] - x[0], y[1] - y[0]));
  });

  it('hold curves and loops, which reach beyond the nodes', () => {
    const bent = [...scene.edges.keys.keys()].filter((edge) => scene.edges.bend[edge] !== 0);
    expect(bent.length).toBeGreaterThan(1);
    for (const edge of bent) {
      const trace = scene.trace(edge, UNIT);
      const middle = (trace.from + trace.to) / 2;
      expect(pointX(trace, middle)).toBeGreaterThan(x[0]);
      expect(pointX(trace, middle)).toBeLessThan(x[1]);
      expect(-pointY(trace, middle)).toBeGreaterThan(y[0]);
      expect(-pointY(trace, middle)).toBeLessThan(y[1]);
    }
  });

  it('are the same for all items as for each of them', () => {
    const nodes = new Set(scene.nodes.keys.keys());
    const edges = new Set(scene.edges.keys.keys());
    const label = (node: number) => (node === 1 ? { width: 80, height: 16, slot: 2 } : undefined);
    const view = (items: Items | undefined) => frameExtents(extentsOf(scene, items, label), 800, 600, 2);
    expect(view({ nodes, edges })).toEqual(view(undefined));
  });
});
