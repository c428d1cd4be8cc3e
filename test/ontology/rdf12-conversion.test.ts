import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/corpus/index.ts';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { DATA, ROOT } from '../cli/run-cli.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const MODELS = ['rdf11', 'rdf12'] as const;
type Model = (typeof MODELS)[number];
const query = (from: Model, to: Model) => readFileSync(join(ROOT, 'ontology', `${from}-to-${to}.rq`), 'utf8');

async function quads(dataset: Dataset, model: Model): Promise<string> {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, 'nquads', sink, { model });
  return `${sink}`;
}

/** There are no blank nodes, so sorted lines are a canonical form. */
const lines = (terms: Iterable<{ toString(): string }>) => [...new Set([...terms].map(String))].sort();

/** Converted graph by graph, beside what we write ourselves. */
async function both(dataset: Dataset, from: Model, to: Model) {
  const [source, target] = [new oxigraph.Store(), new oxigraph.Store()];
  source.load(await quads(dataset, from), { format: 'application/n-quads' });
  target.load(await quads(dataset, to), { format: 'application/n-quads' });
  const graphs = new Set(target.match().map(({ graph }) => graph.value));
  return [...graphs].map((name) => {
    const graph = oxigraph.namedNode(name);
    const made = source.query(query(from, to), { default_graph: graph }) as oxigraph.Quad[];
    const ours = target
      .match(null, null, null, graph)
      .map(({ subject, predicate, object }) => oxigraph.quad(subject, predicate, object));
    return { name, made: lines(made), ours: lines(ours) };
  });
}

describe.each([
  ['rdf11', 'rdf12'],
  ['rdf12', 'rdf11'],
] as const)('ontology/%s-to-%s.rq', (from, to) => {
  it.each([
    ['the shipped article', async () => (await loadDataset(DATA)).dataset!],
    ['a dataset with everything', async () => sampleDataset],
  ])('makes of %s what Clew writes', async (_, dataset) => {
    const graphs = await both(await dataset(), from, to);
    expect(graphs.length).toBeGreaterThan(1);
    expect(graphs.some(({ ours }) => ours.some((line) => line.includes('reifies')))).toBe(to === 'rdf12');
    for (const { made, ours } of graphs) expect(made).toEqual(ours);
  });

  it('does so for any dataset', () =>
    fc.assert(
      fc.asyncProperty(arbitraryDataset(2), async (dataset) => {
        for (const { made, ours } of await both(dataset, from, to)) expect(made).toEqual(ours);
      }),
      { numRuns: 15 },
    ));
});
