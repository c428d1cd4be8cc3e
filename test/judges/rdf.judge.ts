/** Everything that we write as RDF, read by every reader at hand and compared by RDFC-1.0. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuads } from '../../src/formats/quad-reader.ts';
import { canonical } from '../formats/rdf-judges.ts';
import { hasSuites } from '../formats/w3c-suites.ts';
import { limitOf } from './known-limits.ts';
import { type RdfCase, rdfCases } from './rdf-cases.ts';
import { filesIn, RDF_READERS, type RdfFile } from './rdf-readers.ts';
import { type Score, scoreTable } from './table.ts';

let folder: string;
let cases: readonly RdfCase[];
let files: readonly RdfFile[];
const scores: Score[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clew-judges-'));
  mkdirSync(folder, { recursive: true });
  cases = await rdfCases();
  files = filesIn(folder, cases);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `\nRDF read back equal: passed/tried (left out as a known limit of the reader)\n${scoreTable(scores)}`,
  );
});

test('the files cover every group', () => {
  const groups = new Set(cases.map(({ group }) => group));
  expect([...groups]).toEqual([
    'article',
    'article, RDF 1.2',
    'article, NIF',
    'article, nanopublications',
    ...(hasSuites ? ['W3C RDF 1.1', 'W3C RDF 1.2'] : []),
    'random terms',
  ]);
});

describe.each(RDF_READERS)('$name $version', (reader) => {
  if (reader.version === undefined) console.warn(`SKIPPED: RDF read by ${reader.name}, which is not here.`);

  test.skipIf(reader.version === undefined)('reads every file as it was meant', async () => {
    const mine = cases
      .map((one, i) => ({ one, file: files[i]!, limit: limitOf(reader, one) }))
      .filter(({ one }) => reader.syntaxes.includes(one.syntax));
    const tried = mine.filter(({ limit }) => limit === undefined);
    const readings = await reader.read(tried.map(({ file }) => file));
    const wrong: string[] = [];
    const passed = new Map<string, number>();
    for (const [i, { one }] of tried.entries()) {
      const { text, error, warnings } = readings[i]!;
      const complaint =
        error ??
        // The article is ours: not even a warning. Test inputs are odd on purpose.
        (one.group.startsWith('article') && warnings.length > 0 ? warnings[0] : undefined) ??
        (await difference(text!, one));
      if (complaint === undefined) passed.set(one.group, (passed.get(one.group) ?? 0) + 1);
      else wrong.push(`${one.group}, ${one.name}, ${one.syntax}: ${complaint.slice(0, 300)}`);
    }
    for (const group of new Set(cases.map((one) => one.group))) {
      const of = mine.filter(({ one }) => one.group === group);
      scores.push({
        reader: reader.name,
        group,
        passed: passed.get(group) ?? 0,
        tried: of.filter(({ limit }) => limit === undefined).length,
        limits: of.filter(({ limit }) => limit !== undefined).length,
      });
    }
    expect(wrong).toEqual([]);
    expect(tried.length).toBeGreaterThan(0);
  });
});

/** What differs, or `undefined`. */
async function difference(text: string, { expected }: RdfCase): Promise<string | undefined> {
  let seen: string;
  try {
    const { quads } = readQuads(text, 'nquads');
    seen = await canonical(quads.map(withoutOwnGraph));
  } catch (error) {
    return `what it wrote cannot be read: ${(error as Error).message}`;
  }
  if (seen === expected) return undefined;
  const lines = new Set(expected.split('\n'));
  return `not equal: ${seen.split('\n').find((line) => !lines.has(line)) ?? 'a quad is missing'}`;
}

/** rdflib calls its default graph by a name of its own. */
function withoutOwnGraph<Q extends { readonly graph: { readonly termType: string; readonly value: string } }>(
  quad: Q,
) {
  return quad.graph.value.startsWith('urn:x-rdflib:')
    ? { ...quad, graph: { termType: 'DefaultGraph', value: '' } }
    : quad;
}
