import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/cli/commands/serve.ts';
import { DATA } from '../cli/run-cli.ts';

const context = { out: () => {}, err: () => {}, isTerminal: false, env: {} };
let open: Serving;
let closed: Serving;
beforeAll(async () => {
  open = await serve(DATA, { port: '0', host: '127.0.0.1' }, context);
  closed = await serve(DATA, { port: '0', host: '127.0.0.1', cors: false }, context);
});
afterAll(() => Promise.all([open.stop(), closed.stop()]));

const granted = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => /^access-control-/.test(name));

it.each([
  ['a query', 'GET', 'sparql?query=ASK%7B%7D', 200],
  ['the question whether one may ask', 'OPTIONS', 'sparql', 204],
  ['data', 'GET', 'id/openai.ttl', 200],
  ['the question whether one may read', 'OPTIONS', 'id/openai.ttl', 204],
  ['reconciliation', 'GET', 'reconcile', 200],
  ['a refusal', 'PUT', 'id/openai.ttl', 405],
])('grants other sites %s only where the server is open to them', async (_, method, path, status) => {
  const ask = (url: string) => fetch(url + path, { method, headers: { Origin: 'http://other.example' } });
  const [one, other] = [await ask(open.url), await ask(closed.url)];
  expect([one.status, other.status]).toEqual([status, status]);
  expect(granted(one)).toContain('access-control-allow-origin');
  expect(granted(other)).toEqual([]);
  expect(other.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(other.headers.get('content-type')).toBe(one.headers.get('content-type'));
  expect(await other.text()).toBe(
    (await one.text()).replaceAll(open.url.slice(0, -1), closed.url.slice(0, -1)),
  );
});
