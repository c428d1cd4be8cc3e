import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../../src/graph/index.ts';
import { Channels, PRESENCE } from '../../../src/viewer/stage/channels.ts';
import { pointX, pointY } from '../../../src/viewer/stage/curve.ts';
import { type Frame, qualityFor } from '../../../src/viewer/stage/frame.ts';
import { paintOf } from '../../../src/viewer/stage/paint.ts';
import { edgeAt, FINGER, MOUSE, nodeAt } from '../../../src/viewer/stage/pick.ts';
import { screenX, screenY } from '../../../src/viewer/stage/projection.ts';
import { sampleScene } from './sample-scene.ts';

const scene = sampleScene();
const { nodes, edges } = scene;

function frame(): Frame {
  const states = (count: number) => {
    const channels = new Channels(count);
    for (let item = 0; item < count; item += 1) channels.put(item, PRESENCE, 1);
    return channels;
  };
  return {
    scene,
    quality: qualityFor(0, 0),
    nodeStates: states(nodes.keys.length),
    edgeStates: states(edges.keys.length),
    projection: {
      scale: 1.5,
      originX: 400,
      originY: 300,
      width: 800,
      height: 600,
      ratio: 1,
      minRadius: 2,
      maxRadius: 22,
    },
    paint: paintOf(LIGHT),
    clock: 1,
    dim: 0,
    moving: false,
    covers: () => [],
  };
}
const at = (key: string): [number, number] => {
  const { projection } = frame();
  const node = nodes.index.get(key)!;
  return [screenX(projection, nodes.x[node]!), screenY(projection, nodes.y[node]!)];
};

describe('the node under the pointer', () => {
  it('is the one whose disc holds it', () => {
    expect(nodeAt(frame(), ...at('lindmar'), MOUSE)).toEqual({ node: nodes.index.get('lindmar') });
  });

  it('may be missed by a finger, by more than by a mouse', () => {
    const [x, y] = at('lone-rock');
    const beside = x - 6 - 9;
    expect(nodeAt(frame(), beside, y, MOUSE)).toBeUndefined();
    expect(nodeAt(frame(), beside, y, FINGER)).toEqual({ node: nodes.index.get('lone-rock') });
  });

  it('is never a hidden one', () => {
    const hidden = frame();
    hidden.nodeStates.put(nodes.index.get('lindmar')!, PRESENCE, 0);
    expect(nodeAt(hidden, ...at('lindmar'), MOUSE)).toBeUndefined();
  });
});

describe('the line under the pointer', () => {
  it('is found on every line, loops and parallel curves too, wherever it is seen', () => {
    const view = frame();
    for (const [edge, key] of edges.keys.entries()) {
      const trace = scene.trace(edge, view.projection);
      const found = [0.3, 0.5, 0.7].map((share) => {
        const s = trace.from + (trace.to - trace.from) * share;
        const item = edgeAt(view, pointX(trace, s) + 1, pointY(trace, s), MOUSE);
        return item && 'edge' in item ? edges.keys[item.edge] : undefined;
      });
      expect(found).toContain(key);
    }
  });

  it('follows the curve: on the chord between parallel lines there is none', () => {
    const view = frame();
    const [ax, ay] = at('nordlink');
    const [bx, by] = at('quick-tern');
    expect(edgeAt(view, (ax + bx) / 2, (ay + by) / 2, MOUSE)).toBeUndefined();
  });
});
