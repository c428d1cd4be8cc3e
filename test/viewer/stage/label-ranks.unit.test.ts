import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/model/index.ts';
import { labelRanks } from '../../../src/viewer/stage/label-ranks.ts';
import { sampleScene } from './sample-scene.ts';

describe('the ranks of labels', () => {
  it('put the larger node first, however little larger, then the one that is mentioned more, then the earlier one', () => {
    const scene = sampleScene();
    const { nodes } = scene;
    const entities = [...nodes.keys.keys()].filter((node) => nodes.bead[node] === 0);
    const [a, b, c, d] = entities as [number, number, number, number];
    nodes.radius.fill(1e-3);
    nodes.mentions.fill(2);
    nodes.radius.set([64.00001, 64], a);
    expect([a, b, c, d]).toEqual([a, a + 1, a + 2, a + 3]);
    nodes.radius[c] = 8;
    nodes.radius[d] = 8;
    nodes.mentions[d] = 3;
    const { nodes: ranked, rank } = finish(labelRanks(scene, 100));
    expect(ranked).toEqual([a, b, d, c, ...entities.slice(4)]);
    expect(ranked.map(rank)).toEqual([...ranked.keys()]);
  });

  it('order all radii like a comparison of the numbers', () => {
    const scene = sampleScene();
    const { radius, bead, mentions } = scene.nodes;
    mentions.fill(0);
    // A fixed row of numbers of very different sizes.
    radius.forEach((_, node) => {
      radius[node] = 2 ** (((node * 7919) % 61) - 30) * (1 + ((node * 31) % 17) / 17);
    });
    const entities = [...radius.keys()].filter((node) => bead[node] === 0);
    expect(finish(labelRanks(scene, 0)).nodes).toEqual(
      entities.sort((a, b) => radius[b]! - radius[a]! || a - b),
    );
  });
});
