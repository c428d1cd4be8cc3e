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

describe.each([
  ['rdf11', 'rdf12'],
  ['rdf12', 'rdf11'],
] as const)('ontology/%s-to-%s.ru, inside a store', (from, to) => {
  const update = (a: Model, b: Model) => readFileSync(join(ROOT, 'ontology', `${a}-to-${b}.ru`), 'utf8');
  /** A store keeps numbers as numbers: it is held against another one, not against a file. */
  const storeOf = (text: string, format = 'application/n-quads') => {
    const store = new oxigraph.Store();
    store.load(text, { format });
    return store;
  };
  const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
  const FOREIGN =
    `<https://other.example/r> <${RDF}reifies> <<( <urn:a> <urn:b> "c" )>> <urn:g> .\n` +
    `<https://other.example/r> <${RDF}subject> <urn:a> <urn:g> .\n`;

  it.each([
    ['the shipped article', async () => (await loadDataset(DATA)).dataset!],
    ['a dataset with everything', async () => sampleDataset],
  ])(
    'makes of %s, graph by graph, what Clew writes, leaves others alone, and comes back',
    async (_, dataset) => {
      const before = (await quads(await dataset(), from)) + FOREIGN;
      const after = (await quads(await dataset(), to)) + FOREIGN;
      expect(after).not.toBe(before);
      const store = storeOf(before);
      store.update(update(from, to));
      expect(lines(store.match())).toEqual(lines(storeOf(after).match()));
      store.update(update(to, from));
      expect(lines(store.match())).toEqual(lines(storeOf(before).match()));
    },
  );

  it('does so in the default graph too', async () => {
    const triples = async (model: Model) => {
      const sink = new StringSink();
      await writeDatasetRdf(sampleDataset, 'ntriples', sink, { model });
      return storeOf(sink.toString(), 'application/n-triples');
    };
    const store = await triples(from);
    store.update(update(from, to));
    expect(lines(store.match())).toEqual(lines((await triples(to)).match()));
  });
});
