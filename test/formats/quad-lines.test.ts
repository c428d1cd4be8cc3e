/** Plain lines are read as n3 reads them: the same quads, the same refusals, on the same lines. */
import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, it } from 'vitest';
import {
  asciiLines,
  countLines,
  readQuads,
  StringSink,
  streamQuads,
  tripleLine,
  writeNTriples,
} from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { quad, TermGuard } from '../../src/rdf/index.ts';

const iri = fc.constantFrom('https://a.example/x', 'urn:b:é', 'https://a.example/#y');
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', '\b', '\f', "'", '\0', 'n', 'u', ' ', '.'),
    maxLength: 6,
  }),
);
const type = fc
  .constantFrom('string', 'token', 'date')
  .map((name) => `http://www.w3.org/2001/XMLSchema#${name}`);
const guard = new TermGuard({ own: false, repair: false });
const named = (value: string) => guard.iri(value, 'an IRI');
const term = fc.oneof(
  iri.map(named),
  fc.tuple(text, type).map(([value, of]) => guard.typed(value, named(of), 'a value')),
  fc
    .tuple(text, fc.constantFrom('en', 'zh-Hant', 'EN-gb'))
    .map(([value, tag]) => guard.text(value, tag, 'a text')),
);
const line = fc.tuple(iri, iri, term, fc.option(iri, { nil: undefined })).map(([s, p, o, g]) => {
  const graph = named(g ?? 'urn:none');
  const written = tripleLine(quad(named(s), named(p), o, graph));
  return g === undefined ? written : `${written.slice(0, -2)}<${g}> .\n`;
});
/** What is no plain line, right or wrong. */
const other = fc.constantFrom(
  '# a remark\n',
  '\n',
  '\r\n',
  '_:b <urn:p> _:c .\n',
  '<urn:s> <urn:p> "\\u00e9" .\n',
  '<urn:s>\t<urn:p>  "x"@en  .\r\n',
  '<urn:s> <urn:p> "x"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .\n',
  '<urn:s> <urn:p> "x"@toolongasubtag .\n',
  '<urn:s> <relative> "x" .\n',
  '<urn:s> <urn:p> "x\\q" .\n',
  '<urn:s> <urn:p> "x" <urn:g>\n',
  '"s" <urn:p> "x" .\n',
);

interface AnyTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}
type AnyQuad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', AnyTerm>>;

/** n3's own terms keep tags in lower case. */
const shown = ({ subject, predicate, object, graph }: AnyQuad): string =>
  JSON.stringify(
    [subject, predicate, object, graph].map(({ termType, value, language, datatype }) => [
      termType,
      value,
      language?.toLowerCase(),
      datatype?.value,
    ]),
  );

/** What n3 says by itself, or the line on which it gives up. */
function byN3(input: string) {
  try {
    const parser = new Parser({ format: 'application/n-quads', blankNodePrefix: '' });
    return { quads: (parser.parse(input) as unknown as AnyQuad[]).map(shown) };
  } catch (error) {
    return { line: (error as { context?: { line?: number } }).context?.line };
  }
}

async function byUs(chunks: readonly string[]) {
  const quads: string[] = [];
  try {
    for await (const found of streamQuads(chunks, 'nquads')) quads.push(shown(found as AnyQuad));
    return { quads };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { line: error.problems.find(({ severity }) => severity === 'error')?.place?.line };
  }
}

it('gives the quads that n3 gives, or refuses the same line, wherever the text is cut', async () => {
  const lines = fc.array(fc.oneof({ weight: 12, arbitrary: line }, { weight: 1, arbitrary: other }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), fc.array(fc.nat(400)), async (all, ends, cuts) => {
      const whole = all.join('');
      const input = ends ? whole : whole.slice(0, -1);
      const at = [0, ...cuts.filter((cut) => cut < input.length).sort((a, b) => a - b), input.length];
      const chunks = at.slice(1).map((end, n) => input.slice(at[n], end));
      expect(await byUs(chunks)).toEqual(byN3(input));
    }),
    { numRuns: 400 },
  );
});

it('says the line of a value that it warns of', () => {
  const good = '<urn:s> <urn:p> "x" .\n';
  const bad = '<urn:s> <urn:p> "x"^^<http://www.w3.org/2001/XMLSchema#date> .\n';
  const { problems } = readQuads(good + good + bad + good, 'ntriples', { file: 'a.nt' });
  expect(problems).toMatchObject([{ code: 'bad-lexical-form', place: { file: 'a.nt', line: 3 } }]);
});

it('counts the statements of lines as they are read, and refuses what the reader refuses', () => {
  const lines = fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: other }), {
    maxLength: 12,
  });
  const found = (read: () => number) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return 'refused';
    }
  };
  fc.assert(
    fc.property(lines, (all) => {
      const input = all.join('');
      const read = found(() => readQuads(input, 'nquads').quads.length);
      expect(found(() => countLines(input, 'nquads', 'lines'))).toBe(read);
    }),
    { numRuns: 400 },
  );
});

it('escapes all beyond ASCII in lines that are written already as a writer of ASCII does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (all) => {
      const { quads } = readQuads(all.join(''), 'nquads');
      const sink = new StringSink();
      await writeNTriples(quads, sink, { ascii: true });
      expect(asciiLines(quads.map(tripleLine).join(''))).toBe(`${sink}`);
    }),
    { numRuns: 200 },
  );
});
