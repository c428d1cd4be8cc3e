import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtFile } from '../../src/cli/commands/build.ts';
import { inFolder, ROOT } from './run-cli.ts';

it('what a clone has not built yet is missing with the way to make it', () => {
  expect(() => builtFile('none.js')).toThrow(/dist.viewer.none\.js is missing: `npm run build` makes it\.$/);
});

const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
it.skipIf(!existsSync(MAIN))('the built command reads escapes of JSON, and Node has nothing to warn of', () =>
  inFolder(async (dir) => {
    const path = join(dir, 'a.jsonld');
    writeFileSync(path, '{"@id": "https://e.example/a", "https://e.example/p": "\\u00e9\\ud83d\\ude00"}');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'convert', path, join(dir, 'a.nq')]);
    expect([status, String(stderr)]).toEqual([0, '']);
  }),
);
