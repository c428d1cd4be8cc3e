import { describe, expect, it } from 'vitest';
import { type GraphmlOptions, graphmlParts, join, pour, StringSink } from '../../src/formats/index.ts';
import { type ClewGraph, datasetToGraph } from '../../src/graph/index.ts';
import { Iris, ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { laidOut } from './laid-out.ts';
import { hasPythonReaders, readWithPython, type Seen } from './python-readers.ts';

const graph = laidOut();
const write = (options: Partial<GraphmlOptions> = {}, of: ClewGraph = graph): string =>
  join(graphmlParts(of, options)).text;
const keysOf = (text: string, element: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<key id="(.*?)" for="(.*?)" attr.name="(.*?)" attr.type="(.*?)"\/>/g)]
      .filter((match) => match[2] === element)
      .map((match) => [match[1]!, match[4]!]),
  );
const elementOf = (text: string, start: string): string => {
  const from = text.indexOf(start);
  return text.slice(from, text.indexOf(start.startsWith('<node') ? '</node>' : '</edge>', from));
};

describe('writeGraphml', () => {
  it('declares every key once, with the narrowest type of its whole column', () => {
    const text = write();
    expect(keysOf(text, 'node')).toMatchObject({
      n_label: 'string',
      n_label_en: 'string',
      n_label_vi: 'string',
      n_mentions: 'int',
      n_plain: 'boolean',
      n_x: 'double',
      n_y: 'double',
      n_clew: 'string',
    });
    expect(keysOf(text, 'edge')).toMatchObject({
      e_confidence: 'double',
      e_paragraph: 'int',
      e_plain: 'boolean',
    });
    expect(text).not.toMatch(/for="(graph|all|graphml)"/);
  });

  it('writes an entity with flat, readable data', () => {
    expect(elementOf(write({ lean: true }), '<node id="tourism">')).toBe(`<node id="tourism">
      <data key="n_role">entity</data>
      <data key="n_label">Tourism &lt;in&gt; "Lindmar" &amp; region</data>
      <data key="n_label_en">Tourism &lt;in&gt; "Lindmar" &amp; region</data>
      <data key="n_label_vi">Du lịch</data>
      <data key="n_kind">ex:Concept</data>
      <data key="n_kindLabel">concept</data>
      <data key="n_mentions">0</data>
      <data key="n_articles">harbour</data>
      <data key="n_iri">https://data.example/sample/id/tourism</data>
      <data key="n_x">${graph.getNodeAttribute('tourism', 'x')}</data>
      <data key="n_y">${graph.getNodeAttribute('tourism', 'y')}</data>
    `);
  });

  it('writes a claim with who says it, how firmly and where', () => {
    expect(
      elementOf(write({ lean: true }), '<edge id="harbour/c6"'),
    ).toBe(`<edge id="harbour/c6" source="quick-tern" target="old-gull">
      <data key="e_role">claim</data>
      <data key="e_label">faster than</data>
      <data key="e_label_en">faster than</data>
      <data key="e_label_vi">nhanh hơn</data>
      <data key="e_predicate">ex:fasterThan</data>
      <data key="e_statement">In trials the Quick Tern was 20 to 35 percent faster than the Old Gull.</data>
      <data key="e_modality">reported</data>
      <data key="e_polarity">positive</data>
      <data key="e_derivation">explicit</data>
      <data key="e_qualifiers">condition: sea trials; by: 20–35 percent</data>
      <data key="e_article">harbour</data>
      <data key="e_claim">c6</data>
      <data key="e_paragraph">3</data>
      <data key="e_evidence">422-480</data>
      <data key="e_plain">false</data>
      <data key="e_iri">https://data.example/sample/claim/harbour/c6</data>
    `);
  });

  it('tells the facts of a node that have no edge, each in a column with its type', () => {
    expect(elementOf(write({ lean: true }), '<node id="quick-tern">')).toContain(
      '<data key="n_seats">420</data>',
    );
    expect(keysOf(write({ lean: true }), 'node')).toMatchObject({ n_seats: 'int' });
  });

  it('gives the same bytes whatever the order of the dataset’s parts, as a string and through a sink', async () => {
    const reversed = datasetToGraph({
      ...sampleDataset,
      prefixes: Object.fromEntries(Object.entries(sampleDataset.prefixes).reverse()),
      articles: [
        {
          ...sampleArticle,
          entities: [...sampleArticle.entities].reverse(),
          claims: [...sampleArticle.claims].reverse(),
        },
      ],
    });
    graph.forEachNode((key, { x, y }) => reversed.mergeNodeAttributes(key, { x, y }));
    expect(write({}, reversed)).toBe(write());
    const sink = new StringSink();
    await pour(graphmlParts(graph), sink);
    expect(sink.toString()).toBe(write());
  });

  it('reports nothing lost for the sample', () => {
    expect(join(graphmlParts(graph)).result).toEqual({ losses: [] });
  });

  it('leaves the dataset out of a lean file, and counts what flat attributes tell in part', () => {
    const { text, result } = join(graphmlParts(graph, { lean: true }));
    expect(text).not.toContain('clew"');
    expect(result.losses).toContainEqual({ what: 'statements in a further language', count: 11 });
  });

  it('rounds coordinates to 0.01 and never writes minus zero', () => {
    const small = laidOut();
    small.mergeNodeAttributes('lindmar', { x: 1 / 3, y: -0.004 });
    const node = elementOf(write({ lean: true }, small), '<node id="lindmar">');
    expect(node).toContain('<data key="n_x">0.33</data>\n      <data key="n_y">0</data>');
  });

  it('refuses what XML cannot hold, naming every place, and writes none of it', () => {
    const bad = laidOut({
      ...sampleDataset,
      articles: [
        {
          ...sampleArticle,
          entities: sampleArticle.entities.map((entity) =>
            entity.id === 'lone-rock' ? { ...entity, label: { en: 'Lone\u0000Rock' } } : entity,
          ),
          claims: sampleArticle.claims.map((claim) =>
            claim.id === 'c2' ? { ...claim, statement: { en: '\ud800' } } : claim,
          ),
        },
      ],
    });
    const parts = graphmlParts(bad, { lean: true });
    let written = '';
    const refusal = (() => {
      try {
        for (const part of parts) written += part;
      } catch (error) {
        return error as ProblemError;
      }
      return undefined;
    })();
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal!.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'xml-character: label of node “lone-rock” holds U+0000, which XML 1.0 cannot hold',
      'xml-character: label_en of node “lone-rock” holds U+0000, which XML 1.0 cannot hold',
      'xml-character: statement of edge “harbour/c2” holds U+D800, which XML 1.0 cannot hold',
    ]);
    expect(written).not.toContain('lone-rock');
    expect(join(graphmlParts(bad, { repair: true })).result).toEqual({
      losses: [{ what: 'characters that XML cannot hold, replaced by U+FFFD', count: 3 }],
    });
  });

  it('moves attributes out of the way of names that readers take for their own, and says so', () => {
    const marked = laidOut();
    marked.setNodeAttribute('lindmar', 'id' as 'label', 'mine');
    marked.setEdgeAttribute('harbour/c1', 'key' as 'label', 'mine');
    const { text, result } = join(graphmlParts(marked));
    expect(elementOf(text, '<node id="lindmar">')).toContain('<data key="n_id_">mine</data>');
    expect(text).toContain('<key id="e_key_" for="edge" attr.name="key_" attr.type="string"/>');
    expect(result.losses).toEqual([
      { what: 'node attributes renamed because readers use their name otherwise', count: 1 },
      { what: 'edge attributes renamed because readers use their name otherwise', count: 1 },
    ]);
  });

  it('gives Gephi sizes and colours under the names that it looks for', () => {
    const { text, result } = join(graphmlParts(graph, { flavour: 'gephi' }));
    expect(result.losses).toEqual([
      { what: 'parallel edges, which Gephi unites unless told not to in its import dialog', count: 2 },
    ]);
    expect(keysOf(text, 'node')).toMatchObject({ n_size: 'double', n_r: 'int', n_g: 'int', n_b: 'int' });
    expect(elementOf(text, '<node id="lone-rock">')).toMatch(
      /<data key="n_size">4<\/data>\n {6}<data key="n_r">\d+<\/data>\n {6}<data key="n_g">\d+<\/data>\n {6}<data key="n_b">\d+<\/data>/,
    );
  });

  it('gives yEd shapes at their places, lines in their style, and labels', () => {
    const text = write({ flavour: 'yed', lean: true });
    const x = graph.getNodeAttribute('lone-rock', 'x');
    const y = graph.getNodeAttribute('lone-rock', 'y');
    const node = elementOf(text, '<node id="lone-rock">');
    expect(node).toContain(
      `<y:Geometry x="${Math.round((x - 4) * 100) / 100}" y="${Math.round((-y - 4) * 100) / 100}" width="8" height="8"/>`,
    );
    expect(node).toContain('>Lone Rock</y:NodeLabel>');
    expect(elementOf(text, '<edge id="harbour/c6"')).toContain('type="dashed"');
    expect(elementOf(text, '<edge id="harbour/c8"')).toContain('type="dotted"');
    expect(elementOf(text, '<edge id="harbour/c2"')).toContain('target="t_shape"');
    expect(elementOf(text, '<edge id="harbour/c9"')).toContain('<y:Point ');
  });
});

describe.runIf(hasPythonReaders)('GraphML read by NetworkX, igraph, lxml and expat', () => {
  const flavours = ['plain', 'gephi', 'yed'] as const;
  const readings = hasPythonReaders
    ? readWithPython(
        'graphml',
        flavours.map((flavour) => write({ flavour })),
      )
    : [];
  const iris = new Iris(sampleDataset.base);
  const iriOf = (key: string): string => {
    const attributes = graph.getEdgeAttributes(key);
    return attributes.role === 'claim' ? iris.claim(attributes.article, attributes.claim) : '';
  };
  const ours: Seen = {
    directed: true,
    nodes: graph.mapNodes((key) => [key, {}]),
    edges: graph.mapEdges((key, _, source, target) => [key, source, target, { iri: iriOf(key) }]),
  };
  const ids = ({ nodes, edges }: Seen) => ({
    nodes: nodes.map(([key]) => key).sort(),
    edges: edges.map(([key, source, target]) => `${key}: ${source} → ${target}`).sort(),
  });
  /** igraph 1.0 gives edges the ids of nodes, whatever the file; their IRI tells them apart. */
  const claims = ({ edges }: Seen) =>
    edges.map(([, source, target, { iri }]) => `${iri}: ${source} → ${target}`).sort();

  it.each(flavours)('opens in all of them without a warning, every edge with its id (%s)', (flavour) => {
    const { networkx, igraph, lxml, expat } = readings[flavours.indexOf(flavour)]!;
    expect([networkx.warnings, igraph.warnings, networkx.error, igraph.error]).toEqual(
      Array(4).fill(undefined),
    );
    expect([lxml.ok, expat.ok]).toEqual([[graph.order, graph.size], true]);
    expect([networkx.ok!.directed, igraph.ok!.directed]).toEqual([true, true]);
    expect(ids(networkx.ok!)).toEqual(ids(ours));
    expect(ids(igraph.ok!).nodes).toEqual(ids(ours).nodes);
    expect(claims(igraph.ok!)).toEqual(claims(ours));
  });

  it('keeps the type and the value of every attribute', () => {
    const node = new Map(readings[0]!.networkx.ok!.nodes).get('tourism')!;
    const { clew: _, ...flat } = node;
    expect(flat).toEqual({
      role: 'entity',
      label: 'Tourism <in> "Lindmar" & region',
      label_en: 'Tourism <in> "Lindmar" & region',
      label_vi: 'Du lịch',
      kind: 'ex:Concept',
      kindLabel: 'concept',
      mentions: 0,
      articles: 'harbour',
      iri: 'https://data.example/sample/id/tourism',
      x: graph.getNodeAttribute('tourism', 'x'),
      y: graph.getNodeAttribute('tourism', 'y'),
    });
    const edge = readings[0]!.networkx.ok!.edges.find(([key]) => key === 'harbour/c1')![3];
    expect([edge.confidence, edge.plain, edge.paragraph, edge.time]).toEqual([0.95, true, 1, '2031-05']);
  });
});
