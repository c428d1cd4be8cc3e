/** Typed columns of graph files that others wrote, in the files that Clew writes of them. */
import { describe, expect, it } from 'vitest';
import {
  cx2Parts,
  cypherParts,
  edgesCsvParts,
  gexfParts,
  graphmlParts,
  join,
  nodesCsvParts,
  openText,
  readGexf,
  readGraphml,
} from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import type { Claim, Dataset } from '../../src/model/index.ts';
import { datasetToQuads, quadsToDataset } from '../../src/rdf/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const GRAPHML = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="0" for="node" attr.name="age" attr.type="int"/>
  <key id="1" for="node" attr.name="height" attr.type="double"/>
  <key id="2" for="node" attr.name="active" attr.type="boolean"/>
  <key id="3" for="node" attr.name="serial" attr.type="long"/>
  <key id="4" for="node" attr.name="share" attr.type="float"/>
  <key id="5" for="node" attr.name="first name" attr.type="string"/>
  <key id="6" for="node" attr.name="Age" attr.type="string"/>
  <key id="7" for="edge" attr.name="weight" attr.type="double"/>
  <key id="8" for="edge" attr.name="since" attr.type="int"/>
  <key id="9" for="edge" attr.name="relation" attr.type="string"/>
  <key id="10" for="edge" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a"><data key="0">36</data><data key="1">2.0</data><data key="2">true</data><data key="3">9007199254740993</data>
      <data key="4">0.5</data><data key="5">Ada
&lt;L&gt;</data></node>
    <node id="b"><data key="0">40</data><data key="1">NaN</data><data key="2">false</data><data key="3">1</data>
      <data key="4">1.0</data><data key="6">old</data></node>
    <edge id="x" source="a" target="b"><data key="7">2.0</data><data key="8">2001</data><data key="9">knows</data><data key="10">from school</data></edge>
    <edge id="y" source="a" target="b"><data key="7">0.25</data><data key="9">knows</data><data key="10">from work</data></edge>
    <edge id="z" source="b" target="b"><data key="7">3.0</data></edge>
  </graph>
</graphml>`;

const opened = async () => (await openText(GRAPHML, 'graphml', { id: 'net' })).dataset;
const lean = { lean: true };
const plain = (read: ReturnType<typeof readGraphml>) => {
  if (read.kind !== 'plain') throw new Error('taken for a dataset');
  return read.graph;
};
const NODE = ['age', 'height', 'active', 'serial', 'share', 'first name', 'Age', 'age_'];
const EDGE = ['weight', 'since', 'label_'];
const picked = (attributes: ReadonlyMap<string, unknown>, names: readonly string[]) =>
  Object.fromEntries([...attributes].filter(([name]) => names.includes(name)));

/** The sample with no other claims than these. */
const withClaims = (claims: readonly Partial<Claim>[]): Dataset => {
  const { time, confidence, ...first } = sampleArticle.claims[0]!;
  const all = claims.map((claim, i): Claim => ({ ...first, ...claim, id: `f${i}` }));
  return { ...sampleDataset, articles: [{ ...sampleArticle, claims: all }] };
};

const TYPES = {
  active: 'boolean',
  Age: 'string',
  age_: 'int',
  height: 'double',
  serial: 'long',
  share: 'float',
};
const VALUES = {
  a: { active: true, age_: 36, height: 2, serial: 9007199254740993n, share: 0.5, 'first name': 'Ada\n<L>' },
  b: { active: false, age_: 40, height: Number.NaN, serial: 1, share: 1, Age: 'old' },
};
const EDGES = [
  { weight: 2, since: 2001, label_: 'from school' },
  { weight: 0.25, label_: 'from work' },
  { weight: 3 },
];

describe.each([
  ['GraphML', (dataset: Dataset) => readGraphml(join(graphmlParts(datasetToGraph(dataset), lean)).text)],
  ['GEXF', (dataset: Dataset) => readGexf(join(gexfParts(datasetToGraph(dataset), lean)).text)],
])('in %s', (_, rewrite) => {
  it.each([
    ['keep', opened],
    ['keep, by way of RDF,', async () => quadsToDataset(datasetToQuads(await opened()))!],
  ])('%s their names, types and values', async (_, dataset) => {
    const { nodes, edges, types } = plain(rewrite(await dataset()));
    expect(Object.fromEntries(nodes.map(({ key, attributes }) => [key, picked(attributes, NODE)]))).toEqual(
      VALUES,
    );
    expect(picked(types.node, NODE)).toEqual({ ...TYPES, 'first name': 'string' });
    expect(edges.map(({ attributes }) => picked(attributes, EDGE))).toEqual(EDGES);
    expect(picked(types.edge, EDGE)).toEqual({ weight: 'double', since: 'int', label_: 'string' });
  });
});

describe('in other files', () => {
  it('have typed headers for Neo4j, and no apostrophe before a number', async () => {
    const graph = datasetToGraph(await opened());
    const [nodes, edges] = [nodesCsvParts, edgesCsvParts].map((parts) =>
      join(parts(graph, { flavour: 'neo4j' })).text.split('\r\n'),
    );
    expect(nodes![0]).toMatch(
      /,Age,active:boolean,age_:int,first name,height:double,serial:long,share:float$/,
    );
    expect(edges![0]).toMatch(/,since:int,weight:double$/);
    expect(edges![1]).toMatch(/,2001,2$/);
    expect(nodes![2]).toMatch(/,NaN,1,1$/);
    const infinite = GRAPHML.replace('>NaN<', '>-INF<');
    const { dataset } = await openText(infinite, 'graphml', { id: 'net' });
    const table = (flavour: 'plain' | 'neo4j') =>
      join(nodesCsvParts(datasetToGraph(dataset), { flavour })).text;
    expect(table('neo4j')).toContain(',-Infinity,');
    expect(table('plain')).toContain(',-INF,');
  });

  it('are numbers and truth values, every digit of them', async () => {
    const graph = datasetToGraph(await opened());
    const cypher = join(cypherParts(graph)).text;
    expect(cypher).toContain(
      "active: true, age_: 36, `first name`: 'Ada\\n<L>', height: 2.0, serial: 9007199254740993",
    );
    const { text, result } = join(cx2Parts(graph));
    expect(text).toContain('"serial":9007199254740993');
    expect(result.losses).toContainEqual({ what: 'numbers that JSON cannot hold', count: 1 });
  });

  it('are counted where they could not keep their name', async () => {
    expect(join(graphmlParts(datasetToGraph(await opened()))).result.losses).toEqual([
      {
        what: 'node attributes renamed because another one has their name, upper and lower case aside',
        count: 1,
      },
      {
        what: 'edge attributes renamed because another one has their name, upper and lower case aside',
        count: 1,
      },
    ]);
  });
});

describe('names that a format cannot hold', () => {
  const named = async (...names: string[]) => {
    const keys = names.map((name, i) => `<key id="${i}" for="node" attr.name="${name}" attr.type="string"/>`);
    const data = names.map((_, i) => `<data key="${i}">v${i}</data>`).join('');
    const text = `<graphml>${keys.join('')}<graph edgedefault="directed"><node id="a">${data}</node></graph></graphml>`;
    return datasetToGraph((await openText(text, 'graphml', { id: 'net' })).dataset);
  };
  const renamed = { what: 'node attributes renamed because the format cannot hold their name' };

  it('are changed in headers for Neo4j, apart from each other, and counted', async () => {
    const { text, result } = join(
      nodesCsvParts(await named('a:b', 'a_b', ':ID', 'x&#10;y'), { flavour: 'neo4j' }),
    );
    expect(text.split('\r\n')[0]).toMatch(/,_ID,a_b_,a_b,x_y$/);
    expect(result.losses).toContainEqual({ ...renamed, count: 3 });
  });

  it('are changed in Cypher where a backslash could begin an escape', async () => {
    const { text, result } = join(cypherParts(await named('a\\u0060b', 'a`b')));
    expect(text).toContain("a_u0060b: 'v0', `a``b`: 'v1'");
    expect(result.losses).toContainEqual({ ...renamed, count: 1 });
  });

  it('are names like others in CX2, whatever objects have by themselves', async () => {
    const { text } = join(cx2Parts(await named('__proto__', 'constructor')));
    expect(text).toMatch(/"v":\{"__proto__":"v0",.*"constructor":"v1"/);
  });

  it('are changed where Gephi takes them for its own: texts called like measures, and names that differ in case', async () => {
    const graph = await named('size', 'Id', 'Weight');
    const [graphml, gexf] = [graphmlParts, gexfParts].map((parts) => join(parts(graph)).text);
    expect([...graphml!.matchAll(/attr.name="(size_|Id_|Weight_)"/g)]).toHaveLength(3);
    expect([...gexf!.matchAll(/ title="(size|Id_|Weight)"/g)]).toHaveLength(3);
  });

  it('are made up where there is none, so that no reader passes over the column', async () => {
    expect(join(nodesCsvParts(await named(''))).text.split('\r\n')[0]).toMatch(/,_$/);
  });
});

/** Of Clew's own data, which has no columns of its own. */
describe('facts and qualifiers of a dataset', () => {
  const seats = { value: '420', datatype: 'xsd:integer' };
  const claim = { subject: { entity: 'quick-tern' }, predicate: 'ex:seats', object: seats };
  const rowOf = (dataset: Dataset) => {
    const { nodes } = plain(readGraphml(join(graphmlParts(datasetToGraph(dataset), lean)).text));
    return nodes.find(({ key }) => key === 'quick-tern')!.attributes;
  };

  it('have no column where a claim is denied or attributed, and say so in the text of facts', () => {
    const denied = rowOf(withClaims([{ ...claim, polarity: 'negative' }]));
    expect([denied.get('seats'), denied.get('facts')]).toEqual([undefined, 'seats: 420 (denied)']);
    const said = rowOf(
      withClaims([
        { ...claim, attribution: { speaker: 'anna-berg', form: 'indirect', spans: [] }, time: '2031' },
      ]),
    );
    expect(said.get('facts')).toBe('seats: 420 (said by Anna Berg, 2031)');
  });

  it('have none where a node has two of them', () => {
    const row = rowOf(withClaims([claim, { ...claim, object: { ...seats, value: '430' } }]));
    expect([row.get('seats'), row.get('facts')]).toEqual([undefined, 'seats: 420; seats: 430']);
  });

  it('are text where a value is no number of its type', () => {
    const row = rowOf(withClaims([{ ...claim, object: { value: '2031-05', datatype: 'xsd:gYearMonth' } }]));
    expect(row.get('seats')).toBe('2031-05');
  });
});

describe('values that are not of their type', () => {
  it('are counted where they are read, and where they make text of a column', async () => {
    const edge = (id: string, weight: string) =>
      `<edge id="${id}" source="a" target="a" weight="${weight}"/>`;
    const file = `<gexf><graph defaultedgetype="directed"><nodes><node id="a"/></nodes><edges>${edge('1', '2')}${edge('2', 'heavy')}</edges></graph></gexf>`;
    const { dataset, losses } = await openText(file, 'gexf', { id: 'net' });
    expect(losses).toEqual([{ what: 'values that are not of their declared type, read as text', count: 1 }]);
    expect(join(graphmlParts(datasetToGraph(dataset))).result.losses).toContainEqual({
      what: 'attributes of mixed types written as text',
      count: 1,
    });
  });
});

describe('times of edges in GEXF', () => {
  it('come back as they were, open bounds too', async () => {
    const edge = (id: string, time: string) => `<edge id="${id}" source="a" target="b" ${time}/>`;
    const file = `<gexf><graph mode="dynamic" timeformat="date" defaultedgetype="directed"><nodes><node id="a"/><node id="b"/></nodes><edges>
      ${edge('1', 'start="2001-01-01" end="2002-05-31"')}${edge('2', 'start="2001-01-01"')}${edge('3', 'end="2002-05-31"')}
      ${edge('4', 'start="1.5" end="2"')}</edges></graph></gexf>`;
    const { dataset } = await openText(file, 'gexf', { id: 'net' });
    expect(dataset.articles[0]!.claims.map(({ time }) => time)).toEqual([
      '2001-01-01/2002-05-31',
      '2001-01-01/..',
      '../2002-05-31',
      undefined,
    ]);
    const written = join(gexfParts(datasetToGraph(dataset))).text;
    expect(
      [...written.matchAll(/ kind="[^"]*"((?: (?:start|end)="[^"]*")*)>/g)].map(([, time]) => time),
    ).toEqual([' start="2001-01-01" end="2002-05-31"', ' start="2001-01-01"', ' end="2002-05-31"', '']);
    expect(written).toContain('<attvalue for="start_" value="1.5"/>');
  });
});
