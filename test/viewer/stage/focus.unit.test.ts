import { describe, expect, it } from 'vitest';
import { focusOf, selectionOf } from '../../../src/viewer/stage/attention.ts';
import { around, type Items, itemsOf } from '../../../src/viewer/stage/focus.ts';
import { sampleScene } from './sample-scene.ts';

const scene = sampleScene();
const keys = ({ nodes, edges }: Items) => ({
  nodes: [...nodes].map((at) => scene.nodes.keys[at]!).sort(),
  edges: [...edges].map((at) => scene.edges.keys[at]!).sort(),
});
const node = (key: string) => ({ node: scene.nodes.index.get(key)! });
const edge = (key: string) => ({ edge: scene.edges.index.get(key)! });

describe('keys and items', () => {
  it('takes a claim for its line and its bead, by either name', () => {
    const both = { nodes: ['claim:harbour/c3'], edges: ['harbour/c3'] };
    expect(keys(itemsOf(scene, ['harbour/c3']))).toEqual(both);
    expect(keys(itemsOf(scene, ['claim:harbour/c3']))).toEqual(both);
  });

  it('passes over what the graph does not have', () => {
    expect(keys(itemsOf(scene, ['nobody']))).toEqual({ nodes: [], edges: [] });
  });
});

describe('the neighbourhood of', () => {
  it('a node is its lines, their other ends, and the beads on them', () => {
    expect(keys(around(scene, node('tourism')))).toEqual({
      nodes: ['claim:harbour/c3', 'claim:harbour/c4', 'nordlink', 'quick-tern', 'tourism'],
      edges: ['harbour/c11', 'harbour/c3', 'harbour/c4'],
    });
  });

  it('a line is its two ends', () => {
    expect(keys(around(scene, edge('harbour/c10')))).toEqual({
      nodes: ['anna-berg', 'lindmar'],
      edges: ['harbour/c10'],
    });
  });

  it('a claim that others speak of is the same from its line and from its bead, with what they say', () => {
    const expected = {
      nodes: ['claim:harbour/c3', 'claim:harbour/c4', 'quick-tern', 'tourism'],
      edges: ['harbour/c3', 'harbour/c4', 'harbour/c5'],
    };
    expect(keys(around(scene, edge('harbour/c4')))).toEqual(expected);
    expect(keys(around(scene, node('claim:harbour/c4')))).toEqual(expected);
  });
});

describe('the focus of a view', () => {
  it('is nothing, so that nothing recedes, without emphasis and pointer', () => {
    expect(focusOf(scene, itemsOf(scene, []), undefined)).toBeUndefined();
  });

  it('gives emphasised claims their ends', () => {
    expect(keys(focusOf(scene, itemsOf(scene, ['harbour/c6']), undefined)!)).toEqual({
      nodes: ['old-gull', 'quick-tern'],
      edges: ['harbour/c6'],
    });
  });

  it('unites emphasis and pointer', () => {
    expect(keys(focusOf(scene, itemsOf(scene, ['lone-rock']), node('anna-berg'))!)).toEqual({
      nodes: ['anna-berg', 'lindmar', 'lone-rock'],
      edges: ['harbour/c10'],
    });
  });
});

describe('the selection of a view', () => {
  it('gives beads of selected claims the accent, and entities none', () => {
    const { nodes, accent } = selectionOf(scene, ['harbour/c3', 'lindmar']);
    expect([...nodes].map((at) => scene.nodes.keys[at])).toEqual(['claim:harbour/c3', 'lindmar']);
    expect([...accent].map((at) => scene.nodes.keys[at])).toEqual(['claim:harbour/c3']);
  });

  it('marks the subject of a claim with a literal object', () => {
    const { accent, edges } = selectionOf(scene, ['harbour/c7']);
    expect([...accent].map((at) => scene.nodes.keys[at])).toEqual(['quick-tern']);
    expect(edges.size).toBe(0);
  });
});
