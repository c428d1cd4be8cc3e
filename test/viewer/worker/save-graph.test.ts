import { describe, expect, it } from 'vitest';
import { StringSink, writeDatasetRdf } from '../../../src/formats/index.ts';
import { datasetToGraph, LIGHT } from '../../../src/graph/index.ts';
import { layoutGraph } from '../../../src/layout/index.ts';
import { SAVE_FORMATS } from '../../../src/viewer/state/save-formats.ts';
import { claimTurtle } from '../../../src/viewer/worker/claim-turtle.ts';
import { type SaveRequest, saveGraph } from '../../../src/viewer/worker/save-graph.ts';
import { sampleDataset } from '../../fixtures/sample.ts';

const whole = datasetToGraph(sampleDataset);
layoutGraph(whole);

const save = (request: Pick<SaveRequest, 'format' | 'layers'>, signal = new AbortController().signal) =>
  saveGraph(
    { drawing: { palette: LIGHT }, ...request },
    { graph: () => whole, signal, onProgress: () => {}, notes: [] },
  );

describe('saving the graph', () => {
  it.each([
    ['.ttl', 'turtle'],
    ['.trig', 'trig'],
    ['.nq', 'nquads'],
    ['.jsonld', 'jsonld'],
  ] as const)('writes the same %s as the command line', async (format, syntax) => {
    const sink = new StringSink();
    await writeDatasetRdf(sampleDataset, syntax, sink);
    expect(await (await save({ format })).blob.text()).toBe(`${sink}`);
  });

  it.each(SAVE_FORMATS)('has a writer and a type for %s', async (format) => {
    const { blob } = await save({ format });
    expect(blob.size).toBeGreaterThan(200);
    expect(blob.type).toMatch(/^[a-z]+\/[a-z+-]+$/);
  });
});

it('tells where the layers of a drawing end, which are documents of one size', async () => {
  const { blob, ends } = await save({ format: '.svg', layers: true });
  expect(ends.at(-1)).toBe(blob.size);
  const layers = await Promise.all(ends.map((end, at) => blob.slice(ends[at - 1], end).text()));
  const size = /width="\d+" height="\d+"/.exec(await (await save({ format: '.svg' })).blob.text())![0];
  for (const layer of layers) expect(layer).toMatch(new RegExp(`^<svg [^>]*${size}[\\s\\S]*</svg>\n$`));
  expect((await save({ format: '.svg' })).ends).toEqual([]);
});

describe('a claim’s own Turtle', () => {
  it('names the claim and declares only prefixes that occur', async () => {
    const turtle = await claimTurtle(sampleDataset, 'harbour/c7');
    expect(turtle).toContain('claim/harbour/c7');
    expect(turtle).toContain('"420"');
    const declared = [...turtle.matchAll(/@prefix (\w+):/g)].map((match) => match[1]!);
    const body = turtle.replace(/@prefix.*\n/g, '');
    expect(declared.filter((prefix) => !body.includes(`${prefix}:`))).toEqual([]);
  });
});
