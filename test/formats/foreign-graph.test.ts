import { describe, expect, it } from 'vitest';
import { type OpenedText, openText, syntaxOf } from '../../src/formats/index.ts';
import type { Claim } from '../../src/model/index.ts';
import { datasetToQuads, datasetToTriples, quadsToDataset } from '../../src/rdf/index.ts';

const GRAPHML = `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="node" attr.name="type" attr.type="string"/>
  <key id="d2" for="node" attr.name="x" attr.type="double"/>
  <key id="d3" for="node" attr.name="y" attr.type="double"/>
  <key id="d4" for="node" attr.name="age" attr.type="int"/>
  <key id="d5" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d6" for="edge" attr.name="label" attr.type="string"/>
  <key id="d7" for="node" attr.name="size" attr.type="double"/>
  <key id="d8" for="node" attr.name="label_vi" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="d0">Ada</data><data key="d8">Ađa</data><data key="d1">person</data>
      <data key="d2">-3.5</data><data key="d3">4</data><data key="d4">36</data><data key="d7">9</data></node>
    <node id="http://e.example/B"/>
    <edge id="e0" source="n0" target="http://e.example/B"><data key="d6">works for</data><data key="d5">0.5</data></edge>
    <edge source="n0" target="n0" directed="false"/>
  </graph>
</graphml>`;

const GEXF = `<?xml version="1.0"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <graph defaultedgetype="directed">
    <attributes class="node"><attribute id="0" title="founded" type="boolean"/></attributes>
    <nodes>
      <node id="a" label="A"><viz:position x="1" y="2" z="0"/><viz:color r="1" g="2" b="3"/>
        <attvalues><attvalue for="0" value="true"/></attvalues></node>
      <node id="b" label="B"/>
    </nodes>
    <edges><edge id="0" source="a" target="b" kind="owns" weight="2"/></edges>
  </graph>
</gexf>`;

const open = (text: string, syntax: 'graphml' | 'gexf') =>
  openText(text, syntax, { id: 'net', file: 'net.x' });
const only = ({ dataset }: OpenedText) => dataset.articles[0]!;
const brief = ({ id, subject, predicate, object, qualifiers }: Claim) => [
  id,
  subject,
  predicate,
  object,
  qualifiers,
];

describe('a foreign GraphML', () => {
  it('has nodes as entities, with labels by language, kinds and IRIs', async () => {
    expect(only(await open(GRAPHML, 'graphml')).entities).toMatchObject([
      { id: 'B', iri: 'http://e.example/B', kind: 'kind:node', label: { und: 'B' } },
      { id: 'n0', kind: 'kind:person', label: { und: 'Ada', vi: 'Ađa' } },
    ]);
  });

  it('has edges as claims, and attributes as literal claims and qualifiers', async () => {
    const n0 = { entity: 'n0' };
    expect(only(await open(GRAPHML, 'graphml')).claims.map(brief)).toEqual([
      [
        'e0',
        n0,
        'link:works-for',
        { entity: 'B' },
        [{ property: 'detail:weight', value: { value: '0.5', datatype: 'xsd:double' } }],
      ],
      ['e1', n0, 'link:linked-to', n0, []],
      ['n0-age', n0, 'attribute:age', { value: '36', datatype: 'xsd:integer' }, []],
      ['n0-size', n0, 'attribute:size', { value: '9', datatype: 'xsd:double' }, []],
    ]);
  });

  it('keeps its places and says what it loses', async () => {
    const { places, losses, origin } = await open(GRAPHML, 'graphml');
    expect([...places]).toEqual([['n0', { x: -3.5, y: 4 }]]);
    expect(origin).toBe('foreign');
    expect(losses).toEqual([
      { what: 'attributes “type”, kept as “kind”', count: 1 },
      { what: 'edges without a direction, read from their first end to their second', count: 1 },
    ]);
  });

  it('counts keys that are no ids where a label stands in their place', async () => {
    const node = (key: string, label: string) =>
      `<node id="${key}">${label && `<data key="label">${label}</data>`}</node>`;
    const text = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="label" for="node" attr.name="label" attr.type="string"/><graph edgedefault="directed">${node('عربي', 'A')}${node('a b', '')}${node('ok', 'B')}<edge id="e 1" source="ok" target="ok"/></graph></graphml>`;
    expect((await open(text, 'graphml')).losses).toEqual([
      { what: 'keys of nodes that are no ids, made into ones', count: 1 },
      { what: 'keys of edges that are no ids, made into ones', count: 1 },
    ]);
  });

  it('mints its words as terms', async () => {
    const { ontology, prefixes } = (await open(GRAPHML, 'graphml')).dataset;
    expect(Object.keys(ontology.classes)).toEqual(['kind:node', 'kind:person']);
    expect(ontology.classes['kind:node']?.label).toEqual({ en: 'node', vi: 'nút' });
    expect(Object.values(ontology.properties).map(({ id, use, label }) => [id, use, label])).toEqual([
      ['attribute:age', 'predicate', { und: 'age' }],
      ['attribute:size', 'predicate', { und: 'size' }],
      ['detail:weight', 'qualifier', { und: 'weight' }],
      ['link:linked-to', 'predicate', { en: 'linked to', vi: 'liên kết với' }],
      ['link:works-for', 'predicate', { und: 'works for' }],
    ]);
    expect(prefixes.link).toBe('https://clew.invalid/net/link/');
  });
});

describe('a foreign GEXF', () => {
  it('opens with kinds of edges as predicates, places and attributes', async () => {
    const opened = await open(GEXF, 'gexf');
    expect(only(opened).claims.map(brief)).toEqual([
      [
        '0',
        { entity: 'a' },
        'link:owns',
        { entity: 'b' },
        [{ property: 'detail:weight', value: { value: '2', datatype: 'xsd:double' } }],
      ],
      ['a-founded', { entity: 'a' }, 'attribute:founded', { value: 'true', datatype: 'xsd:boolean' }, []],
    ]);
    expect([...opened.places]).toEqual([['a', { x: 1, y: 2 }]]);
  });
});

describe('an opened graph file', () => {
  it.each([['graphml', GRAPHML] as const, ['gexf', GEXF] as const])(
    'as %s comes back from its own RDF',
    async (syntax, text) => {
      const { dataset } = await open(text, syntax);
      expect(quadsToDataset(datasetToQuads(dataset))).toEqual(dataset);
      expect(quadsToDataset(datasetToTriples(dataset))).toEqual(dataset);
    },
  );
});

describe('a foreign Turtle', () => {
  it('has its relative IRIs at an address that never resolves', async () => {
    const { dataset } = await openText('<#me> <http://e.example/knows> <you> .', 'turtle', { id: 'friends' });
    expect(dataset.articles[0]!.entities.map(({ iri }) => iri)).toEqual([
      'https://clew.invalid/friends#me',
      'https://clew.invalid/you',
    ]);
  });
});

describe('the syntax of a file', () => {
  it.each([
    ['A.TTL', 'turtle'],
    ['x.rdf12.ttl', 'turtle'],
    ['a.nq', 'nquads'],
    ['a.gexf', 'gexf'],
    ['a.csv', undefined],
    ['folder', undefined],
  ])('%s is %s', (name, syntax) => {
    expect(syntaxOf(name)).toBe(syntax);
  });
});
