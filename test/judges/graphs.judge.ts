/** Graph files of the article and of a thousand hostile graphs, read by NetworkX, igraph, lxml, expat and Gephi. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draw } from '../../src/formats/drawing.ts';
import { gexfParts, graphmlParts, join } from '../../src/formats/index.ts';
import { type ClewGraph, datasetToGraph } from '../../src/graph/index.ts';
import { layoutGraph, loadDataset } from '../../src/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { asWritten, bareGraph, byKey, graphOf, present, special, unescaped } from '../formats/bare-graph.ts';
import { gexfFaults } from '../formats/gexf-rules.ts';
import { xmlText } from '../formats/hostile.ts';
import {
  type Attributes,
  hasPythonReaders,
  type Reading,
  readWithPython,
  schemaFaults,
} from '../formats/python-readers.ts';
import { type GephiReading, gephiVersion, readWithGephi } from './gephi.ts';
import { type Score, scoreTable } from './table.ts';

/** `gexf.rng` of GEXF 1.3 with the files that it includes; no package registry has it. */
const GEXF_SCHEMA = process.env.GEXF_SCHEMA;
if (!GEXF_SCHEMA) {
  console.warn(
    'SKIPPED: GEXF held against its RELAX NG grammar: set GEXF_SCHEMA to gexf.rng of GEXF 1.3. The rules of gexf-rules.ts are held against it all the same.',
  );
}
const GRAPHS = 1000;
/** Gephi opens a project for each. */
const FOR_GEPHI = 100;
const WRITERS = {
  graphml: (graph: ClewGraph, lean: boolean) => join(graphmlParts(graph, { lean })).text,
  gexf(graph: ClewGraph, lean: boolean) {
    // GEXF has places and colours, which a graph of a dataset has and a bare one does not.
    if (!graph.hasAttribute('dataset')) {
      graph.setAttribute('dataset', sampleDataset);
      graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, literals: [], x: 0, y: 0 }));
      // What the line style of an edge is taken from; no column of the file.
      const model = sampleDataset.articles[0]!.claims[0]!;
      graph.updateEachEdgeAttributes((_, attributes) => Object.assign({}, attributes, { model }));
    }
    return join(gexfParts(graph, { lean })).text;
  },
};
const FORMATS = ['graphml', 'gexf'] as const;
type Format = (typeof FORMATS)[number];

const hostile = fc.sample(bareGraph(xmlText), { numRuns: GRAPHS, seed: 20_310_504 });
let article: ClewGraph;
const scores: Score[] = [];

beforeAll(async () => {
  const { dataset } = await loadDataset('data');
  article = datasetToGraph(dataset!);
  await layoutGraph(article);
});
afterAll(() => {
  console.log(`\nGraph files read back equal and without a warning: passed/tried\n${scoreTable(scores)}`);
});

/** Runs a check for each item, keeps the score, and fails with what went wrong. */
function judge<T>(
  reader: string,
  group: string,
  items: readonly T[],
  check: (item: T, index: number) => void,
): void {
  const wrong: string[] = [];
  for (const [i, item] of items.entries()) {
    try {
      check(item, i);
    } catch (error) {
      wrong.push(`${group} ${i}: ${(error as Error).message.slice(0, 600)}`);
    }
  }
  scores.push({ reader, group, passed: items.length - wrong.length, tried: items.length, limits: 0 });
  expect(wrong.slice(0, 10)).toEqual([]);
}

const group = (format: Format, kind: string) => `${format === 'gexf' ? 'GEXF' : 'GraphML'}, ${kind}`;

describe.skipIf(!hasPythonReaders).each(FORMATS)('%s', (format) => {
  test(`of ${GRAPHS} hostile graphs`, () => {
    const readings = readWithPython(
      format,
      hostile.map((bare) => WRITERS[format](graphOf(bare), true)),
    );
    const name = group(format, 'hostile');
    judge('lxml, expat', name, readings, ({ lxml, expat }, i) => {
      const { nodes, edges } = hostile[i]!;
      expect([lxml.ok, lxml.warnings, expat.ok]).toEqual([[nodes.length, edges.length], undefined, true]);
    });
    judge('NetworkX', name, readings, (reading, i) => seenByNetworkX(reading, format, i));
    if (format === 'graphml') judge('igraph', name, readings, seenByIgraph);
  });

  test('of the article', () => {
    const readings = readWithPython(format, [
      WRITERS[format](article, false),
      WRITERS[format](article, true),
    ]);
    const edges = article.mapEdges((key, _, source, target) => `${key} ${source} ${target}`).sort();
    const name = group(format, 'article');
    judge('lxml, expat', name, readings, ({ lxml, expat }) => {
      expect([lxml.ok, lxml.warnings, expat.ok]).toEqual([[article.order, article.size], undefined, true]);
    });
    judge('NetworkX', name, readings, ({ networkx }) => {
      expect([networkx.error, networkx.warnings]).toEqual([undefined, undefined]);
      expect(networkx.ok!.nodes.map(([key]) => key).sort()).toEqual(article.nodes().sort());
      expect(networkx.ok!.edges.map(([key, source, target]) => `${key} ${source} ${target}`).sort()).toEqual(
        edges,
      );
    });
    if (format === 'gexf') return;
    judge('igraph', name, readings, ({ igraph }) => {
      expect([igraph.error, igraph.warnings]).toEqual([undefined, undefined]);
      // igraph keeps ids of nodes, not of edges.
      expect(igraph.ok!.edges.map(([, source, target]) => `${source} ${target}`).sort()).toEqual(
        article.mapEdges((_, __, source, target) => `${source} ${target}`).sort(),
      );
    });
  });
});

describe('GEXF by its grammar', () => {
  const texts = () => [
    ['article', [WRITERS.gexf(article, false), WRITERS.gexf(article, true)]] as const,
    ['hostile', hostile.map((bare) => WRITERS.gexf(graphOf(bare), true))] as const,
  ];

  test('in our own words', () => {
    for (const [kind, files] of texts()) {
      judge('rules', group('gexf', kind), files, (file) => expect(gexfFaults(file)).toEqual([]));
    }
  });

  test.skipIf(!GEXF_SCHEMA || !hasPythonReaders)('as published, by libxml2', () => {
    for (const [kind, files] of texts()) {
      const faults = schemaFaults(GEXF_SCHEMA!, 'gexf', files);
      judge('RELAX NG', group('gexf', kind), faults, (found) => expect(found).toEqual([]));
    }
  });
});

function inGephi(format: Format, texts: readonly string[]): GephiReading[] {
  const folder = mkdtempSync(joinPath(tmpdir(), 'clew-gephi-'));
  try {
    const paths = texts.map((text, i) => {
      const path = joinPath(folder, `${i}.${format}`);
      writeFileSync(path, text);
      return path;
    });
    return readWithGephi(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(gephiVersion === undefined).each(FORMATS)(
  'Gephi takes places, sizes and colours from %s as the drawing has them',
  (format) => {
    const drawn = draw(article);
    const text =
      format === 'gexf'
        ? WRITERS.gexf(article, true)
        : join(graphmlParts(article, { flavour: 'gephi', lean: true })).text;
    judge(
      `Gephi ${gephiVersion}`,
      `${format === 'gexf' ? 'GEXF' : 'GraphML'}, look`,
      inGephi(format, [text]),
      ({ issues, nodes, edges }) => {
        expect(issues).toEqual([]);
        // Gephi holds them as floats of 32 bits.
        const look = (x: number, y: number, radius: number, colour: string) =>
          [...[x, y, radius].map((value) => Math.fround(value).toFixed(3)), colour].join(' ');
        const seen = nodes.map(
          ({ fields: [id, , x, y, size, colour] }) =>
            `${id} ${look(Number(x), Number(y), Number(size), colour!)}`,
        );
        const meant = article.mapNodes((key) => {
          const { x, y, radius, colour } = drawn.node(key);
          return `${key} ${look(x, y, Math.round(radius * 100) / 100, colour)}`;
        });
        const known = new Set(meant);
        expect(seen.filter((one) => !known.has(one)).slice(0, 3)).toEqual([]);
        expect(seen.length).toBe(meant.length);
        const colours = new Set(article.mapEdges((key) => drawn.edge(key).colour));
        const lines = new Set(edges.map(({ fields: [, , , , colour] }) => colour!));
        // Of parallel edges in GraphML Gephi keeps one, with its colour.
        expect([...lines].filter((colour) => !colours.has(colour))).toEqual([]);
        if (format === 'gexf') expect(lines.size).toBe(colours.size);
      },
    );
  },
);

describe.skipIf(gephiVersion === undefined).each(FORMATS)('%s in Gephi', (format) => {
  const read = (texts: readonly string[]) => inGephi(format, texts);

  test('the article, with an empty report', () => {
    judge(
      `Gephi ${gephiVersion}`,
      group(format, 'article'),
      read([WRITERS[format](article, false)]),
      (reading) => {
        expect(reading.issues).toEqual([]);
        const nodes = article.mapNodes((key, { label }) => `${key} ${label}`);
        expect(reading.nodes.map(({ fields: [id, label] }) => `${id} ${label}`).sort()).toEqual(nodes.sort());
        const ends = article.mapEdges((_, __, source, target) => `${source}\n${target}`);
        expect(endsOf(reading)).toEqual(asKept(ends));
      },
    );
  });

  test(`${FOR_GEPHI} hostile graphs, with an empty report`, () => {
    const some = hostile.slice(0, FOR_GEPHI);
    const readings = read(some.map((bare) => WRITERS[format](graphOf(bare), true)));
    judge(`Gephi ${gephiVersion}`, group(format, 'hostile'), readings, (reading, i) => {
      const { nodes, edges } = some[i]!;
      expect(reading.issues).toEqual([]);
      expect(reading.nodes.map(({ fields: [id] }) => id).sort()).toEqual(nodes.map(({ key }) => key).sort());
      expect(endsOf(reading)).toEqual(asKept(edges.map(({ source, target }) => `${source}\n${target}`)));
    });
  });

  const endsOf = ({ edges }: GephiReading) =>
    edges.map(({ fields: [, source, target] }) => `${source}\n${target}`).sort();
  /** Gephi draws parallel edges of a GraphML file as one; in GEXF they are told apart by their kinds. */
  const asKept = (ends: readonly string[]) => (format === 'graphml' ? [...new Set(ends)] : [...ends]).sort();
});

/** What readers of GEXF add to the attributes of an element. */
const ADDED = ['id', 'viz', 'kind', 'label'];
const without = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

function seenByNetworkX({ networkx }: Reading, format: Format, i: number): void {
  const { nodes, edges } = hostile[i]!;
  const added = format === 'gexf' ? ADDED : ['id'];
  const compared = format === 'gexf' ? ['label'] : [];
  expect([networkx.error, networkx.warnings]).toEqual([undefined, undefined]);
  expect(
    byKey(networkx.ok!.nodes.map(([key, seen]) => [key, without(seen, format === 'gexf' ? added : [])])),
  ).toEqual(
    byKey(nodes.map(({ key, attributes }) => [key, without(special(asWritten(attributes)), compared)])),
  );
  expect(
    byKey(
      networkx.ok!.edges.map(([key, source, target, seen]) => [key, source, target, without(seen, added)]),
    ),
  ).toEqual(
    byKey(
      edges.map(({ key, source, target, attributes }) => [
        key,
        source,
        target,
        without(special(asWritten(attributes)), compared),
      ]),
    ),
  );
}

function seenByIgraph({ igraph }: Reading, i: number): void {
  const { nodes, edges } = hostile[i]!;
  expect([igraph.error, igraph.warnings]).toEqual([undefined, undefined]);
  expect(byKey(igraph.ok!.nodes.map(([key, seen]) => [unescaped(key), present(seen)]))).toEqual(
    byKey(nodes.map(({ key, attributes }) => [key, present(special(asWritten(attributes)))])),
  );
  expect(igraph.ok!.edges.map(([, source, target]) => unescaped(`${source}\n${target}`)).sort()).toEqual(
    edges.map(({ source, target }) => `${source}\n${target}`).sort(),
  );
}
