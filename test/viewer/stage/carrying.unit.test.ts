import { describe, expect, it, vi } from 'vitest';
import { datasetToGraph } from '../../../src/graph/index.ts';
import { finish } from '../../../src/model/index.ts';
import { type Bounds, sceneBounds } from '../../../src/viewer/stage/bounds.ts';
import { Carrying, type Followers } from '../../../src/viewer/stage/carrying.ts';
import { Moves } from '../../../src/viewer/stage/moves.ts';
import type { Scene } from '../../../src/viewer/stage/scene.ts';
import { sceneSteps } from '../../../src/viewer/stage/scene-steps.ts';
import { newsDataset } from './news-graph.ts';

/** More lines than follow at once, and fewer. */
const [MANY, FEW] = [22_000, 900];

function laidOut(claims: number): Scene {
  const graph = datasetToGraph(newsDataset({ entities: claims / 3, claims, seed: 7 }));
  for (const [at, key] of graph.nodes().entries())
    graph.mergeNodeAttributes(key, {
      x: 10 * Math.sqrt(at) * Math.cos(at),
      y: 10 * Math.sqrt(at) * Math.sin(at),
    });
  return finish(sceneSteps(graph));
}

/** A scene with the bounds that its camera was told, once for each time that it was drawn with all that moved. */
function staged(claims: number) {
  const scene = laidOut(claims);
  const reached: Bounds[] = [];
  const nothing = () => {};
  const followers = {
    frame: { scene },
    labels: { ranks: { forget: nothing } },
    sending: { send: nothing },
    camera: { reach: (bounds: Bounds) => void reached.push(bounds) },
    overview: { changed: nothing },
    settle: nothing,
  } as unknown as Followers;
  return { scene, reached, carrying: new Carrying(new Moves(scene), followers) };
}

const entitiesOf = ({ nodes }: Scene) => nodes.keys.filter((_, node) => nodes.bead[node] === 0);
/** All entities moved by so much. */
const shifted = (scene: Scene, by: number) =>
  new Map(
    entitiesOf(scene).map((key) => {
      const { x, y } = scene.homeOf(scene.nodes.index.get(key)!);
      return [key, { x: x + by, y: y - by }] as const;
    }),
  );
const parts = ({ nodes, edges }: Scene) => [nodes.x, nodes.y, edges.box, edges.bend];

describe('all entities of a graph, put elsewhere', () => {
  it('take their lines along at once where those are few', () => {
    const { scene, reached, carrying } = staged(FEW);
    carrying.put(shifted(scene, 500));
    expect(reached).toEqual([sceneBounds(scene)]);
    const [before] = parts(laidOut(FEW));
    expect(scene.nodes.x.every((x, node) => Math.abs(x - before![node]! - 500) < 1e-6)).toBe(true);
  });

  it('take many lines along in turns, to the same places', async () => {
    const { scene, reached, carrying } = staged(MANY);
    const box = scene.edges.box.slice();
    carrying.put(shifted(scene, 500));
    expect(reached).toEqual([]);
    expect(scene.edges.box).toEqual(box);
    await vi.waitUntil(() => reached.length > 0);
    expect(reached).toEqual([sceneBounds(scene)]);
    const [x, , boxes] = parts(laidOut(MANY));
    expect(scene.nodes.x.every((at, node) => Math.abs(at - x![node]! - 500) < 1e-6)).toBe(true);
    expect(
      scene.edges.box.every(
        (at, side) => Math.abs(at - boxes![side]! - (side % 2 === 0 ? 500 : -500)) < 0.01,
      ),
    ).toBe(true);
  });

  it('arrive before anything else moves', async () => {
    const { scene, reached, carrying } = staged(MANY);
    carrying.put(shifted(scene, 500));
    carrying.put(new Map());
    // The first move has been drawn; what brings all back is under way.
    expect(reached.length).toBe(1);
    await vi.waitUntil(() => reached.length > 1);
    const fresh = laidOut(MANY);
    const home = parts(fresh);
    for (const [at, part] of parts(scene).entries()) expect(part).toEqual(home[at]);
    expect(reached[1]).toEqual(sceneBounds(fresh));
    await new Promise((later) => setTimeout(later, 50));
    expect(reached.length).toBe(2);
  });

  it('go nowhere any more on a stage that is gone', async () => {
    const { scene, reached, carrying } = staged(MANY);
    carrying.put(shifted(scene, 500));
    carrying.kill();
    await new Promise((later) => setTimeout(later, 200));
    expect(reached).toEqual([]);
  });
});
