/** Random graphs with hostile keys, names and values, and what readers make of such. */
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import type { Scalar } from '../../src/formats/index.ts';
import type { ClewGraph } from '../../src/graph/index.ts';
import type { Attributes, Seen } from './python-readers.ts';

/** A graph with nothing but keys and scalars: what a writer of graph files must get right whatever stands in it. */
export interface Bare {
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
export const bareGraph = (strings: fc.Arbitrary<string>): fc.Arbitrary<Bare> =>
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

export function graphOf({ nodes, edges }: Bare): ClewGraph {
  const graph = new MultiDirectedGraph();
  for (const { key, attributes } of nodes) graph.addNode(key, attributes);
  for (const { key, source, target, attributes } of edges)
    graph.addEdgeWithKey(key, source, target, attributes);
  return graph as unknown as ClewGraph;
}

/** As files hold it: without empty texts, with a float's special values as Python names them. */
export function asWritten(attributes: Record<string, Scalar>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, name === 'share' || typeof value === 'bigint' ? Number(value) : value]),
  );
}
export const special = (attributes: Attributes): Attributes =>
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
export const byKey = <T extends readonly [string, ...unknown[]]>(list: readonly T[]): T[] =>
  [...list].sort(([a], [b]) => (a < b ? -1 : 1));

/** NetworkX repeats an edge's id among its attributes. */
export const withoutId = (edges: Seen['edges']): Seen['edges'] =>
  edges.map(([key, source, target, { id: _, ...attributes }]) => [key, source, target, attributes]);

/** igraph 1.0 leaves an ampersand in an XML attribute as `&#38;`: in ids and in names of attributes. */
export const unescaped = (value: string): string => value.replaceAll('&#38;', '&');

/** igraph fills columns: what is missing is '', NaN or false; these are left out on both sides, as is its id. */
export const present = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => name !== 'id' && value !== '' && value !== 'nan' && value !== false)
      .map(([name, value]) => [unescaped(name), value]),
  );
