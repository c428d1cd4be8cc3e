import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articleJsonSchema } from '../../src/corpus/index.ts';

it('publishes the schema that the code has (npm run schema writes it)', () => {
  const published = readFileSync(
    join(import.meta.dirname, '..', '..', 'docs', 'article.schema.json'),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(articleJsonSchema());
});
