import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../src/server/index.ts';

let dir: string;
let server: Listening;
const page = '<!doctype html><title>ệ</title>';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clew-serve-'));
  writeFileSync(join(dir, 'a.html'), page);
  const bytes = Buffer.byteLength(page);
  server = await listen(
    { files: [{ name: 'a.html', path: join(dir, 'a.html'), bytes }], index: 'a.html' },
    { port: 0 },
  );
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

describe('listen', () => {
  it('stays on loopback', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('sends the page whole', async () => {
    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(page);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(server.url, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('answers a hundred clients at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => fetch(server.url).then((r) => r.text())),
    );
    expect(new Set(answers)).toEqual(new Set([page]));
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(listen({ files: [], index: '' }, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
