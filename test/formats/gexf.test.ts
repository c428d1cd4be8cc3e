import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GexfOptions, gexfParts, join, readGexf } from '../../src/formats/index.ts';
import { type ClewGraph, graphToDataset } from '../../src/graph/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { text, withTexts, xmlText } from './hostile.ts';
import { laidOut } from './laid-out.ts';
import { hasPythonReaders, readWithPython } from './python-readers.ts';

const graph = laidOut();
const write = (options: Partial<GexfOptions> = {}, of: ClewGraph = graph): string =>
  join(gexfParts(of, options)).text;
const elementOf = (file: string, start: string): string => {
  const from = file.indexOf(start);
  return file.slice(from, file.indexOf(start.startsWith('<node') ? '</node>' : '</edge>', from));
};
const withTime = (time: string): ClewGraph =>
  laidOut({
    ...sampleDataset,
    articles: [
      {
        ...sampleArticle,
        claims: sampleArticle.claims.map(({ time: _, ...claim }) =>
          claim.id === 'c1' ? { ...claim, time } : claim,
        ),
      },
    ],
  });

describe('writeGexf', () => {
  it('writes a node with typed attributes, colour, place and size', () => {
    const { x, y } = graph.getNodeAttributes('lone-rock');
    const colours = new Map([['ex:Place', '#8a63c7']]);
    expect(
      elementOf(write({ lean: true, colours }), '<node id="lone-rock"'),
    ).toBe(`<node id="lone-rock" label="Lone Rock">
        <attvalues>
          <attvalue for="role" value="entity"/>
          <attvalue for="label_en" value="Lone Rock"/>
          <attvalue for="label_vi" value="Đảo Đá"/>
          <attvalue for="kind" value="ex:Place"/>
          <attvalue for="kindLabel" value="place"/>
          <attvalue for="mentions" value="0"/>
          <attvalue for="articles" value="harbour"/>
          <attvalue for="iri" value="https://data.example/sample/id/lone-rock"/>
        </attvalues>
        <viz:color r="138" g="99" b="199"/>
        <viz:position x="${x}" y="${y}"/>
        <viz:size value="4"/>
      `);
  });

  it('tells parallel claims of one predicate apart by their kind, so that Gephi keeps both', () => {
    const kinds = [...write().matchAll(/<edge id="(.*?)" .*? kind="(.*?)"/g)].map(
      ([, id, kind]) => `${id} ${kind}`,
    );
    expect(kinds).toContain('harbour/c3 ex:boosts');
    expect(kinds).toContain('harbour/c4 ex:boosts 2');
    expect(kinds).toContain('harbour/c1 ex:operates');
    expect(kinds).toContain('harbour/c8 ex:operates 2');
  });

  it('draws lines in the style of their claims', () => {
    const shapeOf = (key: string) =>
      /viz:shape value="(.*?)"/.exec(elementOf(write(), `<edge id="${key}"`))![1];
    expect([shapeOf('harbour/c1'), shapeOf('harbour/c6'), shapeOf('harbour/c8')]).toEqual([
      'solid',
      'dashed',
      'dotted',
    ]);
  });

  it('says when a claim holds in whole days', () => {
    expect(elementOf(write(), '<edge id="harbour/c1"')).toMatch(/ start="2031-05-01" end="2031-05-31">/);
    expect(write()).toContain('mode="dynamic" timeformat="date" timerepresentation="interval"');
  });

  it('is static without times, and counts times that days cannot say', () => {
    const { text: file, result } = join(gexfParts(withTime('2031-21')));
    expect(file).toContain('mode="static">');
    expect(result.losses).toEqual([
      { what: 'times that no interval of days can say, told as text only', count: 1 },
    ]);
    expect(join(gexfParts(withTime('2031~'))).result.losses).toEqual([
      { what: 'approximate times, drawn as exact', count: 1 },
    ]);
  });

  it('takes colours by kind from outside', () => {
    const file = write({ colours: new Map([['ex:Place', '#010203']]) });
    expect(elementOf(file, '<node id="lone-rock"')).toContain('<viz:color r="1" g="2" b="3"/>');
  });

  it('refuses what XML cannot hold', () => {
    const bad = laidOut({ ...sampleDataset, title: { en: 'a\u0007' } });
    expect(() => write({}, bad)).toThrow(ProblemError);
    expect(write({ repair: true }, bad)).toContain('a\ufffd');
  });
});

describe('readGexf', () => {
  it('gives an equal dataset and the same places from our own file', () => {
    const read = readGexf(write());
    if (read.kind !== 'clew') throw new Error('not recognised');
    expect(read.report).toEqual({ losses: [] });
    expect(graphToDataset(read.graph)).toEqual(sampleDataset);
    expect(read.graph.export().nodes).toEqual(graph.export().nodes);
  });

  it('does so for any label', () => {
    fc.assert(
      fc.property(text, text, (label, statement) => {
        const dataset = withTexts(label, statement);
        const read = readGexf(write({ repair: true }, laidOut(dataset)));
        expect(read.kind === 'clew' && graphToDataset(read.graph)).toEqual(dataset);
      }),
      { numRuns: 25 },
    );
  });

  it('reads files of other tools', () => {
    const read =
      readGexf(`<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
      <graph><attributes class="node"><attribute id="0" title="url" type="string"/>
        <attribute id="1" title="frog" type="boolean"><default>true</default></attribute></attributes>
      <attributes class="edge"><attribute id="0" title="strength" type="float"/></attributes>
      <nodes><node id="a" label="Gephi"><attvalues><attvalue for="0" value="https://a.example"/></attvalues>
        <viz:color r="239" g="173" b="66" a="0.6"/><viz:position x="15.8" y="40" z="0.0"/><viz:size value="2.5"/>
        <nodes><node id="b"><attvalues><attvalue for="1" value="false"/></attvalues></node></nodes></node></nodes>
      <edges><edge id="0" source="a" target="b" weight="2"><attvalues><attvalue for="0" value="0.5"/></attvalues></edge>
        <edge source="b" target="a" type="directed" label="back"/></edges></graph></gexf>`);
    if (read.kind !== 'plain') throw new Error('taken for a dataset');
    expect(read.graph.nodes.map(({ key, attributes }) => [key, Object.fromEntries(attributes)])).toEqual([
      [
        'a',
        {
          label: 'Gephi',
          url: 'https://a.example',
          frog: true,
          'viz:color': '#efad42',
          x: 15.8,
          y: 40,
          'viz:z': 0,
          'viz:size': 2.5,
        },
      ],
      ['b', { frog: false }],
    ]);
    expect(
      read.graph.edges.map(({ attributes, ...edge }) => ({ ...edge, ...Object.fromEntries(attributes) })),
    ).toEqual([
      { key: '0', source: 'a', target: 'b', directed: false, weight: 2, strength: 0.5 },
      { key: 'e1', source: 'b', target: 'a', directed: true, label: 'back' },
    ]);
    expect(read.report.losses).toEqual([{ what: 'nodes within nodes, read side by side', count: 1 }]);
  });

  it('refuses what is not GEXF', () => {
    expect(() => readGexf('<graphml/>', { file: 'x.gexf' })).toThrow(
      'x.gexf: error: there is no <graph> in this file',
    );
    expect(() => readGexf('<gexf><graph>', { file: 'x.gexf' })).toThrow(
      /^x\.gexf:1:\d+: error: not well-formed/,
    );
  });
});

describe.runIf(hasPythonReaders)('GEXF read by NetworkX, lxml and expat', () => {
  const labels = fc.sample(xmlText, { numRuns: 60, seed: 20_310_504 });
  const files = labels.map((label) => write({ lean: true }, laidOut(withTexts(label, label))));
  const readings = hasPythonReaders ? readWithPython('gexf', [write(), ...files]) : [];

  it('opens without a warning, every edge with its id, ends, label and times', () => {
    const { networkx, lxml, expat } = readings[0]!;
    expect([networkx.error, networkx.warnings]).toEqual([undefined, undefined]);
    expect([lxml.ok, expat.ok]).toEqual([[graph.order, graph.size], true]);
    expect(
      networkx.ok!.edges.map(([key, source, target, { label }]) => [key, source, target, label]).sort(),
    ).toEqual(graph.mapEdges((key, { label }, source, target) => [key, source, target, label]).sort());
    const c1 = networkx.ok!.edges.find(([key]) => key === 'harbour/c1')![3];
    expect([c1.start, c1.end, c1.confidence, c1.plain]).toEqual(['2031-05-01', '2031-05-31', 0.95, true]);
    const tourism = new Map(networkx.ok!.nodes).get('tourism')!;
    expect([tourism.label, tourism.mentions]).toEqual(['Tourism <in> "Lindmar" & region', 0]);
  });

  it('gives back hostile labels and statements', () => {
    for (const [i, label] of labels.entries()) {
      const { networkx, expat } = readings[i + 1]!;
      expect([networkx.error, networkx.warnings, expat.ok]).toEqual([undefined, undefined, true]);
      const tourism = new Map(networkx.ok!.nodes).get('tourism')!;
      expect([tourism.label, tourism.label_en ?? '']).toEqual([label, label]);
      const c1 = networkx.ok!.edges.find(([key]) => key === 'harbour/c1')![3];
      expect(c1.statement ?? '').toBe(label);
    }
  });
});
