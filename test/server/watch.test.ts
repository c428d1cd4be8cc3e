/** Changes of a data folder, as editors, scripts and version control make them. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchPath } from '../../src/server/watch.ts';

let dir: string;
let changes = 0;
let stop: () => void;
const at = (...parts: string[]) => join(dir, ...parts);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clew-watch-'));
  mkdirSync(at('article'));
  writeFileSync(at('article', 'claims.yaml'), 'old');
  stop = watchPath(
    dir,
    () => {
      changes += 1;
    },
    { quiet: 20 },
  );
});
afterAll(() => {
  stop();
  rmSync(dir, { recursive: true });
});

/** As `sed -i`, many editors and Git write. */
function replace(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

describe('a folder that is watched', () => {
  // Each step finds what those before it have left.
  it.each([
    ['a file is written', () => writeFileSync(at('article', 'claims.yaml'), '1')],
    ['a file is replaced', () => replace(at('article', 'claims.yaml'), '2')],
    ['a file that was replaced is written', () => writeFileSync(at('article', 'claims.yaml'), '3')],
    ['it is replaced again', () => replace(at('article', 'claims.yaml'), '4')],
    ['a folder comes', () => mkdirSync(at('second'))],
    ['a file comes in the new folder', () => writeFileSync(at('second', 'article.yaml'), '1')],
    ['that file is written', () => writeFileSync(at('second', 'article.yaml'), '2')],
    ['a folder comes in the new folder', () => mkdirSync(at('second', 'questions'))],
    ['a file comes there', () => writeFileSync(at('second', 'questions', 'a.rq'), '1')],
    ['that is written', () => writeFileSync(at('second', 'questions', 'a.rq'), '2')],
    ['the folder has another name', () => renameSync(at('second'), at('third'))],
    ['a file below it is written', () => writeFileSync(at('third', 'questions', 'a.rq'), '3')],
    ['the folder goes', () => rmSync(at('third'), { recursive: true })],
    [
      'a folder gives way to another of its name',
      () => {
        rmSync(at('article'), { recursive: true });
        mkdirSync(at('article'));
      },
    ],
    ['a file comes in that one', () => writeFileSync(at('article', 'claims.yaml'), '5')],
    ['it is written', () => writeFileSync(at('article', 'claims.yaml'), '6')],
  ])('is told when %s', async (_, change) => {
    const before = changes;
    change();
    await expect.poll(() => changes).toBeGreaterThan(before);
    // What the step before has set off is not to be taken for the next.
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
});
