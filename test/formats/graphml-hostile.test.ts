import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { graphmlParts, isXmlText, join, readGraphml, type Scalar } from '../../src/formats/index.ts';
import type { ClewGraph } from '../../src/graph/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { text, xmlText } from './hostile.ts';
import { type Attributes, hasPythonReaders, readWithPython, type Seen } from './python-readers.ts';

/** A graph with nothing but keys and scalars: what a writer of graph files must get right whatever stands in it. */
interface Bare {
  readonly nodes: readonly { readonly key: string; readonly attributes: Record<string, Scalar> }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly attributes: Record<string, Scalar>;
  }[];
}

/** igraph refuses a file with a subnormal number in it. */
const normalDouble = fc.double().filter((value) => value === 0 || !(Math.abs(value) < 2 ** -1022));
const attributesOf = (strings: fc.Arbitrary<string>) =>
  fc.record(
    {
      label: strings,
      'a b&"<': strings,
      tên·名: strings,
      flag: fc.boolean(),
      count: fc.integer(),
      large: fc.maxSafeInteger(),
      share: normalDouble,
    },
    { requiredKeys: [] },
  );
/** graphology keeps neighbours in plain objects: no node may be called `constructor` and the like. */
const keyOf = (strings: fc.Arbitrary<string>) => strings.filter((key) => key !== '' && !(key in {}));
const bareGraph = (strings: fc.Arbitrary<string>): fc.Arbitrary<Bare> =>
  fc.uniqueArray(keyOf(strings), { minLength: 1, maxLength: 6 }).chain((keys) =>
    fc.record({
      nodes: fc.tuple(
        ...keys.map((key) => fc.record({ key: fc.constant(key), attributes: attributesOf(strings) })),
      ),
      edges: fc.uniqueArray(
        fc.record({
          key: keyOf(strings),
          source: fc.constantFrom(...keys),
          target: fc.constantFrom(...keys),
          attributes: attributesOf(strings),
        }),
        { selector: ({ key }) => key, maxLength: 8 },
      ),
    }),
  );

function graphOf({ nodes, edges }: Bare): ClewGraph {
  const graph = new MultiDirectedGraph();
  for (const { key, attributes } of nodes) graph.addNode(key, attributes);
  for (const { key, source, target, attributes } of edges)
    graph.addEdgeWithKey(key, source, target, attributes);
  return graph as unknown as ClewGraph;
}

/** As files hold it: without empty texts, with a float's special values as Python names them. */
function asWritten(attributes: Record<string, Scalar>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, name === 'share' ? Number(value) : value]),
  );
}
const special = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isFinite(value)
        ? Number.isNaN(value)
          ? 'nan'
          : value > 0
            ? 'inf'
            : '-inf'
        : value,
    ]),
  );
const byKey = <T extends readonly [string, ...unknown[]]>(list: readonly T[]): T[] =>
  [...list].sort(([a], [b]) => (a < b ? -1 : 1));

const legal = fc.sample(bareGraph(xmlText), { numRuns: 150, seed: 20_310_504 });
const written = legal.map((bare) => join(graphmlParts(graphOf(bare), { lean: true })).text);

describe('GraphML of hostile graphs', () => {
  it('reads back equal, or is refused because of a character that XML cannot hold', () => {
    fc.assert(
      fc.property(bareGraph(text), (bare) => {
        const texts = [...bare.nodes, ...bare.edges].flatMap(({ key, attributes }) => [
          key,
          ...Object.values(attributes),
        ]);
        const holdable = texts.every((value) => typeof value !== 'string' || isXmlText(value));
        let file: string;
        try {
          file = join(graphmlParts(graphOf(bare), { lean: true })).text;
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          expect(holdable).toBe(false);
          return;
        }
        expect(holdable).toBe(true);
        const read = readGraphml(file);
        if (read.kind !== 'plain') throw new Error('taken for a dataset');
        const seen = {
          nodes: read.graph.nodes.map(
            ({ key, attributes }) => [key, Object.fromEntries(attributes)] as const,
          ),
          edges: read.graph.edges.map(
            ({ key, source, target, attributes }) =>
              [key, source, target, Object.fromEntries(attributes)] as const,
          ),
        };
        expect(byKey(seen.nodes)).toEqual(
          byKey(bare.nodes.map(({ key, attributes }) => [key, asWritten(attributes)])),
        );
        expect(byKey(seen.edges)).toEqual(
          byKey(
            bare.edges.map(({ key, source, target, attributes }) => [
              key,
              source,
              target,
              asWritten(attributes),
            ]),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it.runIf(hasPythonReaders)('is read equal by NetworkX, igraph, lxml and expat', () => {
    const readings = readWithPython('graphml', written);
    for (const [i, { networkx, igraph, lxml, expat }] of readings.entries()) {
      const { nodes, edges } = legal[i]!;
      const expected: Pick<Seen, 'nodes' | 'edges'> = {
        nodes: nodes.map(({ key, attributes }) => [key, special(asWritten(attributes))]),
        edges: edges.map(({ key, source, target, attributes }) => [
          key,
          source,
          target,
          special(asWritten(attributes)),
        ]),
      };
      expect([networkx.error, networkx.warnings, igraph.error, igraph.warnings]).toEqual(
        Array(4).fill(undefined),
      );
      expect([lxml.ok, expat.ok]).toEqual([[nodes.length, edges.length], true]);
      expect(byKey(networkx.ok!.nodes)).toEqual(byKey(expected.nodes));
      expect(byKey(withoutId(networkx.ok!.edges))).toEqual(byKey(expected.edges));
      expect(byKey(igraph.ok!.nodes.map(([key, seen]) => [unescaped(key), present(seen)]))).toEqual(
        byKey(expected.nodes.map(([key, attributes]) => [key, present(attributes)])),
      );
      expect(igraph.ok!.edges.map(([, source, target]) => unescaped(`${source}\n${target}`)).sort()).toEqual(
        edges.map(({ source, target }) => `${source}\n${target}`).sort(),
      );
    }
  });
});

/** NetworkX repeats an edge's id among its attributes. */
const withoutId = (edges: Seen['edges']): Seen['edges'] =>
  edges.map(([key, source, target, { id: _, ...attributes }]) => [key, source, target, attributes]);

/** igraph 1.0 leaves an ampersand in an XML attribute as `&#38;`: in ids and in names of attributes. */
const unescaped = (value: string): string => value.replaceAll('&#38;', '&');

/** igraph fills columns: what is missing is '', NaN or false; these are left out on both sides, as is its id. */
const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => name !== 'id' && value !== '' && value !== 'nan' && value !== false)
      .map(([name, value]) => [unescaped(name), value]),
  );
