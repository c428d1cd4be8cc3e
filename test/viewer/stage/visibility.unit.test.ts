import { describe, expect, it } from 'vitest';
import { shownItems } from '../../../src/viewer/stage/visibility.ts';
import { sampleScene } from './sample-scene.ts';

const scene = sampleScene();

function hidden(nodes: string[], edges: string[]): string[] {
  const shown = shownItems(scene, new Set(nodes), new Set(edges));
  return [
    ...scene.nodes.keys.filter((_, at) => shown.nodes[at] === 0),
    ...scene.edges.keys.filter((_, at) => shown.edges[at] === 0),
  ];
}

describe('what filters leave on screen', () => {
  it('is everything where nothing is hidden', () => {
    expect(hidden([], [])).toEqual([]);
  });

  it('takes the lines of a hidden node away', () => {
    expect(hidden(['old-gull'], [])).toEqual(['old-gull', 'harbour/c6']);
  });

  it('takes a claim away with its bead, and the claims about it', () => {
    expect(hidden([], ['harbour/c4'])).toEqual(['claim:harbour/c4', 'harbour/c4', 'harbour/c5']);
  });

  it('takes beads and claims about claims away with an end of the line below them', () => {
    expect(hidden(['tourism'], [])).toEqual([
      'tourism',
      'claim:harbour/c3',
      'claim:harbour/c4',
      'harbour/c11',
      'harbour/c3',
      'harbour/c4',
      'harbour/c5',
    ]);
  });

  it('passes over keys that it does not know', () => {
    expect(hidden(['nobody'], ['harbour/c99'])).toEqual([]);
  });
});
