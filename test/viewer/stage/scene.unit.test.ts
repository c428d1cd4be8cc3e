import { describe, expect, it } from 'vitest';
import { claimDegrees, datasetToGraph, nodeRadius } from '../../../src/graph/index.ts';
import { finish } from '../../../src/model/index.ts';
import { pointX, pointY } from '../../../src/viewer/stage/curve.ts';
import { UNIT } from '../../../src/viewer/stage/projection.ts';
import { DENIED, IMPLIED, LOOP, STROKES, TIE } from '../../../src/viewer/stage/read-graph.ts';
import { resizedSteps, sceneSteps } from '../../../src/viewer/stage/scene-steps.ts';
import { sampleDataset } from '../../fixtures/sample.ts';
import { sampleScene } from './sample-scene.ts';

const scene = sampleScene();
const { nodes, edges } = scene;
const node = (key: string) => nodes.index.get(key)!;
const edge = (key: string) => edges.index.get(key)!;

describe('the scene of the sample', () => {
  it('draws every claim with two ends, and none of the edges that tie a claim to its ends', () => {
    expect(edges.keys.filter((key) => !key.startsWith('harbour/'))).toEqual([]);
    expect(edges.keys.length).toBe(10);
  });

  it('gives entities the radius that the layout assumed, by the claims at them, a loop once', () => {
    expect(nodes.radius[node('nordlink')]).toBeCloseTo(nodeRadius(5), 5);
    expect(nodes.radius[node('lone-rock')]).toBeCloseTo(nodeRadius(0), 5);
    const degrees = claimDegrees(scene.graph);
    for (const [at, key] of nodes.keys.entries()) expect(nodes.degree[at], key).toBe(degrees.get(key));
  });

  it('knows what each line means', () => {
    expect(edges.style[edge('harbour/c1')]).toBe(STROKES.solid);
    expect(edges.style[edge('harbour/c2')]).toBe(STROKES.solid | DENIED);
    expect(edges.style[edge('harbour/c4')]).toBe(STROKES.dashed | DENIED);
    expect(edges.style[edge('harbour/c8')]).toBe(STROKES.dotted);
    expect(edges.style[edge('harbour/c9')]).toBe(STROKES.solid | IMPLIED | LOOP);
  });

  it('puts the bead of a claim at the middle of its bent line', () => {
    for (const claim of ['harbour/c3', 'harbour/c4']) {
      const bead = node(`claim:${claim}`);
      const trace = scene.trace(edge(claim), UNIT);
      expect(nodes.x[bead]).toBeCloseTo(pointX(trace, 0), 3);
      expect(nodes.y[bead]).toBeCloseTo(-pointY(trace, 0), 3);
    }
    expect(edges.bend[edge('harbour/c3')]).not.toBe(0);
  });

  it('moves with a node its lines, the beads on them, and the claims about those', () => {
    const moving = sampleScene();
    const moved = moving.move(moving.nodes.index.get('tourism')!, 500, 500);
    const keys = (list: Iterable<number>, of: readonly string[]) => [...list].map((at) => of[at]!).sort();
    expect(keys(moved.nodes, moving.nodes.keys)).toEqual(['claim:harbour/c3', 'claim:harbour/c4', 'tourism']);
    expect(keys(moved.edges, moving.edges.keys)).toEqual([
      'harbour/c11',
      'harbour/c3',
      'harbour/c4',
      'harbour/c5',
    ]);
  });

  it('finds the subject of a claim with a literal object', () => {
    expect(scene.subjectOfLiteral('harbour/c7')).toBe(node('quick-tern'));
    expect(scene.subjectOfLiteral('harbour/c1')).toBeUndefined();
  });

  it('draws literals beside the same graph, and all else as it is without them', () => {
    const valued = finish(sceneSteps(scene.graph, { literals: true }));
    expect(valued.graph).toBe(scene.graph);
    const literals = valued.nodes.keys.slice(nodes.keys.length);
    expect(literals).toContain('value:harbour/c7');
    for (const key of literals) expect(valued.literalOf(valued.nodes.index.get(key)!)?.key).toBe(key);
    const own = valued.edges.index.get('harbour/c7')!;
    expect(valued.nodes.keys[valued.edges.source[own]!]).toBe('quick-tern');
    expect(valued.nodes.keys[valued.edges.target[own]!]).toBe('value:harbour/c7');
    expect(valued.predicateOf(own)).toBe(valued.literalOf(valued.edges.target[own]!)?.claim.predicate);
    for (const [at, key] of nodes.keys.entries()) {
      expect(valued.nodes.keys[at]).toBe(key);
      expect([valued.nodes.radius[at], valued.nodes.degree[at]], key).toEqual([
        nodes.radius[at],
        nodes.degree[at],
      ]);
    }
    for (const [at, key] of edges.keys.entries())
      expect([valued.edges.keys[at], valued.edges.style[at]]).toEqual([key, edges.style[at]]);
  });

  it.each([false, true])(
    'takes other sizes as a scene that is read anew does, with literals: %s',
    (literals) => {
      const graph = datasetToGraph(sampleDataset);
      const radii = new Map([['quick-tern', 31]]);
      const old = finish(sceneSteps(graph, { literals, radii: new Map([['lone-rock', 12]]) }));
      // What was dragged there is at home in the other.
      old.move(0, 900, -900);
      const before = JSON.stringify([old.nodes, old.edges]);
      for (const sizes of [radii, undefined]) {
        const { nodes, edges, beads } = finish(resizedSteps(old, sizes));
        const anew = finish(sceneSteps(graph, { literals, radii: sizes }));
        expect({ nodes, edges, beads }).toEqual({ nodes: anew.nodes, edges: anew.edges, beads: anew.beads });
      }
      expect(JSON.stringify([old.nodes, old.edges])).toBe(before);
    },
  );

  it('writes nothing into the data graph', () => {
    const graph = datasetToGraph(sampleDataset);
    const before = JSON.stringify(graph.export());
    const made = finish(sceneSteps(graph, { literals: true }));
    made.move(0, 1, 2);
    expect(JSON.stringify(graph.export())).toBe(before);
  });
});

describe('a claim about a claim with a literal object', () => {
  const [article] = sampleDataset.articles;
  const about = sampleScene({
    ...sampleDataset,
    articles: [
      {
        ...article!,
        claims: article!.claims.map((claim) =>
          claim.id === 'c5' ? { ...claim, object: { claim: 'c7', article: 'harbour' } } : claim,
        ),
      },
    ],
  });

  it('ties the bead, which has no line to sit on, to its subject by a hairline', () => {
    const ties = about.edges.keys.filter((_, at) => (about.edges.style[at]! & TIE) !== 0);
    expect(ties).toEqual(['about:harbour/c7/subject']);
    expect(about.keyOfEdge(about.edges.index.get(ties[0]!)!)).toBe('harbour/c7');
    expect(about.keyOfNode(about.nodes.index.get('claim:harbour/c7')!)).toBe('harbour/c7');
  });
});
