import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphmlParts, isXmlText, join, readGraphml } from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import {
  asWritten,
  bareGraph,
  byKey,
  graphOf,
  present,
  special,
  unescaped,
  withoutId,
} from './bare-graph.ts';
import { text, xmlText } from './hostile.ts';
import { hasPythonReaders, readWithPython, type Seen } from './python-readers.ts';

const legal = fc.sample(bareGraph(xmlText), { numRuns: 40, seed: 20_310_504 });
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
