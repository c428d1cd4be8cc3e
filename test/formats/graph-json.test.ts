import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  embeddableJson,
  graphJsonParts,
  join,
  linePieces,
  readDrawnSteps,
  readGraphJson,
  readGraphSteps,
} from '../../src/formats/index.ts';
import { type ClaimEdge, datasetToGraph, type EntityNode, graphToDataset } from '../../src/graph/index.ts';
import { type Dataset, finish, ProblemError, uniteEntities } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { text, withTexts } from './hostile.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
const written = join(graphJsonParts(graph)).text;
const refusal = (json: string): string => {
  try {
    readGraphJson(json, { file: 'g.json' });
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
  return 'accepted';
};
const changed = (
  change: (value: { attributes: { dataset: Dataset }; nodes: { key: string }[] }) => void,
): string => {
  const value = JSON.parse(written);
  change(value);
  return JSON.stringify(value);
};

describe('writeGraphJson', () => {
  it('writes what graphology imports as it is, without the model objects', () => {
    const imported = new MultiDirectedGraph().import(JSON.parse(written));
    expect([imported.type, imported.multi, imported.order, imported.size]).toEqual([
      'directed',
      true,
      12,
      14,
    ]);
    expect(imported.getNodeAttributes('quick-tern')).toEqual({
      role: 'entity',
      label: 'Quick Tern 🚢',
      kind: 'ex:Ship',
      kindLabel: 'ship',
      description: '',
      aliases: '',
      mentions: 0,
      articles: 'harbour',
      literals: [
        { claim: 'harbour/c7', predicate: 'ex:seats', value: { value: '420', datatype: 'xsd:integer' } },
      ],
      x: graph.getNodeAttribute('quick-tern', 'x'),
      y: graph.getNodeAttribute('quick-tern', 'y'),
    });
    expect(imported.extremities('harbour/c1')).toEqual(['nordlink', 'quick-tern']);
  });

  it('carries the whole dataset as one graph attribute', () => {
    expect(JSON.parse(written).attributes).toEqual({ dataset: sampleDataset });
  });

  it('is canonical JSON but for line breaks: an article, a node, an edge a line', () => {
    expect(JSON.parse(written).attributes.dataset).toEqual(JSON.parse(canonicalJson(sampleDataset)));
    expect(written).toContain(`"dataset":{"articles":[\n${canonicalJson(sampleArticle)}\n],"base":`);
    expect(written.split('\n').filter((line) => line.startsWith('{"key":'))).toHaveLength(12 + 14);
  });
});

describe('readGraphJson', () => {
  it('gives an equal graph: dataset, attributes, models and places', () => {
    const read = readGraphJson(written);
    expect(graphToDataset(read)).toEqual(sampleDataset);
    expect(read.export().nodes).toEqual(graph.export().nodes);
    expect(read.export().edges).toEqual(graph.export().edges);
  });

  it('does so whatever the texts are, lone surrogates and NUL too', () => {
    fc.assert(
      fc.property(text, text, (label, statement) => {
        const dataset = withTexts(label, statement);
        const json = join(graphJsonParts(laidOut(dataset))).text;
        expect(graphToDataset(readGraphJson(json))).toEqual(dataset);
        expect(graphToDataset(readGraphJson(embeddableJson(json)))).toEqual(dataset);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps labels that were written in another language', () => {
    const vietnamese = datasetToGraph(sampleDataset, { languages: ['vi'] });
    const read = readGraphJson(join(graphJsonParts(vietnamese)).text);
    expect(read.getNodeAttribute('lone-rock', 'label')).toBe('Đảo Đá');
    expect(read.getEdgeAttribute('harbour/c1', 'label')).toBe('khai thác');
  });

  it('says where the syntax breaks, by line and by column in code points', () => {
    expect(refusal('{"a": [1, 2,]}')).toBe('g.json:1:13: error: this is not JSON (json-syntax)');
    expect(refusal('{\n "🚢🚢": 01\n}')).toBe('g.json:2:9: error: this is not JSON (json-syntax)');
    expect(refusal('{"a": {"b": []}, "c"}')).toBe('g.json:1:21: error: this is not JSON (json-syntax)');
    expect(refusal('{"a": "tab\there"}')).toBe('g.json:1:7: error: this is not JSON (json-syntax)');
    expect(refusal('[1] 2')).toBe('g.json:1:5: error: this is not JSON (json-syntax)');
    expect(refusal(written.slice(0, -3))).toMatch(/^g\.json:\d+:\d+: error: this is not JSON/);
    expect(refusal(' \n')).toBe('g.json:2:1: error: the file is empty (json-syntax)');
  });

  it('finds the break wherever a character is missing', () => {
    const small = '{"a":[1,-2.5e3,"x\\n",true,null,{}],"b":{"c":[]}}';
    for (let at = 0; at < small.length; at += 1) {
      const broken = small.slice(0, at);
      expect(refusal(broken)).toMatch(/\(json-syntax\)$/);
    }
  });

  it('refuses JSON that is not ours, a misshapen dataset, a reference that leads nowhere, a node too many', () => {
    expect(refusal('[]')).toMatch(/^g\.json: error: this JSON holds no dataset \(no-dataset\)/);
    expect(refusal(changed(({ attributes }) => Object.assign(attributes.dataset, { languages: 'en' })))).toBe(
      'g.json: error: dataset: languages must be a list (dataset-shape) ["en"]',
    );
    const claims = (dataset: Dataset) => dataset.articles[0]!.claims;
    expect(
      refusal(
        changed(({ attributes: { dataset } }) =>
          Object.assign(claims(dataset)[0]!, { subject: { value: '3' } }),
        ),
      ),
    ).toBe(
      'g.json: error: dataset: articles[0].claims[0].subject must be an entity or a claim (dataset-shape) [{"value":"3"}]',
    );
    expect(
      refusal(
        changed(({ attributes: { dataset } }) =>
          Object.assign(claims(dataset)[0]!, { subject: { entity: 'no' } }),
        ),
      ),
    ).toBe(
      'g.json: error: claim harbour/c1 refers to no, which the dataset does not have (unknown-reference)',
    );
    expect(refusal(changed(({ nodes }) => nodes.push({ key: 'extra' })))).toBe(
      'g.json: error: the node is not one of the dataset’s (unknown-element) [extra]',
    );
  });

  it('takes no other prototype for an element than its own', () => {
    const hostile = written.replaceAll('"attributes":{"', '"attributes":{"__proto__":{"hidden":true},"');
    const read = readGraphJson(hostile);
    expect(read.someNode((_, attributes) => 'hidden' in attributes)).toBe(false);
    expect(read.export().nodes).toEqual(graph.export().nodes);
  });

  it('is not led astray by hostile depth', () => {
    const chain = canonicalJson(sampleArticle.claims.find(({ id }) => id === 'c4')!.attribution);
    const deep =
      '{"form":"direct","speaker":"anna-berg","spans":[],"via":'.repeat(30_000) + chain + '}'.repeat(30_000);
    expect(refusal(written.replace(chain, deep))).toBe(
      'g.json: error: dataset: the nesting is too deep (dataset-shape)',
    );
  });
});

describe('embeddableJson', () => {
  it('cannot end a script element or a line, and stays the same JSON', () => {
    const value = { label: '</script><!-- \u2028\u2029' };
    const embedded = embeddableJson(canonicalJson(value));
    expect(embedded).toBe('{"label":"\\u003c/script>\\u003c!-- \\u2028\\u2029"}');
    expect(JSON.parse(embedded)).toEqual(value);
  });
});

describe('canonicalJson', () => {
  it('sorts keys at every depth, leaves out what is undefined, keeps the order of lists', () => {
    expect(canonicalJson({ b: [3, { d: 1, c: undefined, a: null }], a: 'x' })).toBe(
      '{"a":"x","b":[3,{"a":null,"d":1}]}',
    );
  });
  it('parses to an equal value whatever the value is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('reading in steps', () => {
  const inSteps = (pieces: Iterable<string>) => finish(readGraphSteps(pieces, { file: 'g.json' }));

  it('gives the same graph, whatever pieces the text comes in', () => {
    const whole = readGraphJson(written).export();
    for (const size of [1, 40, 3_000, 1e6]) {
      const pieces = linePieces(written, size);
      expect(pieces.join('')).toBe(written);
      expect(inSteps(pieces).export()).toEqual(whole);
    }
    // Pieces that end within a line, and JSON that is not laid out in lines at all.
    expect(inSteps(written.match(/[\s\S]{1,100}/g)!).export()).toEqual(whole);
    expect(inSteps([JSON.stringify(JSON.parse(written), null, 1)]).export()).toEqual(whole);
  });

  it('reads an empty dataset', () => {
    const { articles: _, ...rest } = sampleDataset;
    const empty = datasetToGraph({ articles: [], ...rest });
    const json = join(graphJsonParts(empty)).text;
    expect(inSteps([json]).export()).toEqual(readGraphJson(json).export());
  });

  it('takes more than one step, so that a page can answer in between', () => {
    let steps = 0;
    for (const _ of readGraphSteps([written])) steps += 1;
    expect(steps).toBeGreaterThan(5);
  });

  describe('of an article whose claims and entities stand on lines of their own', () => {
    const spread = join(graphJsonParts(graph, { spread: true })).text;
    /** Can be gone through once: reading whole would be the second time. */
    function* once(): Generator<string> {
      yield* linePieces(spread, 300);
    }

    it('gives the same graph, line by line', () => {
      expect(JSON.parse(spread)).toEqual(JSON.parse(written));
      const { claims, entities } = sampleArticle;
      for (const one of [...claims, ...entities]) expect(spread.split(/,?\n/)).toContain(canonicalJson(one));
      expect(inSteps(once()).export()).toEqual(readGraphJson(written).export());
    });

    it('refuses what is refused at once, with the same words', () => {
      const damaged = [
        spread.slice(0, -20),
        spread.replace('"asserted"', '"sworn"'),
        spread.replace('"id":"nordlink"', '"id":"nordlonk"'),
        spread.replace('"entities":[', '"people":['),
        spread.replace('],"credits":', '] "credits":'),
        spread.replace('],"credits":', '],,"credits":'),
        spread.replace('{"claims":[', '{"claims":[]'),
      ];
      for (const json of damaged) expect(() => inSteps(linePieces(json, 500))).toThrow(refusal(json));
      expect(damaged.map(refusal)).not.toContain('accepted');
    });
  });

  it('refuses what is refused at once, with the same words', () => {
    const lines = written.split('\n');
    const damaged = [
      written.slice(0, -20),
      written.replace('"asserted"', '"sworn"'),
      written.replace('"id":"nordlink"', '"id":"nordlonk"'),
      written.replace('{"key":"nordlink"', '{"key":"nobody"'),
      lines.filter((line) => line !== '],').join('\n'),
      lines.map((line, at) => (at === 3 ? line.replace(/,$/, '') : line)).join('\n'),
      `${written}{}`,
      '',
    ];
    for (const json of damaged) {
      expect(() => inSteps(linePieces(json, 500))).toThrow(refusal(json));
    }
    expect(damaged.map(refusal)).not.toContain('accepted');
  });
});

describe('reading for the screen', () => {
  const forScreen = (json: string) => {
    const { graph: drawn, check } = finish(readDrawnSteps(linePieces(json, 500), { file: 'g.json' }));
    finish(check());
    return drawn;
  };

  it('gives nodes and edges that have what they stand for, and none of the fields for readers of files', () => {
    const drawn = forScreen(written);
    expect(drawn.export().nodes).toEqual(
      graph.export().nodes.map((node) => {
        if (node.attributes!.role !== 'entity') return node;
        const { kindLabel: _k, description: _d, aliases: _a, articles: _r, ...attributes } = node.attributes!;
        return { ...node, attributes };
      }),
    );
    const modelOf = (key: string) => (drawn.getNodeAttributes(key) as EntityNode).model;
    for (const [id, { label, aliases, description, mentions }] of uniteEntities(sampleDataset)) {
      expect(modelOf(id)).toMatchObject({ label, aliases, description, mentions });
    }
    expect(drawn.export().edges).toEqual(
      graph.export().edges.map((edge) => {
        const { role, ...fields } = edge.attributes!;
        if (role === 'about') return edge;
        const { predicate, model } = fields as ClaimEdge;
        return { ...edge, attributes: { role, predicate, model } };
      }),
    );
  });

  it('passes over what the text says of edges, but not over an end that is missing', () => {
    const { nodes, edges } = forScreen(written).export();
    const other = written.replace('"label":"operates"', '"label":"ran"');
    expect(other).not.toBe(written);
    expect(forScreen(other).export()).toMatchObject({ nodes, edges });
    for (const json of [written.slice(0, -20), written.replace('"id":"nordlink"', '"id":"nordlonk"'), ''])
      expect(() => forScreen(json)).toThrow(refusal(json));
  });

  it('looks through entities and claims only when that is asked for, and then refuses in the same words', () => {
    const damaged = [
      written.replace('"modality":"reported"', '"modality":"sung"'),
      written.replace('"label":{"en":"Anna Berg"', '"label":{"en":7'),
      written.replace('"speaker":"anna-berg"', '"speaker":"anna-borg"'),
    ];
    for (const json of damaged) {
      expect(json).not.toBe(written);
      const { graph: drawn, check } = finish(readDrawnSteps(linePieces(json, 500), { file: 'g.json' }));
      expect(drawn.order).toBe(graph.order);
      expect(() => finish(check())).toThrow(refusal(json));
    }
  });

  it('takes the words of the source over', () => {
    const quoted = written.replace('"label":"operates"', '"label":"operates","quote":"words"');
    expect(forScreen(quoted).getEdgeAttributes('harbour/c1')).toMatchObject({ quote: 'words' });
  });

  it('reads a text that is laid out otherwise, too', () => {
    const whole = readGraphJson(written).export();
    expect(forScreen(JSON.stringify(JSON.parse(written))).export()).toEqual(whole);
  });
});
