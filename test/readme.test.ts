import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadDataset } from '../src/corpus/index.ts';
import { StringSink, writeDatasetRdf } from '../src/formats/index.ts';
import { cli, DATA, ROOT } from './cli/run-cli.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const block = (language: string, n = 0) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))][n]![1]!;

describe('the README', () => {
  it('names commands that there are', async () => {
    const named = [...readme.matchAll(/^\| `clew (\w+)/gm)].map((match) => match[1]!);
    expect(named).toEqual([
      'build',
      'check',
      'stats',
      'init',
      'explain',
      'convert',
      'diff',
      'query',
      'serve',
      'site',
      'load',
    ]);
    for (const command of named) expect((await cli(command, '--help')).code).toBe(0);
  });

  it('names outputs that are there', () => {
    const named = [...readme.matchAll(/^\| `(chinese-ai\.[\w.]+)`/gm)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !existsSync(join(ROOT, 'exports', name)))).toEqual([]);
  });

  it('shows a claim as the data has it', () => {
    const [shown] = parse(block('yaml')) as Record<string, unknown>[];
    const claims = parse(readFileSync(join(DATA, 'china-ai-2024-08', 'claims.yaml'), 'utf8')) as Record<
      string,
      unknown
    >[];
    const { statement, qualifiers, ...rest } = shown!;
    const real = claims.find(({ id }) => id === shown!.id)!;
    expect(real).toMatchObject(rest);
    expect(real.statement).toMatchObject(statement as object);
    expect(real.qualifiers).toMatchObject({ asOf: (qualifiers as { asOf: unknown }).asOf });
  });

  it('shows Turtle that stands in the output', async () => {
    const { dataset } = await loadDataset(DATA);
    const sink = new StringSink();
    await writeDatasetRdf(dataset!, 'ntriples', sink);
    const prefixes = Object.entries(dataset!.prefixes)
      .concat([['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#']])
      .map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
    const shown = new Parser({ format: 'text/turtle' }).parse(
      [`@base <${dataset!.base}> .`, ...prefixes, block('turtle')].join('\n'),
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const { subject, predicate, object } of shown) {
      const value =
        object.termType === 'Literal' ? `"${object.value}"^^<${object.datatype.value}>` : `<${object.value}>`;
      expect(sink.toString()).toContain(`<${subject.value}> <${predicate.value}> ${value} .\n`);
    }
  });

  it('shows pictures that are there', () => {
    const named = [...readme.matchAll(/\]\((docs\/[^)]+\.png)\)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });
});
