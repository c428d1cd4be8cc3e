import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  RDF_SYNTAXES,
  StringSink,
  writeDatasetRdf,
  writeJsonLd,
  writeTriG,
  writeTurtle,
} from '../../src/formats/index.ts';
import { type Dataset, ProblemError } from '../../src/model/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  quad,
  type RdfOptions,
  TermGuard,
  type TermProblem,
} from '../../src/rdf/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph } from '../formats/rdf-judges.ts';

type Path = readonly (string | number)[];

/** Ways to every string of a dataset, and to every key that is data: languages, prefixes, ids of terms. */
function strings(value: unknown, path: Path = []): { path: Path; key: boolean }[] {
  if (typeof value === 'string') return [{ path, key: false }];
  if (Array.isArray(value)) return value.flatMap((item, n) => strings(item, [...path, n]));
  if (typeof value !== 'object' || value === null) return [];
  const isMap = [
    'title',
    'label',
    'definition',
    'description',
    'digest',
    'statement',
    'prefixes',
    'classes',
    'properties',
  ].includes(String(path.at(-1)));
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(isMap ? [{ path: [...path, name], key: true }] : []),
    ...strings(inner, [...path, name]),
  ]);
}

/** A copy with one string, or one key, exchanged. */
function withString(dataset: Dataset, { path, key }: { path: Path; key: boolean }, text: string): Dataset {
  const copy = structuredClone(dataset) as never;
  const parent = path.slice(0, -1).reduce((inner: never, step) => inner[step as never], copy) as Record<
    string,
    unknown
  >;
  const last = String(path.at(-1));
  if (!key) parent[last] = text;
  else {
    const value = parent[last];
    delete parent[last];
    Object.defineProperty(parent, text, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

const EVIL = 'evil.example';
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    minLength: 1,
    maxLength: 5,
  }),
  fc.constantFrom(
    `https://e.example/> . <http://${EVIL}/s> <http://${EVIL}/p> <http://${EVIL}/o`,
    `x> . <http://${EVIL}/s> <http://${EVIL}/p> "`,
    `x" . <http://${EVIL}/s> <http://${EVIL}/p> "y`,
    `en . <http://${EVIL}/s> <http://${EVIL}/p> <http://${EVIL}/o>`,
    `ex:a . <http://${EVIL}/s> a ex:b`,
    `x"/><rdf:Description rdf:about="http://${EVIL}/s"`,
    `c1/../../${EVIL}`,
    `c1#${EVIL}`,
    '\ud800',
    'a\udc00b',
    '\u0000',
    '\ufffe\uffff',
    '"""',
    '\\',
    '{"@id": "x"}',
    '@vocab',
    '__proto__',
    '',
    ' ',
    'en_US',
    'https://e.example/%zz',
    'https://[bad',
  ),
);

const places = strings(sampleDataset);

describe.each(RDF_SYNTAXES)('a dataset with a hostile string anywhere, as %s', (syntax) => {
  const graphs = ['trig', 'nquads', 'jsonld'].includes(syntax);
  it('is refused with the place of the string and nothing of it written, or means the same to the reader', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        hostile,
        fc.constantFrom<Partial<RdfOptions>>(
          {},
          { model: 'rdf12' },
          { repair: true },
          { infer: true, implied: true },
        ),
        async (place, text, options) => {
          // rdf12 has no form in JSON-LD 1.1 and RDF/XML.
          const chosen =
            syntax === 'jsonld' || syntax === 'rdfxml' ? { ...options, model: 'rdf11' as const } : options;
          const dataset = withString(sampleDataset, place, text);
          const sink = new StringSink();
          let report: Awaited<ReturnType<typeof writeDatasetRdf>>;
          try {
            report = await writeDatasetRdf(dataset, syntax, sink, chosen);
          } catch (error) {
            expect(error).toBeInstanceOf(ProblemError);
            const { problems } = error as ProblemError;
            expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
            // What was passed on before has nothing of the string's own statements.
            expect(sink.toString()).not.toContain(`<http://${EVIL}/s>`);
            return;
          }
          const quads = [...(graphs ? datasetToQuads : datasetToTriples)(dataset, chosen)];
          const back =
            syntax === 'jsonld' || syntax === 'rdfxml'
              ? readByOxigraph(sink.toString(), syntax)
              : readByN3(sink.toString(), syntax);
          if (report.losses.length > 0) {
            // XML has no control characters: with repair they go, and are counted.
            expect([syntax, chosen.repair]).toEqual(['rdfxml', true]);
            expect(back.length).toBeLessThanOrEqual(quads.length);
            return;
          }
          expect(back).toHaveLength(quads.length);
          expect((await canonical(back)) === (await canonical(quads))).toBe(true);
          // Mending is never silent: without it the same dataset is refused.
          const mended = report.problems.filter(({ code }) => code.startsWith('repaired'));
          if (mended.length > 0) {
            expect(chosen.repair).toBe(true);
            await expect(
              writeDatasetRdf(dataset, syntax, new StringSink(), { ...chosen, repair: false }),
            ).rejects.toThrow(ProblemError);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('every refusal says which part of the data it is about', () => {
  it.each(['\ud800', `x> . <http://${EVIL}/s> <p> <o`, 'en_US'])(
    'for %j in every string of the dataset',
    (text) => {
      let refused = 0;
      for (const place of places) {
        const problems = problemsOf(withString(sampleDataset, place, text));
        if (problems.length > 0) refused += 1;
        for (const { at } of problems)
          expect([at.kind, at.key, at.field].filter((part) => part === '')).toEqual([]);
        const [list, , part, n, field] = place.path;
        if (list !== 'articles' || part !== 'claims' || field === 'id' || field === 'article') continue;
        const claim = sampleDataset.articles[0]!.claims[Number(n)]!;
        for (const { at } of problems)
          expect([place.path, at.key]).toEqual([place.path, `harbour/${claim.id}`]);
      }
      expect(refused).toBeGreaterThan(50);
    },
  );
});

function problemsOf(dataset: Dataset): readonly TermProblem[] {
  try {
    for (const _ of datasetToQuads(dataset));
  } catch (error) {
    return (error as ProblemError).problems as TermProblem[];
  }
  return [];
}

describe('what goes round the terms is guarded too', () => {
  test('an id that ends its IRI is refused before the attribution that is made of it is written', async () => {
    const claim = sampleDataset.articles[0]!.claims.find(({ attribution }) => attribution)!;
    const at = {
      path: ['articles', 0, 'claims', sampleDataset.articles[0]!.claims.indexOf(claim), 'id'],
      key: false,
    };
    const dataset = withString(
      sampleDataset,
      at,
      `c> <http://${EVIL}/p> <http://${EVIL}/o> .\n<http://${EVIL}/s`,
    );
    const sink = new StringSink();
    await expect(writeDatasetRdf(dataset, 'nquads', sink)).rejects.toThrow(/is no id/);
    expect(sink.toString()).not.toContain(EVIL);
  });

  test.each([
    ['Turtle', writeTurtle],
    ['TriG', writeTriG],
    ['JSON-LD', writeJsonLd],
  ])('a base that ends its IRI is refused, in %s', async (_, write) => {
    const sink = new StringSink();
    const work = async () =>
      write([], sink, {
        base: `https://e.example/> . <http://${EVIL}/s> <http://${EVIL}/p> <http://${EVIL}/`,
      });
    await expect(work()).rejects.toThrow(/base of a file/);
    expect(sink.toString()).toBe('');
  });

  test('a base that has to be mended stands in full IRIs, not in the head of the file', async () => {
    const dataset = { ...sampleDataset, base: 'https://e.example/a b/' };
    const sink = new StringSink();
    const { problems } = await writeDatasetRdf(dataset, 'turtle', sink, { repair: true });
    expect(problems.map(({ code }) => code)).toContain('repaired-iri');
    expect(sink.toString()).not.toContain('@base');
    expect(
      readByN3(sink.toString(), 'turtle').some(
        ({ subject }) => subject.value === 'https://e.example/a%20b/dataset',
      ),
    ).toBe(true);
  });

  test('terms that no guard has seen make no quad', () => {
    const term = { termType: 'NamedNode', value: `http://e/> . <http://${EVIL}/s` } as never;
    const safe = new TermGuard().iri('https://e.example/a', 'subject');
    expect(() => quad(term, safe, safe)).toThrow(TypeError);
    expect(() => quad(safe, term, safe)).toThrow(TypeError);
    expect(() => quad(safe, safe, term)).toThrow(TypeError);
    expect(() => quad(safe, safe, safe, term)).toThrow(TypeError);
  });
});
