/** The files that readers are given: our article, what the W3C suites allow, and random terms, in every syntax of ours. */
import fc from 'fast-check';
import { writeDatasetRdf } from '../../src/formats/dataset-rdf.ts';
import { writeJsonLd } from '../../src/formats/jsonld.ts';
import { writeNQuads, writeNTriples } from '../../src/formats/nquads.ts';
import { readQuads } from '../../src/formats/quad-reader.ts';
import type { QuadSource } from '../../src/formats/quad-text.ts';
import { writeRdfXml } from '../../src/formats/rdfxml.ts';
import { type Sink, StringSink } from '../../src/formats/sink.ts';
import { writeTriG, writeTurtle } from '../../src/formats/turtle.ts';
import { loadDataset } from '../../src/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { datasetToQuads, datasetToTriples, type ForeignQuad, type RdfModel } from '../../src/rdf/index.ts';
import { canonical, type Syntax } from '../formats/rdf-judges.ts';
import { suiteTests } from '../formats/w3c-suites.ts';
import { foreignQuads } from './random-terms.ts';

export interface RdfCase {
  readonly group: string;
  readonly name: string;
  readonly syntax: Syntax;
  readonly text: string;
  /** The canonical form of what it means. */
  readonly expected: string;
  /** True where it has triple terms or base directions. */
  readonly rdf12: boolean;
  readonly quads: readonly ForeignQuad[];
}

const PREFIXES = { ex: 'http://example/', exo: 'http://example.org/' };
const WRITERS: Readonly<Record<Syntax, (quads: QuadSource, sink: Sink) => Promise<unknown>>> = {
  turtle: (quads, sink) => writeTurtle(quads, sink, { prefixes: PREFIXES }),
  trig: (quads, sink) => writeTriG(quads, sink, { prefixes: PREFIXES }),
  ntriples: writeNTriples,
  nquads: writeNQuads,
  jsonld: writeJsonLd,
  rdfxml: writeRdfXml,
};
const SYNTAXES = Object.keys(WRITERS) as Syntax[];
const WITH_GRAPHS: readonly Syntax[] = ['trig', 'nquads', 'jsonld'];
/** RDF 1.2 is written by these. */
const WITH_TRIPLE_TERMS: readonly Syntax[] = ['turtle', 'trig', 'ntriples', 'nquads'];
const RANDOM = { numRuns: 150, seed: 20_310_504 };
/** Random quads to a file: as many as the article's smaller syntaxes have. */
const RANDOM_PER_FILE = 20;

export async function rdfCases(): Promise<RdfCase[]> {
  return [
    ...(await articleCases('rdf11')),
    ...(await articleCases('rdf12')),
    ...(await articleCases('nif')),
    ...(await articleCases('nanopub')),
    ...(await suiteCases()),
    ...(await randomCases()),
  ];
}

const GROUPS: Readonly<Record<RdfModel, string>> = {
  rdf11: 'article',
  rdf12: 'article, RDF 1.2',
  nif: 'article, NIF',
  nanopub: 'article, nanopublications',
};
const FIT: Readonly<Record<RdfModel, readonly Syntax[]>> = {
  rdf11: SYNTAXES,
  rdf12: WITH_TRIPLE_TERMS,
  nif: SYNTAXES,
  nanopub: WITH_GRAPHS,
};

async function articleCases(model: RdfModel): Promise<RdfCase[]> {
  const { dataset } = await loadDataset('data');
  if (dataset === undefined) throw new Error('the shipped data cannot be loaded');
  const cases: RdfCase[] = [];
  const quads = [...datasetToQuads(dataset, { model })];
  const graphs = await canonical(quads);
  const union = model === 'nanopub' ? '' : await canonical(datasetToTriples(dataset, { model }));
  for (const syntax of FIT[model]) {
    for (const ascii of [false, true]) {
      const sink = new StringSink();
      await writeDatasetRdf(dataset, syntax, sink, { model, ascii });
      cases.push({
        group: GROUPS[model],
        name: ascii ? 'ASCII' : 'as built',
        syntax,
        text: sink.toString(),
        expected: WITH_GRAPHS.includes(syntax) ? graphs : union,
        rdf12: model === 'rdf12',
        quads,
      });
    }
  }
  return cases;
}

async function suiteCases(): Promise<RdfCase[]> {
  const cases: RdfCase[] = [];
  for (const { name, kind, syntax, text, base } of suiteTests()) {
    if (kind === 'negative') continue;
    const lines = syntax === 'ntriples' || syntax === 'nquads';
    const { quads } = readQuads(text, syntax, lines ? {} : { base });
    const group = name.startsWith('rdf11') ? 'W3C RDF 1.1' : 'W3C RDF 1.2';
    cases.push(...(await inEverySyntax(group, name, quads)));
  }
  return cases;
}

async function randomCases(): Promise<RdfCase[]> {
  const lists = fc.sample(
    fc.array(foreignQuads, { minLength: RANDOM_PER_FILE, maxLength: RANDOM_PER_FILE }),
    RANDOM,
  );
  const cases: RdfCase[] = [];
  for (const [i, quads] of lists.entries())
    cases.push(...(await inEverySyntax('random terms', String(i), quads)));
  return cases;
}

/** The quads in all syntaxes that can hold them. What a syntax refuses is proved by the tests of the writers. */
async function inEverySyntax(group: string, name: string, quads: readonly ForeignQuad[]): Promise<RdfCase[]> {
  const expected = await canonical(quads);
  const named = quads.some(({ graph }) => graph !== undefined && graph.termType !== 'DefaultGraph');
  const rdf12 = quads.some(({ object }) => object.termType === 'Quad' || Boolean(object.direction));
  const cases: RdfCase[] = [];
  for (const syntax of SYNTAXES) {
    if (named && !WITH_GRAPHS.includes(syntax)) continue;
    const sink = new StringSink();
    try {
      await WRITERS[syntax](quads, sink);
    } catch (error) {
      if (error instanceof ProblemError) continue;
      throw error;
    }
    cases.push({ group, name, syntax, text: sink.toString(), expected, rdf12, quads });
  }
  return cases;
}
