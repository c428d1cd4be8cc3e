import { describe, expect, it } from 'vitest';
import { type Handler, type ListenOptions, listen } from '../../src/server/index.ts';

/** A server with one handler, gone after `work`. */
async function serving(
  handler: Handler,
  work: (url: string, close: () => Promise<void>) => Promise<void>,
  options: Partial<ListenOptions> = {},
): Promise<void> {
  const server = await listen([handler], { port: 0, ...options });
  try {
    await work(server.url, server.close);
  } finally {
    await server.close();
  }
}
const hello: Handler = async (_, response) => {
  response.end('hello');
  return true;
};

describe('listen', () => {
  it('stays on loopback', () =>
    serving(hello, async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(await (await fetch(url)).text()).toBe('hello');
    }));

  it('asks handlers in turn, and says where none answers', async () => {
    const asked: string[] = [];
    const passing: Handler = async (_, __, url) => {
      asked.push(url.pathname);
      return false;
    };
    const server = await listen([passing, passing], { port: 0 });
    const response = await fetch(`${server.url}a/../b`);
    expect([response.status, asked]).toEqual([404, ['/b', '/b']]);
    await server.close();
  });

  it('answers a fault of a handler, and tells nothing of it to the client', async () => {
    const faults: unknown[] = [];
    await serving(
      async () => {
        throw new Error('secret');
      },
      async (url) => {
        const response = await fetch(url);
        expect([response.status, (await response.text()).includes('secret')]).toEqual([500, false]);
        expect(faults).toEqual([new Error('secret')]);
      },
      { onFault: (error) => faults.push(error) },
    );
  });

  it('lets running answers finish when it is stopped, and takes no more', async () => {
    let begun: () => void = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await serving(
      async (_, response) => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 100));
        response.end('late');
        return true;
      },
      async (url, close) => {
        const answer = fetch(url).then((response) => response.text());
        await running;
        const closed = close();
        await expect(fetch(url)).rejects.toThrow();
        expect(await answer).toBe('late');
        // Not before the connection has waited its time for another request, which is longer than any test.
        await closed;
      },
      { keepAliveTimeout: 3_600_000, idleTimeout: 3_600_000, grace: 3_600_000 },
    );
  });

  it('ends answers that outlast the grace', async () => {
    await serving(
      async (_, response) => {
        response.write('never done');
        return true;
      },
      async (url, close) => {
        const response = await fetch(url);
        await close();
        await expect(response.text()).rejects.toThrow();
      },
      { grace: 50 },
    );
  });

  it('says that a port is taken', () =>
    serving(hello, async (url) => {
      const port = Number(new URL(url).port);
      await expect(listen([hello], { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    }));
});
