/** W3C's tests of JSON-LD as RDF (json-ld-api, toRdf), where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env.JSONLD_TESTS ?? '';
const manifest = join(root, 'toRdf-manifest.jsonld');
export const hasJsonLdSuite = root !== '' && existsSync(manifest);
if (!hasJsonLdSuite) {
  console.warn(
    'SKIPPED: the W3C test suite of JSON-LD. Clone https://github.com/w3c/json-ld-api ' +
      'and set JSONLD_TESTS to its folder tests, which holds toRdf-manifest.jsonld.',
  );
}

export interface JsonLdSuiteTest {
  readonly id: string;
  readonly name: string;
  /** Positive tests without a result ask only that the text is read. */
  readonly kind: 'positive' | 'negative';
  readonly text: string;
  readonly base: string;
  /** N-Quads. */
  readonly result?: string;
  readonly option: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly '@id': string;
  readonly '@type': readonly string[];
  readonly name: string;
  readonly input: string;
  readonly expect?: string;
  readonly option?: Readonly<Record<string, unknown>>;
}

/** All tests; none where the suite is not at hand. */
export function jsonLdSuiteTests(): JsonLdSuiteTest[] {
  if (!hasJsonLdSuite) return [];
  const { baseIri, sequence } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly baseIri: string;
    readonly sequence: readonly Entry[];
  };
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return sequence.map(({ '@id': id, '@type': types, name, input, expect, option = {} }) => ({
    id,
    name: `${id} ${name}`,
    kind: types.includes('jld:NegativeEvaluationTest') ? 'negative' : 'positive',
    text: read(input),
    base: typeof option.base === 'string' ? option.base : baseIri + input,
    option,
    ...(expect !== undefined && { result: read(expect) }),
  }));
}
