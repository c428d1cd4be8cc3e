/** JSON Lines: the same schema for machines, one article a line. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  type ArticleRecord,
  articleJsonSchema,
  articleRecord,
  articleToJsonLine,
  decodeLines,
  loadDataset,
  loadSettings,
  readArticlesJsonl,
} from '../../src/corpus/index.ts';
import type { Article, Problem } from '../../src/model/index.ts';
import { ferryFiles, folderOf, said } from './ferry.ts';

async function ferry(): Promise<Article> {
  return (await loadDataset(folderOf(ferryFiles()))).dataset!.articles[0]!;
}

async function settings() {
  const { settings: found, problems } = await loadSettings(folderOf(ferryFiles()));
  expect(problems).toEqual([]);
  return { file: 'in.jsonl', vocabulary: found!.vocabulary, languages: found!.fields.languages };
}

async function read(lines: readonly string[]): Promise<{ articles: Article[]; problems: Problem[] }> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  for await (const line of readArticlesJsonl(lines, await settings())) {
    if (line.article) articles.push(line.article);
    problems.push(...line.problems);
  }
  return { articles, problems };
}

/** The ferry article's record after a change. */
async function changed(change: (record: ArticleRecord) => unknown): Promise<string> {
  const record = structuredClone(articleRecord(await ferry()));
  change(record);
  return JSON.stringify(record);
}

describe('reading', () => {
  test('gives back the article that was written', async () => {
    const article = await ferry();
    const { articles, problems } = await read(['', articleToJsonLine(article), '   ']);
    expect(problems).toEqual([]);
    expect(articles).toEqual([article]);
    expect(JSON.stringify(articles[0])).toBe(JSON.stringify(article));
  });

  test('points at line and column, and goes on after a broken line', async () => {
    const good = articleToJsonLine(await ferry());
    const bad = await changed((record) => {
      record.article.id = 'second';
      record.claims[0]!.predicate = 'servs';
      Object.assign(record.entities[0]!, { colour: 'red' });
    });
    const { articles, problems } = await read([
      '{"article": {}',
      '[]',
      good,
      bad,
      '{"article": 3, "claims": []}',
    ]);
    expect(articles.map(({ id }) => id)).toEqual(['ferry']);
    expect(said(problems)).toEqual([
      'in.jsonl:1:15: error: this is not JSON (json-syntax) []\n' +
        '    each line holds one whole article: {"article": {...}, "entities": [...], "claims": [...]}',
      'in.jsonl:2:1: error: the line must be a group of fields (wrong-type) [[]]\n' +
        '    write fields with their values: no dash, no bare value',
      `in.jsonl:4:${bad.indexOf('"colour"') + 1}: error: an entity has no such field (unknown-field) [colour]\n` +
        '    the fields are: id, kind, label, aliases, description, sameAs, closeMatch, mentions',
      `in.jsonl:4:${[...bad.slice(0, bad.indexOf('"servs"'))].length + 1}: error: no ontology of the dataset defines this predicate (unknown-predicate) [servs]\n` +
        '    did you mean `serves`?',
      'in.jsonl:5:1: error: the field `entities` is missing (missing-field)\n    every line needs it',
      'in.jsonl:5:13: error: `article` must be a group of fields (wrong-type) [3]\n' +
        '    write fields with their values: no dash, no bare value',
    ]);
  });

  test('refuses an id that came before in any letter case', async () => {
    const line = articleToJsonLine(await ferry());
    const upper = await changed(({ article }) => {
      article.id = 'FERRY';
    });
    const { articles, problems } = await read([line, upper]);
    expect(articles).toHaveLength(1);
    expect(said(problems)).toEqual([
      'in.jsonl:2:18: error: an article of this id came before (duplicate-id) [FERRY]\n' +
        '    line 1 has it, perhaps in other letter case',
    ]);
  });

  test('refuses numbers that JSON would change, and asks for text', async () => {
    const rank = async (number: string) =>
      (
        await changed((record) => {
          record.claims.find(({ id }) => id === 'c10')!.object = { value: 'NUMBER' };
        })
      ).replace('"NUMBER"', number);
    expect(said((await read([await rank('12345678901234567890')])).problems)[0]).toMatch(
      /error: the number has more digits than JSON keeps \(bad-literal\)\n {4}write it in quotes, with its datatype$/,
    );
    const { articles, problems } = await read([await rank('12')]);
    expect(problems).toEqual([]);
    expect(articles[0]!.claims.find(({ id }) => id === 'c10')!.object).toEqual({
      value: '12',
      datatype: 'xsd:integer',
    });
  });

  test('a chain of attributions without end is refused, not run into', async () => {
    const deep = (
      await changed(({ claims }) => {
        claims[0]!.attribution = { speaker: 'union', form: 'direct', verb: 'VIA' };
      })
    ).replace(
      '"verb":"VIA"',
      `${'"via":{"speaker":"union","form":"direct",'.repeat(50_000)}"verb":"said"${'}'.repeat(50_000)}`,
    );
    const { articles, problems } = await read([deep]);
    expect(articles).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['too-deep']);
  });
});

describe('lines', () => {
  async function linesOf(chunks: readonly Uint8Array[], longestLine = 100): Promise<string[]> {
    const found: string[] = [];
    for await (const line of decodeLines(chunks, { file: 'in.jsonl', longestLine })) found.push(line);
    return found;
  }
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('are put together across chunks, even where a chunk cuts a character', async () => {
    const whole = bytes('một\r\n\nhai\nba');
    for (let cut = 0; cut <= whole.length; cut += 1) {
      expect(await linesOf([whole.subarray(0, cut), whole.subarray(cut)])).toEqual(['một', '', 'hai', 'ba']);
    }
    expect(await linesOf([bytes('one\n')])).toEqual(['one']);
  });

  test('that are not UTF-8, end within a character, or are too long are refused with their number', async () => {
    const refused = (chunks: readonly Uint8Array[]) => linesOf(chunks).catch((error: Error) => error.message);
    expect(await refused([bytes('a\nb\n'), Uint8Array.of(0x62, 0xff)])).toBe(
      'in.jsonl:3: error: the input is not UTF-8 (not-utf8)\n    save it as UTF-8',
    );
    expect(await refused([bytes('ữ').subarray(0, 2)])).toBe(
      'in.jsonl:1: error: the input is not UTF-8 (not-utf8)\n    save it as UTF-8',
    );
    expect(await refused([bytes(`a\n${'b'.repeat(101)}`)])).toBe(
      'in.jsonl:2: error: the line is longer than 100 characters (long-line)\n' +
        '    JSON Lines holds one article a line: is it one large JSON document?',
    );
  });
});

test('the published JSON Schema takes what the reader takes, and not what it refuses', async () => {
  const schema = z.fromJSONSchema(articleJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  const accepts = async (change: (record: ArticleRecord) => unknown) =>
    schema.safeParse(JSON.parse(await changed(change))).success;
  expect(await accepts(() => undefined)).toBe(true);
  expect(await accepts(({ claims }) => Object.assign(claims[1]!.attribution!.via!, { form: 'sung' }))).toBe(
    false,
  );
  expect(await accepts(({ entities }) => Object.assign(entities[0]!, { id: 'not an id' }))).toBe(false);
  expect(await accepts(({ claims }) => claims[0]!.evidence.push([1, 2, 3] as never))).toBe(false);
});

test('the published JSON Schema names every field, and forbids all others', () => {
  const schema = articleJsonSchema() as {
    required: string[];
    additionalProperties: boolean;
    properties: Record<
      string,
      { items?: { properties: object; required: string[]; additionalProperties: boolean } }
    >;
  };
  expect(schema.required).toEqual(['article', 'entities', 'claims']);
  expect(schema.additionalProperties).toBe(false);
  const claim = schema.properties.claims!.items!;
  expect(claim.additionalProperties).toBe(false);
  expect(claim.required).toEqual(['id', 'subject', 'predicate', 'object', 'statement', 'evidence']);
  expect(Object.keys(claim.properties)).toEqual([
    'id',
    'subject',
    'predicate',
    'object',
    'qualifiers',
    'time',
    'said',
    'attribution',
    'modality',
    'polarity',
    'derivation',
    'confidence',
    'statement',
    'evidence',
  ]);
});
