import { describe, expect, it } from 'vitest';
import { StringSink, writeDatasetRdf } from '../../../src/formats/index.ts';
import { datasetToGraph, LIGHT } from '../../../src/graph/index.ts';
import { layoutGraph } from '../../../src/layout/index.ts';
import { SAVE_FORMATS } from '../../../src/viewer/state/save-formats.ts';
import { claimTurtle } from '../../../src/viewer/worker/claim-turtle.ts';
import { MOST_DRAWN, type SaveRequest, saveGraph } from '../../../src/viewer/worker/save-graph.ts';
import { sampleDataset } from '../../fixtures/sample.ts';

const whole = datasetToGraph(sampleDataset);
layoutGraph(whole);

const save = (request: Pick<SaveRequest, 'format'>, signal = new AbortController().signal) =>
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

it('refuses a drawing that a page has no memory for, and says the way out', async () => {
  const many = whole.copy() as typeof whole;
  const claim = many.edges().find((key) => many.getEdgeAttribute(key, 'role') === 'claim')!;
  const [from, to] = many.extremities(claim);
  for (let at = 0; at <= MOST_DRAWN; at += 1)
    many.addEdgeWithKey(`more/${at}`, from, to, many.getEdgeAttributes(claim));
  const { signal } = new AbortController();
  const saving = saveGraph(
    { drawing: { palette: LIGHT }, format: '.svg' },
    { graph: () => many, signal, onProgress: () => {}, notes: [] },
  );
  await expect(saving).rejects.toThrow(/too large/);
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
