/** The W3C test suites of Turtle, TriG, N-Triples and N-Quads (RDF 1.1 and 1.2), where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type QuadSyntax, readQuads } from '../../src/formats/quad-reader.ts';
import type { Quad } from '../../src/rdf/index.ts';

const root = process.env.RDF_TESTS ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'rdf-tests');
export const hasSuites = existsSync(join(root, 'rdf11'));
if (!hasSuites) {
  console.warn(
    'SKIPPED: the W3C test suites of Turtle, TriG, N-Triples and N-Quads. Clone https://github.com/w3c/rdf-tests ' +
      'and set RDF_TESTS to its folder rdf, which holds rdf11 and rdf12.',
  );
}

export interface SuiteTest {
  readonly name: string;
  readonly syntax: QuadSyntax;
  readonly kind: 'positive' | 'negative' | 'eval' | 'canonical';
  readonly text: string;
  /** What relative IRIs of the text are resolved against; line syntaxes have none. */
  readonly base: string;
  /** What an eval test means, as N-Triples or N-Quads; the exact bytes of a canonical one. */
  readonly result?: string;
}

const SUITES: readonly (readonly [folder: string, syntax: QuadSyntax])[] = [
  ['rdf11/rdf-n-triples', 'ntriples'],
  ['rdf11/rdf-n-quads', 'nquads'],
  ['rdf11/rdf-turtle', 'turtle'],
  ['rdf11/rdf-trig', 'trig'],
  ['rdf12/rdf-n-triples/syntax', 'ntriples'],
  ['rdf12/rdf-n-triples/c14n', 'ntriples'],
  ['rdf12/rdf-n-quads/syntax', 'nquads'],
  ['rdf12/rdf-n-quads/c14n', 'nquads'],
  ['rdf12/rdf-turtle/syntax', 'turtle'],
  ['rdf12/rdf-turtle/eval', 'turtle'],
  ['rdf12/rdf-trig/syntax', 'trig'],
  ['rdf12/rdf-trig/eval', 'trig'],
];

/** All tests; none where the suites are not at hand. */
export function suiteTests(): SuiteTest[] {
  return hasSuites ? SUITES.flatMap(([folder, syntax]) => readSuite(folder, syntax)) : [];
}

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const KINDS: readonly (readonly [RegExp, SuiteTest['kind']])[] = [
  [/NegativeSyntax$|NegativeEval$/, 'negative'],
  [/PositiveC14N$/, 'canonical'],
  [/PositiveSyntax$/, 'positive'],
  [/Eval$/, 'eval'],
];

function readSuite(folder: string, syntax: QuadSyntax): SuiteTest[] {
  const here = 'https://suite.example/';
  const manifest = readFileSync(join(root, folder, 'manifest.ttl'), 'utf8');
  const { quads } = readQuads(manifest, 'turtle', { base: `${here}manifest.ttl` });
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const list = bySubject.get(quad.subject.value);
    if (list) list.push(quad);
    else bySubject.set(quad.subject.value, [quad]);
  }
  const value = (list: readonly Quad[], name: string) =>
    list.find(({ predicate }) => predicate.value === MF + name)?.object.value;
  const base =
    quads.find(({ predicate }) => predicate.value === `${MF}assumedTestBase`)?.object.value ?? here;
  const tests: SuiteTest[] = [];
  for (const [subject, list] of bySubject) {
    const type = list.find(({ predicate }) => predicate.value.endsWith('#type'))?.object.value ?? '';
    const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
    const action = value(list, 'action')?.slice(here.length);
    if (kind === undefined || action === undefined) continue;
    const result = value(list, 'result')?.slice(here.length);
    const read = (file: string) => readFileSync(join(root, folder, file), 'utf8');
    tests.push({
      name: `${folder} ${subject.slice(subject.indexOf('#') + 1)}`,
      syntax,
      kind,
      text: read(action),
      base: base + action,
      ...(result === undefined ? {} : { result: read(result) }),
    });
  }
  return tests;
}
