import { describe, expect, test } from 'vitest';
import { writeJsonLd } from '../../src/formats/jsonld.ts';
import { writeNQuads, writeNTriples } from '../../src/formats/nquads.ts';
import { type QuadSyntax, readQuads } from '../../src/formats/quad-reader.ts';
import type { QuadSource } from '../../src/formats/quad-text.ts';
import { writeRdfXml } from '../../src/formats/rdfxml.ts';
import { type Sink, StringSink } from '../../src/formats/sink.ts';
import { writeTriG, writeTurtle } from '../../src/formats/turtle.ts';
import { ProblemError } from '../../src/model/index.ts';
import { canonical, readByN3, readByOxigraph } from './rdf-judges.ts';
import { hasSuites, type SuiteTest, suiteTests } from './w3c-suites.ts';

const WRITERS: Record<QuadSyntax, (quads: QuadSource, sink: Sink) => Promise<unknown>> = {
  turtle: (quads, sink) =>
    writeTurtle(quads, sink, { prefixes: { ex: 'http://example/', exo: 'http://example.org/' } }),
  trig: writeTriG,
  ntriples: writeNTriples,
  nquads: writeNQuads,
};
const tests = suiteTests();
const ofKind = (...kinds: SuiteTest['kind'][]) => tests.filter(({ kind }) => kinds.includes(kind));
const read = ({ text, syntax, base }: SuiteTest) => {
  const lines = syntax === 'ntriples' || syntax === 'nquads';
  return readQuads(text, syntax, lines ? {} : { base }).quads;
};
/** Names of the tests for which the check does not hold. */
const failing = async (
  list: readonly SuiteTest[],
  check: (test: SuiteTest) => boolean | Promise<boolean>,
) => {
  const names: string[] = [];
  for (const suiteTest of list) {
    try {
      if (!(await check(suiteTest))) names.push(suiteTest.name);
    } catch (error) {
      names.push(`${suiteTest.name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  return names;
};

describe.skipIf(!hasSuites)('the W3C suites', () => {
  test('are all there', () => {
    expect(tests.length).toBeGreaterThan(1000);
    expect(ofKind('negative').length).toBeGreaterThan(300);
  });

  test('what they forbid is refused', async () => {
    const refused = (suiteTest: SuiteTest) => {
      try {
        read(suiteTest);
        return false;
      } catch {
        return true;
      }
    };
    expect(await failing(ofKind('negative'), refused)).toEqual([]);
  });

  test('what they evaluate is read as they mean it', async () => {
    const meant = async (suiteTest: SuiteTest) => {
      const result = readQuads(
        suiteTest.result!,
        suiteTest.syntax === 'turtle' ? 'ntriples' : 'nquads',
      ).quads;
      return (await canonical(read(suiteTest))) === (await canonical(result));
    };
    expect(await failing(ofKind('eval'), meant)).toEqual([]);
  });

  test('what they call canonical is what the line writers give, byte for byte', async () => {
    const exact = async (suiteTest: SuiteTest) => {
      const sink = new StringSink();
      const write = suiteTest.syntax === 'nquads' ? writeNQuads : writeNTriples;
      await write(read(suiteTest), sink, { canonical: true });
      return sink.toString() === suiteTest.result;
    };
    expect(await failing(ofKind('canonical'), exact)).toEqual([]);
  });

  test.each(['turtle', 'trig', 'ntriples', 'nquads'] as const)(
    'what they allow survives our %s',
    async (syntax) => {
      const triplesOnly = syntax === 'turtle' || syntax === 'ntriples';
      const allowed = ofKind('positive', 'eval', 'canonical').filter(
        (suiteTest) => !triplesOnly || suiteTest.syntax === 'turtle' || suiteTest.syntax === 'ntriples',
      );
      const survives = async (suiteTest: SuiteTest) => {
        const quads = read(suiteTest);
        const sink = new StringSink();
        await WRITERS[syntax](quads, sink);
        const text = sink.toString();
        const expected = await canonical(quads);
        return (
          (await canonical(readByN3(text, syntax))) === expected &&
          (await canonical(readByOxigraph(text, syntax, { lenient: true }))) === expected
        );
      };
      expect(allowed.length).toBeGreaterThan(350);
      expect(await failing(allowed, survives)).toEqual([]);
    },
  );

  test.each(['jsonld', 'rdfxml'] as const)(
    'what they allow survives our %s, or is refused',
    async (syntax) => {
      const allowed = ofKind('positive', 'eval', 'canonical').filter(
        (suiteTest) =>
          syntax === 'jsonld' || suiteTest.syntax === 'turtle' || suiteTest.syntax === 'ntriples',
      );
      const refused = new Map<string, number>();
      const survives = async (suiteTest: SuiteTest) => {
        const quads = read(suiteTest);
        const sink = new StringSink();
        try {
          await (syntax === 'jsonld' ? writeJsonLd : writeRdfXml)(quads, sink);
        } catch (error) {
          for (const { code } of (error as ProblemError).problems)
            refused.set(code, (refused.get(code) ?? 0) + 1);
          return error instanceof ProblemError;
        }
        const back = readByOxigraph(sink.toString(), syntax, { lenient: true });
        return (await canonical(back)) === (await canonical(quads));
      };
      expect(await failing(allowed, survives)).toEqual([]);
      expect(new Set(refused.keys())).toEqual(
        new Set(syntax === 'jsonld' ? ['rdf12'] : ['rdf12', 'rdfxml-predicate', 'xml-character']),
      );
      expect(allowed.length).toBeGreaterThan(350);
    },
  );
});
