/** Typed and weighted graphs as NetworkX and igraph write them, still so for them and for Gephi after they went through Clew. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  gexfParts,
  graphmlParts,
  join,
  openText,
  StringSink,
  syntaxOf,
  writeDatasetRdf,
} from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { hasPythonReaders, pythonPath } from '../formats/python-readers.ts';
import { gephiVersion, readWithGephi } from './gephi.ts';
import { type Score, scoreTable } from './table.ts';

const GRAPHS = 200;
const SCRIPT = joinPath(import.meta.dirname, 'foreign_graphs.py');
const scores: Score[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(joinPath(tmpdir(), 'clew-foreign-'));
  if (hasPythonReaders) execFileSync(pythonPath, [SCRIPT, 'make', folder, String(GRAPHS)]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(`\nForeign graphs with equal weights, types and values: passed/tried\n${scoreTable(scores)}`);
});

/** The ways through Clew. */
const WAYS = {
  GraphML: (dataset: Dataset) => join(graphmlParts(datasetToGraph(dataset))).text,
  'lean GraphML': (dataset: Dataset) => join(graphmlParts(datasetToGraph(dataset), { lean: true })).text,
  GEXF: (dataset: Dataset) => join(gexfParts(datasetToGraph(dataset))).text,
  'GraphML by way of Turtle': async (dataset: Dataset) =>
    WAYS.GraphML((await openText(await turtle(dataset), 'turtle')).dataset),
};

async function turtle(dataset: Dataset): Promise<string> {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, 'turtle', sink);
  return sink.toString();
}

/** Pairs of files, before and after. */
async function converted(ending: string, way: keyof typeof WAYS): Promise<[string, string][]> {
  const files = readdirSync(folder).filter((name) => name.endsWith(ending) && /^\d+\.\w+\.\w+$/.test(name));
  expect(files).toHaveLength(GRAPHS);
  return Promise.all(
    files.map(async (name): Promise<[string, string]> => {
      const before = joinPath(folder, name);
      const { dataset } = await openText(readFileSync(before, 'utf8'), syntaxOf(name)!, { id: 'net' });
      const after = `${before}.${way.replaceAll(' ', '-')}.${way === 'GEXF' ? 'gexf' : 'graphml'}`;
      writeFileSync(after, await WAYS[way](dataset));
      return [before, after];
    }),
  );
}

describe.skipIf(!hasPythonReaders).each(['networkx.graphml', 'networkx.gexf', 'igraph.graphml'])(
  '%s',
  (ending) => {
    test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('to %s', async (way) => {
      const pairs = await converted(ending, way);
      const input = pairs.map((pair) => `${pair.join('\t')}\n`).join('');
      const found = JSON.parse(
        execFileSync(pythonPath, [SCRIPT, 'compare'], { input, encoding: 'utf8', maxBuffer: 1 << 28 }),
      ) as string[][];
      const passed = found.filter((one) => one.length === 0).length;
      const reader = way === 'GEXF' || ending.endsWith('gexf') ? 'NetworkX' : 'NetworkX, igraph';
      scores.push({ reader, group: `${ending} to ${way}`, passed, tried: GRAPHS, limits: 0 });
      expect(found.flat().slice(0, 10)).toEqual([]);
    });
  },
);

test.skipIf(!hasPythonReaders || gephiVersion === undefined).each(['GraphML', 'GEXF'] as const)(
  'Gephi takes the weights of edges from %s',
  async (way) => {
    const pairs = (await converted('networkx.graphml', way)).slice(0, 50);
    const readings = readWithGephi(pairs.map(([, after]) => after));
    const wrong = pairs.flatMap(([before], i) => {
      const meant = [...readFileSync(before, 'utf8').matchAll(/<data key="(\w+)">([^<]*)<\/data>/g)];
      const key = /id="(\w+)" for="edge" attr.name="weight"/.exec(readFileSync(before, 'utf8'))![1];
      // Gephi holds them as floats of 32 bits, and unites parallel edges of GraphML.
      const weights = new Set(
        meant.filter(([, one]) => one === key).map(([, , value]) => Math.fround(Number(value))),
      );
      const seen = readings[i]!.edges.map(({ fields }) => Number(fields[5]));
      const odd = way === 'GEXF' ? seen.filter((weight) => !weights.has(weight)) : [];
      return [...readings[i]!.issues, ...odd.map((weight) => `${before}: ${weight}`)];
    });
    scores.push({
      reader: 'Gephi',
      group: `weights, ${way}`,
      passed: 50 - wrong.length,
      tried: 50,
      limits: 0,
    });
    expect(wrong.slice(0, 10)).toEqual([]);
  },
);
