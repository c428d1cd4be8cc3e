import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/cli/commands/serve.ts';
import { DATA, inFolder } from '../cli/run-cli.ts';

/** Tries until it holds; a watcher and a build take their time. */
async function until(test: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    if (await test()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never came to hold');
}

describe('clew serve', () => {
  it('follows the data, and serves the last sound build while it is broken', () =>
    inFolder(async (dir) => {
      const data = join(dir, 'data');
      cpSync(DATA, data, { recursive: true });
      const said: string[] = [];
      const context = { out: () => {}, err: (line: string) => said.push(line), isTerminal: false, env: {} };
      let server: Serving | undefined;
      try {
        server = await serve(data, { port: '0', host: '127.0.0.1' }, context);
        const { url } = server;
        const title = async () =>
          /<title>([^<]*)/.exec(await (await fetch(`${url}dataset.html`)).text())?.[1];
        expect(await title()).toBe('Chinese AI under US chip curbs');

        const settings = join(data, 'dataset.yaml');
        const sound = readFileSync(settings, 'utf8');
        writeFileSync(settings, sound.replace('Chinese AI under US chip curbs', 'Another title'));
        await until(async () => (await title()) === 'Another title');
        expect(await (await fetch(url)).text()).toContain('<title>Another title');

        writeFileSync(settings, sound.replace('id: chinese-ai', 'id: "no id"'));
        await until(async () => said.some((line) => line.includes('last sound build')));
        expect(said.join('\n')).toMatch(/dataset\.yaml:2:5: error/);
        expect(await title()).toBe('Another title');

        writeFileSync(settings, sound);
        await until(async () => (await title()) === 'Chinese AI under US chip curbs');
      } finally {
        await server?.stop();
      }
      await server!.stopped;
    }));
});
