/** Browsers that leave before their query is answered: on the query page and before the drawn result. */
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { listen, Outstanding, queryPageHandler, viewHandler } from '../../src/server/index.ts';
import type { SparqlEngine } from '../../src/store/index.ts';
import { sampleSite } from './sample-site.ts';

it.each(['sparql.en.html', 'sparql/view'])('end the query with them: %s', async (path) => {
  const { site } = sampleSite();
  const seen: string[] = [];
  /** Never answers; says what becomes of it. */
  const query = (text: string, { signal }: { signal: AbortSignal }) => {
    seen.push(text);
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => {
        seen.push('ended');
        reject(new Error('nobody waits'));
      }),
    );
  };
  const options = {
    site: () => site,
    engine: async () => ({ query }) as unknown as SparqlEngine,
    questions: async () => [],
    viewerTemplate: () => '',
    outstanding: new Outstanding(1),
  };
  const server = await listen([queryPageHandler(options), viewHandler(options)], { port: 0 });
  try {
    const sent = request(`${server.url}${path}?query=ASK%7B%7D`)
      .on('error', () => {})
      .end();
    await expect.poll(() => seen).toEqual(['ASK{}']);
    sent.destroy();
    await expect.poll(() => seen).toEqual(['ASK{}', 'ended']);
  } finally {
    await server.close();
  }
});
