import { describe, expect, test } from 'vitest';
import { readJsonLd } from '../../src/formats/jsonld-read.ts';
import { readQuads } from '../../src/formats/quad-reader.ts';
import { ProblemError } from '../../src/model/index.ts';
import type { ForeignQuad } from '../../src/rdf/index.ts';
import { hasJsonLdSuite, type JsonLdSuiteTest, jsonLdSuiteTests } from './jsonld-suite.ts';
import { canonical } from './rdf-judges.ts';

/** Tests that are not for a reader of JSON-LD 1.1 without options; with them the suite has others for those. */
const OTHER: readonly (readonly [why: string, of: (option: JsonLdSuiteTest['option']) => boolean])[] = [
  ['JSON-LD 1.0', (o) => o.specVersion === 'json-ld-1.0' || o.processingMode === 'json-ld-1.0'],
  ['generalized RDF', (o) => o.produceGeneralizedRdf === true],
  ['directions as datatypes or nodes', (o) => o.rdfDirection !== undefined],
  ['a context as an option', (o) => o.expandContext !== undefined],
];
/** What is refused, with its place, where the specification leaves a statement out or asks an address. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'remote-context': '#tc031 #tc034 #te126 #te127 #te128 #tso05 #tso06 #tso08 #tso09 #tso11'.split(' '),
  'bad-iri': '#te060 #tli12 #tli14 #twf01 #twf02 #twf03 #twf04 #twf07'.split(' '),
  'bad-syntax': ['#twf05'],
};

const all = jsonLdSuiteTests();
const tests = all.filter(({ option }) => !OTHER.some(([, of]) => of(option)));
const read = (given: JsonLdSuiteTest) => readJsonLd(given.text, { base: given.base });

/** How the text is refused; `undefined` where it is read. */
async function refusal(given: JsonLdSuiteTest): Promise<string | undefined> {
  try {
    await read(given);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0]!.code;
    throw error;
  }
}

/** Without directions, which the suite leaves out by default, and what no IRI is by RFC 3987, of which we only warn. */
function comparable(quads: readonly ForeignQuad[]): ForeignQuad[] {
  return quads
    .filter(({ predicate }) => !/#.*#/.test(predicate.value))
    .map(({ object, ...quad }) => ({ ...quad, object: object.direction ? plain(object) : object }));
}

function plain({ value, language = '' }: ForeignQuad['object']): ForeignQuad['object'] {
  return { termType: 'Literal', value, language };
}

describe.skipIf(!hasJsonLdSuite)('the W3C suite of JSON-LD', () => {
  test('is all there', () => {
    expect(all.length).toBeGreaterThan(450);
    expect(tests.length).toBeGreaterThan(430);
    const ids = new Set(all.map(({ id }) => id));
    expect(
      Object.values(REFUSED)
        .flat()
        .filter((id) => !ids.has(id)),
    ).toEqual([]);
  });

  test('is read as it means it', async () => {
    const wrong: string[] = [];
    const refused = new Set(Object.values(REFUSED).flat());
    for (const given of tests.filter(({ kind, id }) => kind === 'positive' && !refused.has(id))) {
      const code = await refusal(given);
      if (code !== undefined) wrong.push(`${given.name}: ${code}`);
      else if (given.result !== undefined) {
        const meant = readQuads(given.result, 'nquads').quads;
        const { quads } = await read(given);
        if ((await canonical(comparable(quads))) !== (await canonical(comparable(meant))))
          wrong.push(`${given.name}: differs`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is refused where it is wrong', async () => {
    const taken: string[] = [];
    for (const given of tests.filter(({ kind }) => kind === 'negative')) {
      if ((await refusal(given)) === undefined) taken.push(given.name);
    }
    expect(taken).toEqual([]);
  });

  test('is refused where we ask no address and leave nothing out', async () => {
    const refused: (readonly [code: string, id: string])[] = [];
    for (const given of tests.filter(({ kind }) => kind === 'positive')) {
      const code = await refusal(given);
      if (code !== undefined) refused.push([code, given.id]);
    }
    expect(refused.sort()).toEqual(
      Object.entries(REFUSED)
        .flatMap(([code, ids]) => ids.map((id) => [code, id]))
        .sort(),
    );
  });
});
