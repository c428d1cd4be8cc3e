// Writes the published JSON Schema of an article (one line of JSON Lines) from the one definition in code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleJsonSchema } from '../dist/corpus/index.js';

writeFileSync(
  join(import.meta.dirname, '..', 'docs', 'article.schema.json'),
  `${JSON.stringify(articleJsonSchema(), null, 2)}\n`,
);
