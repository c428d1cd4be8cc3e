import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphmlParts, join, type PlainGraph, readGraphml } from '../../src/formats/index.ts';
import { graphToDataset } from '../../src/graph/index.ts';
import { type Dataset, ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { text, withTexts } from './hostile.ts';
import { laidOut } from './laid-out.ts';
import { hasPythonReaders, rewriteWithPython } from './python-readers.ts';

const graph = laidOut();
const written = join(graphmlParts(graph)).text;
const foreign = (body: string): PlainGraph => {
  const read = readGraphml(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${body}</graphml>`);
  if (read.kind !== 'plain') throw new Error('not read as a plain graph');
  return read.graph;
};
const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('readGraphml of our own files', () => {
  it.each(['plain', 'gephi', 'yed'] as const)(
    'gives an equal dataset and the same places (%s)',
    (flavour) => {
      const read = readGraphml(join(graphmlParts(graph, { flavour })).text);
      if (read.kind !== 'clew') throw new Error('not recognised');
      expect(read.report).toEqual({ losses: [] });
      expect(graphToDataset(read.graph)).toEqual(sampleDataset);
      expect(read.graph.nodes()).toEqual(graph.nodes());
      for (const key of graph.nodes()) {
        expect(read.graph.getNodeAttribute(key, 'x')).toBeCloseTo(graph.getNodeAttribute(key, 'x'), 1);
        expect(read.graph.getNodeAttribute(key, 'y')).toBeCloseTo(graph.getNodeAttribute(key, 'y'), 1);
      }
    },
  );

  it('does so with several articles that tell different things of one entity', () => {
    const second = {
      ...sampleArticle,
      id: 'annex',
      credits: [],
      entities: sampleArticle.entities.map((entity) => ({
        ...entity,
        aliases: [{ text: `${entity.id} again` }],
      })),
      claims: sampleArticle.claims
        .filter(({ id }) => id !== 'c5')
        .map((claim) => ({ ...claim, article: 'annex' })),
    };
    const dataset: Dataset = { ...sampleDataset, articles: [second, sampleArticle] };
    const read = readGraphml(join(graphmlParts(laidOut(dataset))).text);
    expect(read.kind === 'clew' && graphToDataset(read.graph)).toEqual(dataset);
  });

  it('does so from pieces of any size', () => {
    const pieces = written.match(/[\s\S]{1,7}/g)!;
    const read = readGraphml(pieces);
    expect(read.kind === 'clew' && graphToDataset(read.graph)).toEqual(sampleDataset);
  });

  it('does so for any label, also one that flat columns must refuse: the JSON part escapes it', () => {
    fc.assert(
      fc.property(text, text, (label, statement) => {
        const dataset = withTexts(label, statement);
        const read = readGraphml(join(graphmlParts(laidOut(dataset), { repair: true })).text);
        expect(read.kind === 'clew' && graphToDataset(read.graph)).toEqual(dataset);
      }),
      { numRuns: 25 },
    );
  });

  it.runIf(hasPythonReaders).each(['networkx', 'igraph'] as const)(
    'does so after %s has read and rewritten the file',
    (tool) => {
      const read = readGraphml(rewriteWithPython(tool, written));
      if (read.kind !== 'clew') throw new Error('not recognised');
      expect(graphToDataset(read.graph)).toEqual(sampleDataset);
      expect(read.report).toEqual({ losses: [] });
      expect(read.graph.getNodeAttribute('lindmar', 'x')).toBe(graph.getNodeAttribute('lindmar', 'x'));
    },
  );

  it('keeps what is left after another tool took nodes out, and counts what went with them', () => {
    const without = written.replace(/ {4}<node id="quick-tern">[\s\S]*?<\/node>\n/, '');
    const read = readGraphml(without);
    if (read.kind !== 'clew') throw new Error('not recognised');
    // c7 went with its node; c1, c3, c4, c6 and c8 name the ship; c5 is about c3 and c4.
    expect(graphToDataset(read.graph).articles[0]!.claims.map(({ id }) => id)).toEqual([
      'c2',
      'c9',
      'c10',
      'c11',
    ]);
    expect(read.report.losses).toEqual([
      { what: 'nodes that only edges name', count: 1 },
      { what: 'claims that refer to something no longer in the file', count: 6 },
      { what: 'nodes that are not of the dataset', count: 3 },
    ]);
  });

  it('says which part is damaged', () => {
    const damaged = written.replace(/(<data key="e_clew">)\{/, '$1{{');
    expect(problemsOf(() => readGraphml(damaged))[0]).toMatch(
      /^error: the attribute clew of edge “harbour\/c1” is not a JSON object \(bad-part\)/,
    );
    const misshapen = written.replace(/"modality":"attempted"/, '"modality":"maybe"');
    expect(problemsOf(() => readGraphml(misshapen))).toEqual([
      'error: the attribute clew of edge “harbour/c8”: modality must be one of asserted, reported, opinion, predicted, attempted (dataset-shape) ["maybe"]',
    ]);
  });
});

describe('readGraphml of other files', () => {
  it('reads typed values, defaults, directions and parallel edges', () => {
    const { nodes, edges, attributes } = foreign(`
      <key id="d0" for="node" attr.name="color" attr.type="string"><default>yellow</default></key>
      <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
      <key id="d2" for="all" attr.name="seen" attr.type="boolean"/>
      <key id="d3" for="graph" attr.name="name" attr.type="string"/>
      <graph edgedefault="undirected"><data key="d3">A &amp; <![CDATA[<B>]]></data>
        <node id="a"><data key="d0">green</data><data key="d2">true</data></node>
        <node id="b"/>
        <edge id="x" source="a" target="b"><data key="d1">1.5e3</data></edge>
        <edge source="a" target="b" directed="true"><data key="d1">-INF</data></edge>
        <edge id="e1" source="b" target="b"/>
      </graph>`);
    expect([...attributes]).toEqual([['name', 'A & <B>']]);
    expect(nodes.map(({ key, attributes }) => [key, Object.fromEntries(attributes)])).toEqual([
      ['a', { color: 'green', seen: true }],
      ['b', { color: 'yellow' }],
    ]);
    expect(edges.map(({ attributes, ...edge }) => ({ ...edge, ...Object.fromEntries(attributes) }))).toEqual([
      { key: 'x', source: 'a', target: 'b', directed: false, weight: 1500 },
      { key: 'e2', source: 'a', target: 'b', directed: true, weight: Number.NEGATIVE_INFINITY },
      { key: 'e1', source: 'b', target: 'b', directed: false },
    ]);
  });

  it('takes labels and places from what yEd draws', () => {
    const { nodes, edges } = foreign(`
      <key id="d6" for="node" yfiles.type="nodegraphics"/><key id="d10" for="edge" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed">
        <node id="n0"><data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">
          <y:Geometry height="30.0" width="60.0" x="100.0" y="20.0"/><y:NodeLabel>Ferry
          <y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
        <edge id="e0" source="n0" target="n0"><data key="d10"><y:PolyLineEdge xmlns:y="http://www.yworks.com/xml/graphml">
          <y:EdgeLabel>runs</y:EdgeLabel></y:PolyLineEdge></data></edge>
      </graph>`);
    expect(Object.fromEntries(nodes[0]!.attributes)).toEqual({ label: 'Ferry', x: 130, y: -35 });
    expect(Object.fromEntries(edges[0]!.attributes)).toEqual({ label: 'runs' });
  });

  it('counts what it cannot keep', () => {
    const { report } = readGraphml(`<graphml><key id="d" for="node" attr.name="when" attr.type="date"/>
      <key id="n" for="node" attr.name="n" attr.type="int"/>
      <graph edgedefault="directed"><node id="a"><data key="d">2031</data><data key="u">?</data><data key="n">many</data>
        <graph edgedefault="directed"><node id="b"/></graph></node>
        <hyperedge><endpoint node="a"/></hyperedge><edge source="a" target="ghost"/></graph></graphml>`);
    expect(report.losses).toEqual([
      { what: 'keys of the unknown type date, read as text', count: 1 },
      { what: 'values of undeclared keys, read as text', count: 1 },
      { what: 'values that are not of their declared type, read as text', count: 1 },
      { what: 'nested or further graphs, read as one', count: 1 },
      { what: 'hyperedges', count: 1 },
      { what: 'nodes that only edges name', count: 1 },
    ]);
  });

  it('counts what stands beside nodes, edges and values', () => {
    const { report } =
      readGraphml(`<graphml><desc>Of a harbour</desc><key id="a" for="node" attr.name="n" attr.type="long"/>
      <key id="b" for="all" attr.name="n" attr.type="string"/><key id="g" for="node" yfiles.type="nodegraphics"/>
      <graph edgedefault="directed"><node id="a" labels=":Port"><port name="p"/><data key="a">1</data><data key="a">2</data>
        <data key="b">two</data><data key="g"><y:NodeLabel>A</y:NodeLabel><y:NodeLabel>B</y:NodeLabel></data></node>
        <edge source="a" target="a" sourceport="p"/></graph></graphml>`);
    expect(report.losses).toEqual([
      { what: 'attributes renamed because another one has their name', count: 1 },
      { what: 'ports', count: 1 },
      { what: 'further values of one key on one element, of which the last is kept', count: 1 },
      { what: 'ends of edges at ports, read as ends at their nodes', count: 1 },
      { what: 'elements <desc>', count: 1 },
      { what: 'XML attributes that GraphML does not have', count: 1 },
      { what: 'further labels in drawings', count: 1 },
      { what: 'drawings of yEd, of which places and labels are kept', count: 1 },
    ]);
  });

  it('keeps the type that a key declares, and every digit of whole numbers of 64 bits', () => {
    const { nodes, types } = foreign(`
      <key id="0" for="node" attr.name="big" attr.type="long"/><key id="1" for="node" attr.name="share" attr.type="float"/>
      <key id="2" for="all" attr.name="n" attr.type="int"><default>7</default></key>
      <graph edgedefault="directed"><node id="a"><data key="0">-9223372036854775808</data><data key="1">2</data></node>
        <node id="b"><data key="0">9223372036854775808</data><data key="1">-INF</data><data key="2">+8</data></node></graph>`);
    expect(nodes.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { big: -9223372036854775808n, share: 2, n: 7 },
      { big: '9223372036854775808', share: Number.NEGATIVE_INFINITY, n: 8 },
    ]);
    expect([Object.fromEntries(types.node), Object.fromEntries(types.edge)]).toEqual([
      { big: 'long', share: 'float', n: 'int' },
      { n: 'int' },
    ]);
  });

  it('refuses what is not a graph, with line and column', () => {
    expect(
      problemsOf(() =>
        readGraphml(
          '<graphml><graph edgedefault="directed">\n<node id="a"/>\n <node id="a"/>\n<edge source="a"/></graph></graphml>',
          {
            file: 'twice.graphml',
          },
        ),
      ),
    ).toEqual([
      'twice.graphml:3:16: error: two nodes have the same id (not-a-graph) [a]',
      'twice.graphml:4:19: error: an edge lacks one of its ends (not-a-graph)',
    ]);
    expect(problemsOf(() => readGraphml('<svg/>', { file: 'a.svg' }))).toEqual([
      'a.svg: error: there is no <graph> in this file (not-graphml)',
    ]);
  });

  it('refuses what is not well-formed, and entities that a DTD declares', () => {
    expect(problemsOf(() => readGraphml('<graphml>\n  <graph></graphml>', { file: 'cut.graphml' }))).toEqual([
      'cut.graphml:2:20: error: not well-formed: unexpected close tag (xml-syntax)',
    ]);
    const bomb =
      '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><graphml><graph>&b;</graph></graphml>';
    expect(problemsOf(() => readGraphml(bomb))).toEqual([
      'input:1:76: error: not well-formed: undefined entity (xml-syntax)',
    ]);
  });
});
