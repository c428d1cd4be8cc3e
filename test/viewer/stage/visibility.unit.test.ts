import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/model/index.ts';
import { sceneSteps } from '../../../src/viewer/stage/scene-steps.ts';
import { shownItems } from '../../../src/viewer/stage/visibility.ts';
import { MarkedSet } from '../../../src/viewer/state/numbered.ts';
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

  it('takes the node of a literal away with its claim', () => {
    const valued = finish(sceneSteps(scene.graph, { literals: true }));
    const shown = shownItems(valued, new Set(), new Set(['harbour/c7']));
    expect(valued.nodes.keys.filter((_, at) => shown.nodes[at] === 0)).toEqual(['value:harbour/c7']);
    expect(valued.edges.keys.filter((_, at) => shown.edges[at] === 0)).toEqual(['harbour/c7']);
  });

  it('is the same for sets that are marked by number', () => {
    const claims = ['nobody/c1', 'harbour/c4', 'harbour/c6'];
    const numbered = { names: claims, numbers: new Map(claims.map((key, at) => [key, at])) };
    const marked = (...marks: number[]) => new MarkedSet(numbered, Uint8Array.from(marks));
    const none = new Set<string>();
    for (const [set, keys] of [
      [marked(1, 1, 0), ['harbour/c4']],
      [marked(0, 0, 1), ['harbour/c6']],
    ] as const)
      expect(shownItems(scene, none, set)).toEqual(shownItems(scene, none, new Set(keys)));
  });

  it('passes over keys that it does not know', () => {
    expect(hidden(['nobody'], ['harbour/c99'])).toEqual([]);
  });
});
