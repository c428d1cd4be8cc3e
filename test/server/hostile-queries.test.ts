import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Listening,
  LiveEngine,
  listen,
  Outstanding,
  siteHandler,
  sparqlHandler,
} from '../../src/server/index.ts';
import { readQuery } from '../../src/store/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { sampleSite } from './sample-site.ts';

const MB = 1024 * 1024;
const QUERY_TYPE = 'application/sparql-query';
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${times(20, (i) => `?a${i} ?b${i} ?c${i} .`)} }`;

const readings = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/store/query/query-shape.ts', async (original) => {
  const real = await original<typeof import('../../src/store/query/query-shape.ts')>();
  const queryShape = (text: string) => {
    readings.count += 1;
    return real.queryShape(text);
  };
  return { ...real, queryShape };
});

const documents = sampleSite();
const engine = new LiveEngine(() => sampleDataset);
const faults: unknown[] = [];
/** Queries end when they are done, however long a busy machine takes. */
let server: Listening;
/** The same engine, and a limit for queries that never end. */
let hasty: Listening;
let before: number;
/** Stands for whatever a query may want to reach. */
const reached: string[] = [];
const elsewhere = createServer((request, response) => {
  reached.push(request.url!);
  response.end();
});

beforeAll(async () => {
  const start = (timeout: number) => {
    const limits = { timeout, outstanding: new Outstanding(40 * MB) };
    const handlers = [sparqlHandler(() => engine.current(), limits), siteHandler(() => documents)];
    return listen(handlers, { port: 0, grace: 100, onFault: (error) => faults.push(error) });
  };
  [server, hasty] = await Promise.all([start(600_000), start(600)]);
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  expect(await normal()).toBe('true');
  before = process.memoryUsage().rss;
});
afterAll(async () => {
  elsewhere.close();
  await Promise.all([server.close(), hasty.close()]);
  await engine.close();
});

const post = (body: string | Uint8Array | ReadableStream, type = QUERY_TYPE, { url } = server) =>
  fetch(`${url}sparql`, {
    method: 'POST',
    headers: { 'Content-Type': type, accept: 'text/csv' },
    body,
    duplex: 'half',
  } as RequestInit);
async function statusOf(query: string, at = server): Promise<number> {
  const answer = await post(query, QUERY_TYPE, at);
  await answer.arrayBuffer();
  return answer.status;
}
const normal = async () => (await post('ASK { ?claim a clew:Claim }')).text();

describe('a query of 10 MB', () => {
  const big = new TextEncoder().encode(`ASK {} #${'x'.repeat(10 * MB)}`);
  const inPieces = () =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < big.length; at += MB) controller.enqueue(big.subarray(at, at + MB));
        controller.close();
      },
    });

  it.each([
    ['with its length', () => post(big)],
    ['in chunks that say no length', () => post(inPieces())],
    ['in a form', () => post(`query=${'+'.repeat(10 * MB)}`, 'application/x-www-form-urlencoded')],
  ])('is refused at once: %s', async (_, send) => {
    const answer = await send();
    expect([answer.status, await answer.text()]).toEqual([413, 'A query may have 262144 bytes here.\n']);
    expect(await normal()).toBe('true');
  });
});

describe('a client that reads only once it has sent all of 10 MB', () => {
  it.each([
    ['POST /sparql', 413],
    ['PUT /sparql', 405],
    ['PUT /id/nordlink', 405],
  ])('finds the refusal: %s', async (target, status) => {
    const { port, host } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1').pause();
    const errors: Error[] = [];
    socket.on('error', (error) => errors.push(error));
    const head = `${target} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${QUERY_TYPE}\r\nContent-Length: ${10 * MB}\r\n\r\n`;
    socket.write(head);
    await new Promise((sent) => socket.write('x'.repeat(10 * MB), sent));
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString('latin1')));
      socket.once('close', () => resolve('nothing'));
      socket.resume();
    });
    expect([answer.slice(0, 12), errors]).toEqual([`HTTP/1.1 ${status}`, []]);
    socket.destroy();
  });
});

describe('a long query', () => {
  const most = 250_000;
  it.each([
    ['of what could be a prefix all along', `ASK { ${'a-'.repeat(most / 2)} }`, 400],
    ['of dots', `ASK { ${'a.'.repeat(most / 2)} }`, 400],
    ['of prefixes that nobody declares', `ASK { ${times(most / 10, (i) => `p${i}:a`)} }`, 400],
    ['of SERVICE', `ASK { ${'SERVICE '.repeat(most / 8)} }`, 403],
    ['of open brackets', `ASK ${'('.repeat(most)}`, 400],
  ])('keeps nobody else waiting: %s', async (_, query, status) => {
    const asked = post(query);
    const other = fetch(`${server.url}id/nordlink.ttl`).then((answer) => answer.status);
    const answer = await asked;
    const said = await answer.text();
    expect([answer.status, await other]).toEqual([status, 200]);
    expect(said.length).toBeLessThan(100_000);
  });
});

describe('twelve of the longest queries at once', () => {
  it('are read one at a time, and others are answered in between', async () => {
    const query = `ASK { ${'a.'.repeat(131_000)} }`;
    const before = readings.count;
    /** How many are read from one turn of the event loop to the next. */
    const perTurn: number[] = [];
    let read = before;
    let watching = setImmediate(function turn() {
      perTurn.push(readings.count - read);
      read = readings.count;
      watching = setImmediate(turn);
    });
    const asked = Array.from({ length: 12 }, () => statusOf(query));
    expect((await fetch(`${server.url}id/nordlink.html`)).status).toBe(200);
    expect(readings.count - before).toBeLessThan(12);
    // The engine has its own time to read them.
    for (const status of await Promise.all(asked)) expect([400, 503]).toContain(status);
    // A network may bring them apart; here nothing does.
    await Promise.allSettled(Array.from({ length: 12 }, () => readQuery(query)));
    await new Promise((turned) => setImmediate(turned));
    clearImmediate(watching);
    expect(readings.count - before).toBe(24);
    expect(Math.max(...perTurn)).toBe(1);
  });
});

describe('queries without an end', () => {
  const step = '(!<x:a>|^!<x:a>)';
  it.each([
    ['cross products', ENDLESS],
    ['sorted cross products', `SELECT * { ${times(8, (i) => `?a${i} ?b${i} ?c${i} .`)} } ORDER BY ?c7`],
    [
      'paths over everything',
      `SELECT (COUNT(*) AS ?n) { ${times(6, (i) => `?x${i} ${step}*/${step}* ?x${i + 1} .`)} }`,
    ],
    [
      'OPTIONAL inside OPTIONAL',
      `SELECT (COUNT(*) AS ?n) { ${times(90, (i) => `?a${i} ?b${i} ?c${i} OPTIONAL {`)} ${'}'.repeat(91)}`,
    ],
    [
      'OPTIONAL after OPTIONAL',
      `SELECT (COUNT(*) AS ?n) { ${times(300, (i) => `OPTIONAL { ?a${i} ?b${i} ?c${i} }`)} }`,
    ],
  ])('are ended: %s', async (_, query) => {
    expect(await statusOf(query, hasty)).toBe(503);
    expect(await normal()).toBe('true');
  });
});

describe('deep queries', () => {
  it.each([
    ['groups', `ASK { ${'{'.repeat(50_000)}${'}'.repeat(50_000)} }`, [400]],
    ['parentheses', `SELECT (${'('.repeat(50_000)}1${')'.repeat(50_000)} AS ?n) {}`, [400]],
    ['OPTIONAL', `ASK { ${'OPTIONAL {'.repeat(20_000)}${'}'.repeat(20_000)} }`, [400]],
    ['groups as deep as they may be', `ASK { ${'{'.repeat(98)}${'}'.repeat(98)} }`, [200]],
    ['not of not', `ASK { FILTER(${'!'.repeat(100_000)}true) }`, [400, 503]],
    ['minus of minus', `ASK { FILTER(${'- '.repeat(100_000)}1) }`, [400, 503]],
    ['a path of steps', `ASK { ?s ${'a/'.repeat(50_000)}a ?o }`, [200, 400, 503]],
    ['quoted triples', `ASK { ${'<< '.repeat(50_000)} }`, [400, 503]],
  ])('are answered or refused: %s', async (_, query, allowed) => {
    // What may end at the limit is asked where there is one.
    expect(allowed).toContain(await statusOf(query, allowed.includes(503) ? hasty : server));
    expect(await normal()).toBe('true');
  });
});

describe('what lies elsewhere', () => {
  it('is never asked, read or changed', async () => {
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const count = 'SELECT (COUNT(*) AS ?n)';
    for (const [query, status] of [
      [`ASK { SERVICE <${address}> { ?s ?p ?o } }`, 403],
      [`ASK { BIND(<${address}> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }`, 403],
      [`ASK { s\\u0065rvice <${address}> { ?s ?p ?o } }`, 400],
      [`LOAD <${address}>`, 403],
      ['LOAD <file:///etc/passwd>', 403],
      [`PREFIX x: <x:> INSERT DATA { x:a x:b x:c }`, 403],
      ['DELETE WHERE { ?s ?p ?o }', 403],
      ['ASK {} ; DROP ALL', 400],
    ] as const) {
      expect([query, await statusOf(query)]).toEqual([query, status]);
    }
    for (const graph of [address, 'file:///etc/passwd', 'file:/proc/self/environ']) {
      expect(await (await post(`${count} FROM <${graph}> { ?s ?p ?o }`)).text()).toBe('n\r\n0\r\n');
      const named = `${count} FROM NAMED <${graph}> { GRAPH ?g { ?s ?p ?o } }`;
      expect(await (await post(named)).text()).toBe('n\r\n0\r\n');
    }
    expect(reached).toEqual([]);
    expect(await normal()).toBe('true');
  });
});

describe('two hundred clients that ask at once', () => {
  it('each get an answer or are told to come again', async () => {
    const codes = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        i % 50 === 0 ? statusOf(ENDLESS, hasty) : statusOf('SELECT * { ?s ?p ?o } LIMIT 10'),
      ),
    );
    expect([...new Set(codes)].sort()).toEqual([200, 503]);
    expect(codes.filter((code) => code === 200).length).toBeGreaterThanOrEqual(50);
    expect(await normal()).toBe('true');
  });

  it('and leave without waiting keep nobody waiting', async () => {
    const gone = new AbortController();
    const asked = Array.from({ length: 60 }, () =>
      fetch(`${server.url}sparql?query=${encodeURIComponent(ENDLESS)}`, { signal: gone.signal }).catch(
        () => 'left',
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    gone.abort();
    // Sixty of them one after the other would take ten hours.
    expect(await normal()).toBe('true');
    expect(new Set(await Promise.all(asked))).toContain('left');
  });
});

describe('clients that do not take what they asked for', () => {
  it('may keep so much waiting and no more', async () => {
    const { port, host } = new URL(server.url);
    const query = encodeURIComponent(
      `SELECT ("${'x'.repeat(2_000)}" AS ?x) { ?a ?b ?c . ?d ?e ?f } LIMIT 10000`,
    );
    const sockets: Socket[] = [];
    const answers: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      const socket = connect(Number(port), '127.0.0.1');
      sockets.push(socket);
      const first = new Promise<string>((resolve) =>
        socket.once('data', (data) => {
          socket.pause();
          resolve(data.subarray(0, 12).toString('latin1'));
        }),
      );
      socket.write(`GET /sparql?query=${query} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/csv\r\n\r\n`);
      answers.push(await first);
    }
    // Of results of 20 MB each three pass the bound of 40 MB.
    expect(answers).toEqual([...Array(3).fill('HTTP/1.1 200'), ...Array(5).fill('HTTP/1.1 503')]);
    expect((await fetch(`${server.url}id/nordlink.ttl`)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(normal).toBe('true');
  });
});

describe('after all this', () => {
  it('nothing has failed, and memory is bounded', async () => {
    expect(faults).toEqual([]);
    expect(await normal()).toBe('true');
    // Two threads of half a gigabyte at most, and what waits to be collected.
    expect(process.memoryUsage().rss - before).toBeLessThan(1_500 * MB);
  });
});
