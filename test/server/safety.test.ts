import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Documents,
  type Handler,
  type Listening,
  listen,
  Publication,
  pageCss,
  siteHandler,
} from '../../src/server/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const PAGE = '<!doctype html><title>ệ</title>';
let dir: string;
let documents: Documents;
let server: Listening;
let hasty: Listening;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clew-safety-'));
  const path = join(dir, 'sample.html');
  writeFileSync(path, PAGE);
  writeFileSync(join(dir, 'secret'), 'root:x:0');
  const site = new Publication({
    dataset: sampleDataset,
    files: [{ name: 'sample.html', path, bytes: Buffer.byteLength(PAGE) }],
    viewer: 'sample.html',
  });
  documents = new Documents(site, pageCss());
  const handlers = [siteHandler(() => documents)];
  // On a busy machine an honest client is slow, too: only one of the two has no time for it.
  [server, hasty] = await Promise.all([
    listen(handlers, { port: 0, keepAliveTimeout: 500 }),
    listen(handlers, { port: 0, headersTimeout: 200, requestTimeout: 400, idleTimeout: 1000 }),
  ]);
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await Promise.all([server.close(), hasty.close()]);
  rmSync(dir, { recursive: true });
});

/** A client that sends a byte of its header now and then, and never all of it. */
function dripping(to: number): Socket {
  const socket = connect(to, '127.0.0.1').on('error', () => {});
  const timer = setInterval(() => socket.write('x'), 50);
  socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ');
  return socket.on('close', () => clearInterval(timer));
}

/** Sends bytes as they are and gives back all that comes until the other side is done. */
function raw(text: string, { slowly = 0, to = server } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(to.url).port), '127.0.0.1');
    let answer = '';
    let timer: NodeJS.Timeout | undefined;
    socket.setEncoding('latin1').on('data', (data) => {
      answer += data;
    });
    socket
      .on('error', () => {})
      .on('close', () => {
        clearInterval(timer);
        resolve(answer);
      });
    if (slowly === 0) {
      socket.write(text, 'latin1');
      return;
    }
    let at = 0;
    timer = setInterval(() => {
      if (at < text.length) socket.write(text[at]!);
      at += 1;
    }, slowly);
  });
}
const request = (target: string, { method = 'GET', host = `127.0.0.1:${port}`, more = '' } = {}) =>
  raw(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);
const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

describe('paths', () => {
  it.each([
    '/../secret',
    '/../../../../etc/passwd',
    '/%2e%2e/secret',
    '/%2e%2e%2fsecret',
    '/..%2fsecret',
    '/..%5csecret',
    '/..\\secret',
    '/%252e%252e%252fsecret',
    '/%c0%ae%c0%ae/secret',
    '/id/../../secret',
    '/id/..;/secret',
    '//etc/passwd',
    '/./secret',
    '/sample.html/../secret',
    '/sample.html%00.ttl',
    '/%00',
    '/%',
    '/%zz',
    '/sample.html/',
    '/file:///etc/passwd',
    '/constructor',
    '/__proto__.html',
    '/ns/__proto__.ttl',
    '/id/constructor.html',
  ])('cannot reach a file that is not listed: %s', async (target) => {
    const answer = await request(target);
    expect([400, 404]).toContain(status(answer));
    expect(answer).not.toContain('root:x');
  });

  it.each(['secret', 'http://127.0.0.1/secret', '*'])('that are no paths are refused: %s', async (target) => {
    expect(status(await request(target))).toBe(400);
  });
});

describe('headers', () => {
  it.each([
    '/id/nordlink%0d%0aSet-Cookie:%20a=b',
    '/id/nordlink.ttl%0d%0aX-Evil:%201',
    '/about?%0d%0aX-Evil:%201',
    '/id/%E2%80%A8nordlink',
  ])('of an answer hold nothing that an address brings: %s', async (target) => {
    const [head = ''] = (await request(target)).split('\r\n\r\n');
    expect(head).not.toMatch(/^(?:Set-Cookie|X-Evil)/im);
  });

  it('stand on every answer', async () => {
    for (const target of [
      '/',
      '/id/nordlink',
      '/id/nordlink.html',
      '/id/nordlink.ttl',
      '/nothing',
      '/page.css',
    ]) {
      const [head] = (await request(target)).split('\r\n\r\n');
      expect(head, target).toMatch(/^X-Content-Type-Options: nosniff\r$/m);
      expect(head, target).toMatch(/^Referrer-Policy: no-referrer\r$/m);
      expect(head, target).toMatch(/^X-Frame-Options: DENY\r$/m);
      expect(head, target).toMatch(/^Content-Security-Policy: .*frame-ancestors 'none'/m);
    }
  });

  it('spare a client that keeps a file the file, until another is built in its place', async () => {
    const [head = '', body] = (await request('/sample.html')).split('\r\n\r\n');
    expect([status(head), body]).toEqual([200, Buffer.from(PAGE).toString('latin1')]);
    const tag = /^ETag: (.+)\r$/m.exec(head)![1]!;
    const again = await request('/sample.html', { more: `If-None-Match: ${tag}\r\n` });
    expect([status(again), again.split('\r\n\r\n')[1]]).toEqual([304, '']);
    expect(again).toContain(`ETag: ${tag}\r\n`);
    utimesSync(join(dir, 'sample.html'), 1, 1);
    expect(status(await request('/sample.html', { more: `If-None-Match: ${tag}\r\n` }))).toBe(200);
  });

  it('that are malformed or too many are refused', async () => {
    expect(status(await request('/', { more: 'X: a\x00b\r\n' }))).toBe(400);
    expect(status(await request('/', { more: 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n' }))).toBe(
      400,
    );
    expect(status(await request('/', { more: `X: ${'a'.repeat(40_000)}\r\n` }))).toBe(431);
    expect(status(await raw('GET / HTTP/1.1\r\n\r\n'))).toBe(400);
  });
});

describe('requests', () => {
  it('with a foreign host are refused, so that no web page can reach the server by rebinding', async () => {
    expect(status(await request('/', { host: 'evil.example' }))).toBe(421);
    expect(status(await request('/', { host: '127.0.0.1.evil.example:80' }))).toBe(421);
    expect(status(await request('/', { host: `LOCALHOST:${port}` }))).toBe(200);
  });

  it('with a huge address are refused', async () => {
    expect(status(await request(`/id/${'a'.repeat(20_000)}`))).toBe(414);
    expect(status(await request(`/id/${'a'.repeat(100_000)}`))).toBe(431);
    // The longest that is taken, and how long it takes to say what it may have meant.
    expect(status(await request(`/id/${'a'.repeat(16_000)}`))).toBe(404);
  });

  it('by other methods are refused', async () => {
    for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await request('/id/nordlink', { method });
      expect([method, status(answer)]).toEqual([method, 405]);
      expect(answer).toMatch(/^Allow: GET, HEAD/m);
    }
    expect(await request('/', { method: 'CONNECT' })).toBe('');
    expect(status(await request('/', { method: 'OPTIONS' }))).toBe(204);
    const head = await request('/id/nordlink.ttl', { method: 'HEAD' });
    expect(head).toMatch(/^Content-Length: [1-9]/m);
    expect(head.split('\r\n\r\n')[1]).toBe('');
  });

  it('that announce a body where none is read are answered before it comes', async () => {
    const body = 'x'.repeat(200_000);
    const answer = await request('/id/nordlink', {
      method: 'POST',
      more: `Content-Length: ${body.length}\r\n`,
    });
    expect(status(answer)).toBe(405);
  });

  it('that come in drop by drop are cut off', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n${'X: y\r\n'.repeat(100)}`, {
      slowly: 20,
      to: hasty,
    });
    expect(status(answer)).toBe(408);
  });

  it('whose body comes in drop by drop are cut off', async () => {
    const reading: Handler = (asked, answer) =>
      new Promise((resolve) => {
        asked.resume().on('end', () => {
          answer.end('whole');
          resolve(true);
        });
        asked.on('close', () => resolve(true));
      });
    const impatient = await listen([reading], { port: 0, headersTimeout: 300, requestTimeout: 400 });
    try {
      const head = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n';
      expect(await raw(head + 'x'.repeat(1000), { slowly: 2, to: impatient })).not.toContain('whole');
    } finally {
      await impatient.close();
    }
  });

  it('that say nothing at all are cut off', async () => {
    expect(await raw('', { to: hasty })).not.toContain(' 200 ');
  });
});

describe('two hundred clients at once', () => {
  it('are all answered, beside slow ones, and memory stays bounded', async () => {
    const patient = await listen([siteHandler(() => documents)], { port: 0, headersTimeout: 30_000 });
    const slow = Array.from({ length: 40 }, () => dripping(Number(new URL(patient.url).port)));
    const before = process.memoryUsage().rss;
    const paths = ['', 'id/nordlink.html', 'claim/harbour/c3.ttl', 'dataset.html', 'nothing'];
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const response = await fetch(patient.url + paths[at % paths.length]);
        await response.arrayBuffer();
        return response.status;
      }),
    );
    expect(answers.filter((code) => code === 200)).toHaveLength(160);
    expect(answers.filter((code) => code === 404)).toHaveLength(40);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(slow.filter((socket) => !socket.destroyed)).toHaveLength(40);
    for (const socket of slow) socket.destroy();
    await patient.close();
  });
});
