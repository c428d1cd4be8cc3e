/** Whatever stands in the files: problems come back, never an exception, and never a dataset with errors. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { articleRecord, loadDataset, loadSettings, readArticlesJsonl } from '../../src/corpus/index.ts';
import { ProblemList } from '../../src/corpus/problem-list.ts';
import { readArticle } from '../../src/corpus/read-article.ts';
import { readYaml } from '../../src/corpus/yaml-source.ts';
import { ferryFiles, folderOf } from './ferry.ts';

let settings: NonNullable<Awaited<ReturnType<typeof loadSettings>>['settings']>;
let record: unknown;
beforeAll(async () => {
  const folder = folderOf(ferryFiles());
  settings = (await loadSettings(folder)).settings!;
  record = articleRecord((await loadDataset(folder)).dataset!.articles[0]!);
});

test('YAML with any piece cut out, doubled or overwritten', () => {
  const files = ferryFiles();
  const names = ['ferry/article.yaml', 'ferry/entities.yaml', 'ferry/claims.yaml'] as const;
  const piece = fc.record({
    file: fc.constantFrom(...names),
    at: fc.nat(3000),
    length: fc.nat(30),
    by: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('', '{', '[', '- ', ': ', '&a ', '*a', '!!set ', '"', '~', '.inf', '__proto__: 1'),
    ),
  });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (pieces) => {
      const texts = { ...files };
      for (const { file, at, length, by } of pieces) {
        const text = texts[file]!;
        const from = at % text.length;
        texts[file] = text.slice(0, from) + by + text.slice(from + length);
      }
      const problems = new ProblemList();
      const [article, entities, claims] = names.map((name) => readYaml(texts[name]!, name, problems));
      const { vocabulary, fields } = settings;
      const reading = readArticle({ article, entities, claims }, 'ferry', {
        vocabulary,
        languages: fields.languages,
        problems,
      });
      expect(reading.article !== undefined && problems.errors > 0).toBe(false);
      for (const { place, message, hint } of problems.sorted()) {
        expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/);
        expect(place?.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('JSON with any value in the place of another', async () => {
  /** Every path into a value. */
  const paths = (
    value: unknown,
    path: readonly (string | number)[] = [],
  ): (readonly (string | number)[])[] =>
    typeof value === 'object' && value !== null
      ? [
          path,
          ...Object.entries(value).flatMap(([key, inner]) =>
            paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
          ),
        ]
      : [path];
  const all = paths(record);
  const swap = (value: unknown, path: readonly (string | number)[], by: unknown): unknown => {
    const [step, ...rest] = path;
    if (step === undefined) return by;
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
      string | number,
      unknown
    >;
    copy[step] = swap(copy[step], rest, by);
    return copy;
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(all.length - 1), fc.jsonValue({ maxDepth: 2 }), async (index, value) => {
      const line = JSON.stringify(swap(record, all[index]!, value));
      const options = { file: 'f', vocabulary: settings.vocabulary, languages: settings.fields.languages };
      for await (const { article, problems } of readArticlesJsonl([line], options)) {
        expect(article === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});
