import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breaches } from './walls.ts';

const SRC = join(import.meta.dirname, '..', 'src');

describe('the walls of the house', () => {
  it('stand in the whole source', () => {
    const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(SRC, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
    expect(files.length).toBeGreaterThan(20);
    expect(breaches(files)).toEqual([]);
  });

  it.each([
    [
      'an import that points down',
      'model/a.ts',
      "import { b } from '../graph/b.ts';",
      'model imports graph, which is below it',
    ],
    [
      'a node: module in a browser room',
      'rdf/a.ts',
      "import fs from 'node:fs';",
      'rdf runs in the browser and imports node:fs',
    ],
    [
      'a Node global in a browser room',
      'formats/a.ts',
      'const b = Buffer.from(x);',
      'uses Buffer, which no browser has',
    ],
    [
      'sigma outside the viewer',
      'graph/a.ts',
      "import Sigma from 'sigma';",
      'imports sigma, which only viewer may',
    ],
    [
      'sigma’s types outside the viewer',
      'graph/a.ts',
      "import type { S } from 'sigma/types';",
      'imports sigma/types, which only viewer may',
    ],
    [
      'sigma’s packages outside the viewer',
      'layout/a.ts',
      "await import('@sigma/edge-curve');",
      'imports @sigma/edge-curve, which only viewer may',
    ],
    [
      'a re-export that points down',
      'graph/a.ts',
      "export * from '../rdf/index.ts';",
      'graph imports rdf, which is below it',
    ],
    [
      'the viewer reaching for the corpus',
      'viewer/panels/a.tsx',
      "import { x } from '../../corpus/x.ts';",
      'viewer imports corpus, which does not run in the browser',
    ],
    [
      'a browser room reaching for the corpus',
      'graph/a.ts',
      "import { x } from '../corpus/x.ts';",
      'graph runs in the browser and imports corpus, which does not',
    ],
    ['a room that is not on the list', 'helpers/a.ts', '', 'helpers is not a room'],
  ])('fall with %s', (_, path, text, breach) => {
    expect(breaches([{ path, text }])).toEqual([`${path}: ${breach}`]);
  });

  it('let through what is allowed', () => {
    const files = [
      { path: 'viewer/a.ts', text: "import Sigma from 'sigma'; import { x } from '../graph/index.ts';" },
      { path: 'corpus/a.ts', text: "import { readFile } from 'node:fs'; const a = process.cwd();" },
      { path: 'cli/a.ts', text: "import { x } from '../build/index.ts';" },
      { path: 'index.ts', text: "export * from './cli/x.ts';" },
      { path: 'graph/a.ts', text: '// Buffer. is not used here\nconst process = 1;' },
    ];
    expect(breaches(files)).toEqual([]);
  });
});
