import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser, type Quad } from 'n3';
import * as oxigraph from 'oxigraph';
import { afterAll, describe, expect, it } from 'vitest';
import { type BuildOptions, buildDataset, DEFAULT_FORMATS } from '../../src/build/index.ts';
import { loadDataset } from '../../src/corpus/index.ts';
import { CodePointText, type Dataset, ProblemError } from '../../src/model/index.ts';
import { DATA } from '../cli/run-cli.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const dir = mkdtempSync(join(tmpdir(), 'clew-void-'));
afterAll(() => rmSync(dir, { recursive: true }));

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  void: 'http://rdfs.org/ns/void#',
} as const;
const full = (name: string) => {
  const [prefix, local] = name.split(':') as [keyof typeof PREFIXES, string];
  return PREFIXES[prefix] + local;
};

const TYPE = full('rdf:type');

const FORMATS = DEFAULT_FORMATS.filter((format) => format !== 'html');
let builds = 0;

/** Builds a dataset and reads its description and its triples with n3. */
async function built(dataset: Dataset, options: BuildOptions = {}) {
  builds += 1;
  const out = join(dir, String(builds));
  await buildDataset(dataset, out, { formats: FORMATS, ...options });
  const path = (part: string) => join(out, `${dataset.id}.${part}`);
  const text = readFileSync(path('void.ttl'), 'utf8');
  const description = new Parser().parse(text);
  const values = (subject: string, property: string) =>
    description
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === full(property))
      .map(({ object }) => object.value);
  const read = (part: string, format: string): Quad[] =>
    new Parser({ format }).parse(readFileSync(path(part), 'utf8'));
  return { out, path, text, description, values, read, node: `${dataset.base}dataset` };
}

const { dataset } = await loadDataset(DATA);
const shipped = await built(dataset!);
const triples = shipped.read('nt', 'application/n-triples');

describe('the description of a build', () => {
  it('is Turtle to other readers, without blank nodes, and the same to both', () => {
    const store = new oxigraph.Store();
    store.load(shipped.text, { format: 'text/turtle' });
    expect(store.size).toBe(shipped.description.length);
    const ends = shipped.description.flatMap(({ subject, object }) => [subject.termType, object.termType]);
    expect(ends).not.toContain('BlankNode');
    const quads = oxigraph.parse(shipped.text, { format: 'text/turtle' }).map(({ object }) => object.value);
    expect(quads.sort()).toEqual(shipped.description.map(({ object }) => object.value).sort());
  });

  it('names every other file with its true size and checksum', () => {
    const { values, node, out } = shipped;
    const files = values(node, 'dcat:distribution');
    expect(values(node, 'schema:distribution')).toEqual(files);
    const told = files.map((file) => {
      const [checksum = ''] = values(file, 'spdx:checksum');
      return [
        values(file, 'dct:title')[0],
        Number(values(file, 'dcat:byteSize')[0]),
        values(checksum, 'spdx:checksumValue')[0],
        values(file, 'schema:sha256')[0],
      ];
    });
    const real = readdirSync(out)
      .filter((name) => name !== 'chinese-ai.void.ttl')
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(out, name));
        const sum = createHash('sha256').update(bytes).digest('hex');
        return [name, bytes.length, sum, sum];
      });
    expect(real).toHaveLength(FORMATS.length - 1);
    expect(told.sort()).toEqual(real);
  });

  it('counts triples, subjects and entities as the file has them', () => {
    const { values, node } = shipped;
    const subjects = new Set(triples.map(({ subject }) => subject.value));
    const pattern = new RegExp(values(node, 'void:uriRegexPattern')[0]!);
    expect(values(node, 'void:triples')).toEqual([String(triples.length)]);
    expect(values(node, 'void:distinctSubjects')).toEqual([String(subjects.size)]);
    expect(values(node, 'void:entities')).toEqual(['105']);
    expect([...subjects].filter((subject) => pattern.test(subject))).toHaveLength(105);
  });

  const counted = (keys: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  it.each([
    ['class', 'void:classPartition', 'void:classes', 'void:class', 'void:entities'],
    ['property', 'void:propertyPartition', 'void:properties', 'void:property', 'void:triples'],
  ])('divides what there is by %s', (kind, partition, total, term, n) => {
    const { values, node } = shipped;
    const parts = values(node, partition);
    const told = parts.map((part) => [values(part, term)[0], Number(values(part, n)[0])] as const);
    const types = triples.filter(({ predicate }) => predicate.value === TYPE);
    const real =
      kind === 'class'
        ? counted(types.map(({ object }) => object.value))
        : counted(triples.map(({ predicate }) => predicate.value));
    expect(Object.fromEntries(told)).toEqual(real);
    expect(values(node, total)).toEqual([String(parts.length)]);
  });

  it('tells how many statements each RDF file has', () => {
    const { values, read } = shipped;
    const syntaxes = [
      ['ttl', 'text/turtle'],
      ['nt', 'application/n-triples'],
      ['trig', 'application/trig'],
      ['nq', 'application/n-quads'],
    ] as const;
    for (const [part, format] of syntaxes) {
      const file = `${dataset!.base}distribution/${part}`;
      expect(values(file, 'void:triples')).toEqual([String(read(part, format).length)]);
    }
    expect(values(`${dataset!.base}distribution/svg`, 'void:triples')).toEqual([]);
  });

  it('counts the links to each source', () => {
    const { values, node } = shipped;
    const links = values(node, 'void:subset').map((set) => [
      values(set, 'void:linkPredicate')[0],
      values(values(set, 'void:objectsTarget')[0]!, 'void:uriSpace')[0],
      Number(values(set, 'void:triples')[0]),
    ]);
    const to = (predicate: string) =>
      triples.filter((quad) => quad.predicate.value === predicate && /wikidata/.test(quad.object.value))
        .length;
    const [same, close] = [
      'http://www.w3.org/2002/07/owl#sameAs',
      'http://www.w3.org/2004/02/skos/core#closeMatch',
    ];
    expect(to(same)).toBeGreaterThan(0);
    expect(links).toEqual([
      [same, 'http://www.wikidata.org/', to(same)],
      [close, 'http://www.wikidata.org/', to(close)],
    ]);
  });

  it('says what the dataset is, with the dates and the licence of its data', () => {
    const { values, node } = shipped;
    expect(values(node, 'rdf:type')).toEqual(
      expect.arrayContaining([full('void:Dataset'), full('dcat:Dataset'), full('schema:Dataset')]),
    );
    expect(values(node, 'dct:license')).toEqual([dataset!.licence]);
    expect(values(node, 'dct:issued')).toEqual([dataset!.issued]);
    expect(values(node, 'schema:dateModified')).toEqual([dataset!.modified]);
    expect(values(node, 'dct:title').sort()).toEqual(Object.values(dataset!.title).sort());
  });

  it('gives examples of which the data says something', () => {
    const examples = shipped.values(shipped.node, 'void:exampleResource');
    const subjects = new Set(triples.map(({ subject }) => subject.value));
    expect(examples).toHaveLength(3);
    expect(examples.filter((example) => !subjects.has(example))).toEqual([]);
  });
});

describe('a description', () => {
  it('has the same bytes twice', async () => {
    expect((await built(dataset!)).text).toBe(shipped.text);
  });

  it('counts by itself where no file of triples is built', async () => {
    const alone = await built(dataset!, { formats: ['void.ttl', 'trig'] });
    const told = (one: typeof alone, property: string) => one.values(one.node, property);
    for (const property of ['void:triples', 'void:entities', 'void:classes', 'void:subset']) {
      expect(told(alone, property)).toEqual(told(shipped, property));
    }
    expect(told(alone, 'dcat:distribution')).toEqual([`${dataset!.base}distribution/trig`]);
  });

  it('counts what `infer` adds', async () => {
    const inferred = await built(dataset!, { formats: ['ttl', 'nq', 'void.ttl'], infer: true });
    const count = new Parser().parse(readFileSync(inferred.path('ttl'), 'utf8')).length;
    expect(count).toBeGreaterThan(triples.length);
    expect(inferred.values(inferred.node, 'void:triples')).toEqual([String(count)]);
  });

  it('counts what the words of the texts add, whether a file of triples is built or not', async () => {
    const words = new CodePointText('x'.repeat(5000));
    const options = { text: 'quotes', source: () => words } as const;
    const quoting = await built(sampleDataset, { formats: ['nt', 'void.ttl'], ...options });
    const count = quoting.read('nt', 'application/n-triples').length;
    const alone = await built(sampleDataset, { formats: ['trig', 'void.ttl'], ...options });
    const without = await built(sampleDataset, { formats: ['nt', 'void.ttl'] });
    for (const { values, node } of [quoting, alone]) {
      expect(values(node, 'void:triples')).toEqual([String(count)]);
    }
    expect(count).toBeGreaterThan(without.read('nt', 'application/n-triples').length);
  });

  it('counts once what several articles say, also where the writer has to begin a section anew', async () => {
    const evidence = Array.from({ length: 25 }, (_, i) => ({ start: i, end: i + 1 }));
    const claims = sampleArticle.claims.map((claim) => ({ ...claim, evidence }));
    const second = {
      ...sampleArticle,
      id: 'pier',
      claims: claims.filter(({ id }) => id === 'c1').map((claim) => ({ ...claim, article: 'pier' })),
    };
    const two = { ...sampleDataset, articles: [{ ...sampleArticle, claims }, second] };
    const { values, node, read } = await built(two);
    const count = read('nt', 'application/n-triples').length;
    expect(values(node, 'void:triples')).toEqual([String(count)]);
    expect(values(`${two.base}distribution/ttl`, 'void:triples')).toEqual([String(count)]);
    const quads = read('nq', 'application/n-quads').length;
    expect(quads).toBeGreaterThan(count);
    expect(values(`${two.base}distribution/nq`, 'void:triples')).toEqual([String(quads)]);
  });

  it('refuses what no syntax can hold, and nothing is written', async () => {
    const bad = { ...sampleDataset, licence: 'no IRI' };
    const out = join(dir, 'bad');
    const error = await buildDataset(bad, out, { formats: ['void.ttl'] }).catch((thrown: unknown) => thrown);
    expect((error as ProblemError).problems.map(({ code }) => code)).toContain('bad-iri');
    expect(error).toBeInstanceOf(ProblemError);
    expect(readdirSync(out)).toEqual([]);
  });
});
