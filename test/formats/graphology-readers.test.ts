import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { gexfParts, graphmlParts, join } from '../../src/formats/index.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
const ends = (of: MultiDirectedGraph): string[] =>
  of.mapEdges((key, { label }, source, target) => `${key}: ${source} ${label} ${target}`).sort();
const labels = (of: MultiDirectedGraph): string[] =>
  of.mapNodes((key, { label }) => `${key}: ${label}`).sort();
const ours = graph as unknown as MultiDirectedGraph;

describe('our files read by graphology', () => {
  it.each(['plain', 'gephi', 'yed'] as const)(
    'GraphML keeps nodes, edges, keys and labels (%s)',
    (flavour) => {
      const read = graphml.parse(MultiDirectedGraph, join(graphmlParts(graph, { flavour })).text);
      expect(labels(read as MultiDirectedGraph)).toEqual(labels(ours));
      expect(ends(read as MultiDirectedGraph)).toEqual(ends(ours));
    },
  );

  it('GraphML keeps places, numbers and truth values', () => {
    const read = graphml.parse(MultiDirectedGraph, join(graphmlParts(graph)).text);
    const { x, y, mentions } = graph.getNodeAttributes('lindmar') as {
      x: number;
      y: number;
      mentions: number;
    };
    expect(read.getNodeAttributes('lindmar')).toMatchObject({ x, y, mentions });
    expect(read.getEdgeAttributes('harbour/c1')).toMatchObject({ confidence: 0.95, plain: true });
  });

  it('GEXF keeps nodes, edges, keys, labels, places, sizes and colours', () => {
    const read = gexf.parse(MultiDirectedGraph, join(gexfParts(graph)).text) as MultiDirectedGraph;
    expect(labels(read)).toEqual(labels(ours));
    expect(ends(read)).toEqual(ends(ours));
    const { x, y } = graph.getNodeAttributes('lone-rock');
    expect(read.getNodeAttributes('lone-rock')).toMatchObject({ x, y, size: 4, color: 'rgb(176,111,0)' });
  });
});
