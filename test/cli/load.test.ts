/** What `clew load` says and how it ends where a store goes wrong; secrets go nowhere that they were not meant for. */
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/context.ts';
import { run } from '../../src/cli/program.ts';
import { type ScriptedStore, scriptedStore } from '../store/scripted-store.ts';
import type { StyleName } from '../store/store-styles.ts';
import { DATA, inFolder } from './run-cli.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

async function scriptedStoreOf(style: StyleName): Promise<ScriptedStore> {
  const made = await scriptedStore(style);
  open.push(made);
  return made;
}
const store = () => scriptedStoreOf('fuseki');

const BASE = 'https://w3id.org/clew/chinese-ai/';
const SECRETS = { CLEW_STORE_USER: 'clew', CLEW_STORE_PASSWORD: 'far away' };

async function clew(args: readonly string[], env: Record<string, string> = SECRETS) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run([...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    isTerminal: false,
    env,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A file with one triple in a graph. */
const withFile = <T>(work: (file: string, dir: string) => Promise<T>) =>
  inFolder((dir) => {
    const file = join(dir, 'one.nq');
    writeFileSync(file, '<urn:a> <urn:b> "c" <https://one.example/graph> .\n');
    return work(file, dir);
  });

describe('clew load', () => {
  it('puts a file into a store and says so', () =>
    withFile(async (file) => {
      const { address, kept } = await store();
      const { code, out, err } = await clew(['load', address.href, file]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Apache Jena Fuseki: 1 of 1 graph sent and proved, 1 triples/);
      expect(kept.lines()).toEqual(['<urn:a> <urn:b> "c" <https://one.example/graph> .']);
    }));

  it('says with --dry-run what would be sent and with --diff which triples, and changes nothing', () =>
    withFile(async (file) => {
      const { address, kept, seen } = await store();
      const dry = await clew(['load', address.href, file, '--dry-run']);
      expect(dry.code).toBe(0);
      expect(dry.out).toBe('new  https://one.example/graph  1 triples');
      const fresh = await clew(['load', address.href, file, '--diff', '--json']);
      expect(JSON.parse(fresh.out).differences).toEqual([
        { graph: 'https://one.example/graph', added: ['<urn:a> <urn:b> "c" .'], removed: [] },
      ]);
      expect(kept.lines()).toEqual([]);
      expect((await clew(['load', address.href, file])).code).toBe(0);
      writeFileSync(file, '<urn:a> <urn:b> "d" <https://one.example/graph> .\n');
      seen.length = 0;
      const changed = await clew(['load', address.href, file, '--diff']);
      expect(changed.out.split('\n')).toEqual([
        'https://one.example/graph: 1 added, 1 removed',
        '- <urn:a> <urn:b> "c" .',
        '+ <urn:a> <urn:b> "d" .',
      ]);
      const changes = ['claim', 'drop', 'add', 'move', 'forget', 'release'];
      expect(seen.filter(({ kind }) => changes.includes(kind))).toEqual([]);
      expect(kept.lines()).toEqual(['<urn:a> <urn:b> "c" <https://one.example/graph> .']);
    }));

  it('names graphs that a dataset no longer has, and drops them with --prune', async () => {
    const { address, kept } = await store();
    const base = JSON.parse((await clew(['load', address.href, DATA, '--json'])).out);
    expect(base.sent.length).toBeGreaterThan(1);
    const gone = `${BASE}graph/gone`;
    kept.add(`<urn:a> <urn:b> "c" <${gone}> .\n<urn:a> <urn:b> "c" <urn:others> .`, 'application/n-quads');
    const left = await clew(['load', address.href, DATA]);
    expect(left.out).toContain(`gone from the dataset, kept in the store without --prune: ${gone}`);
    expect([...kept.byGraph().keys()]).toContain(gone);
    const pruned = await clew(['load', address.href, DATA, '--prune', '--json']);
    expect(JSON.parse(pruned.out).pruned).toEqual([gone]);
    const graphs = [...kept.byGraph().keys()];
    expect(graphs).not.toContain(gone);
    expect(graphs).toContain('urn:others');
  });

  it('ends with 1 for a fault of the store, with nothing on standard output but with --json', () =>
    withFile(async (file) => {
      const made = await store();
      const fault = { does: 'refuses', status: 500, body: 'the disk is full' } as const;
      made.follow({ on: 'add', times: Number.POSITIVE_INFINITY, fault });
      const plain = await clew(['load', made.address.href, file]);
      expect({ code: plain.code, out: plain.out }).toEqual({ code: 1, out: '' });
      expect(plain.err).toContain('the store refused when asked to take triples');
      const json = await clew(['load', made.address.href, file, '--json']);
      expect({ code: json.code, err: json.err }).toEqual({ code: 1, err: '' });
      expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{ code: 'store-refused' }] });
    }));

  it.each([
    [['load', 'ftp://127.0.0.1/']],
    [['load', 'http://clew:secret@127.0.0.1:1/ds']],
    [['load', 'http://127.0.0.1:1/ds', '--chunk', '0']],
    [['load', 'http://127.0.0.1:1/ds', '--store', 'shelf']],
    [['load']],
  ])('ends with 2 for a wrong use: %j', (args) =>
    withFile(async (file) => {
      const { code, out } = await clew(args.length > 1 ? [args[0]!, args[1]!, file, ...args.slice(2)] : args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    }),
  );

  it.each([
    ['open to others', 0o644, 'user: clew\npassword: far away\n', 'open-credentials'],
    ['not YAML', 0o600, 'user: "clew\npassword: far away\n', 'bad-credentials'],
    ['half', 0o600, 'password: far away\n', 'half-credentials'],
  ])('refuses a file of credentials that is %s, and repeats nothing of it', (_, mode, text, expected) =>
    withFile(async (file, dir) => {
      const path = join(dir, 'secrets.yaml');
      writeFileSync(path, text);
      chmodSync(path, mode);
      const { code, out, err } = await clew(
        ['load', 'http://127.0.0.1:1/ds', file, '--credentials', path],
        {},
      );
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(expected);
      expect(err).not.toContain('far away');
    }),
  );
});

/** @returns an address, and what was asked of it */
async function listener(
  answer: (request: IncomingMessage) => { status: number; headers: Record<string, string> },
) {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    request.resume();
    const { status, headers } = answer(request);
    response.writeHead(status, headers).end('{"head":{},"boolean":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: async () => void server.close().closeAllConnections() });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`, asked };
}

/** A person at a terminal who answers each question once it is put. */
function personAt(answers: Readonly<Record<string, string>>) {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  const open = new Map(Object.entries(answers));
  const shown: string[] = [];
  output.on('data', (chunk) => {
    shown.push(`${chunk}`);
    for (const [question, answer] of open) {
      // A line is shown anew while it is typed.
      if (`${chunk}`.includes(question) && open.delete(question))
        setImmediate(() => input.write(`${answer}\r`));
    }
  });
  return { terminal: { input, output }, shown: () => shown.join('') };
}

describe('at a terminal', () => {
  const said = (of: Partial<CommandContext>) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    return { lines, context: { out: say, err: say, isTerminal: true, env: {}, ...of } };
  };

  it('a person is asked for name and password where the store wants them, and the password is not shown', () =>
    withFile(async (file) => {
      const { address, kept } = await store();
      const { terminal, shown } = personAt({ 'User at 127.0.0.1': 'clew', 'Password: ': 'far away' });
      const { lines, context } = said({ terminal });
      expect(await run(['load', address.href, file], context), lines.join('\n')).toBe(0);
      expect(kept.lines()).toHaveLength(1);
      expect(shown()).toContain(`User at ${address.host}: `);
      for (const text of [shown(), lines.join('\n')]) expect(text).not.toContain('far away');
    }));

  it('a wrong password ends with 1, repeats nothing of it and changes nothing', () =>
    withFile(async (file) => {
      const { address, kept } = await store();
      const { terminal, shown } = personAt({ 'User at 127.0.0.1': 'clew', 'Password: ': 'over there' });
      const { lines, context } = said({ terminal });
      expect(await run(['load', address.href, file], context)).toBe(1);
      expect(lines.join('\n')).toContain('the store refuses the credentials');
      for (const text of [shown(), lines.join('\n')]) expect(text).not.toContain('over there');
      expect(kept.lines()).toEqual([]);
    }));

  it('nobody is asked where the store lets everybody in, or where input is no terminal', () =>
    withFile(async (file) => {
      const welcoming = await scriptedStoreOf('rdf4j');
      const calm = personAt({});
      expect(
        await run(['load', welcoming.address.href, file], said({ terminal: calm.terminal }).context),
      ).toBe(0);
      expect(calm.shown()).toBe('');
      const closed = await store();
      const piped = { input: Object.assign(new PassThrough(), { isTTY: false }), output: new PassThrough() };
      expect(await run(['load', closed.address.href, file], said({ terminal: piped }).context)).toBe(1);
    }));

  it('progress is shown with its rate, and taken away at the end', () =>
    withFile(async (file) => {
      const triples = Array.from(
        { length: 40 },
        (_, n) => `<urn:a> <urn:b> "${n}" <https://one.example/graph> .\n`,
      );
      writeFileSync(file, triples.join(''));
      const { address } = await store();
      const { terminal, shown } = personAt({});
      // Two seconds go by between one look at the clock and the next.
      const seconds: number[] = [];
      const clock = () => {
        seconds.push(2 * seconds.length);
        return 1000 * seconds.at(-1)!;
      };
      const { context } = said({ terminal, clock, env: SECRETS });
      expect(await run(['load', address.href, file, '--chunk', '10'], context)).toBe(0);
      const lines = [...shown().matchAll(/\r\u001b\[K(\d+) of (\d+) triples, (\d+) a second/g)];
      expect(lines.map(([, done, of]) => [done, of])).toEqual(
        ['10', '20', '30', '40'].map((done) => [done, '40']),
      );
      for (const [, done, , rate] of lines) {
        const rates = seconds.filter((n) => n > 0).map((n) => `${Math.round(Number(done) / n)}`);
        expect(rates).toContain(rate);
      }
      expect(shown().endsWith('\r\u001b[K')).toBe(true);
      const json = personAt({});
      expect(
        await run(
          ['load', address.href, file, '--json'],
          said({ terminal: json.terminal, clock, env: SECRETS }).context,
        ),
      ).toBe(0);
      expect(json.shown()).toBe('');
    }));
});

describe('credentials', () => {
  it.each([301, 302, 307, 308])('go to no other address that a %i points to', (status) =>
    withFile(async (file) => {
      const other = await listener(() => ({ status: 200, headers: {} }));
      const first = await listener(() => ({ status, headers: { Location: other.url } }));
      const loaded = await clew(['load', first.url, file, '--store', 'generic']);
      const queried = await clew(['query', first.url, 'ASK {}', '--data', 'none']);
      for (const { code, err } of [loaded, queried]) {
        expect(code).toBe(1);
        expect(err).toContain('the store points elsewhere');
      }
      expect(first.asked.length).toBeGreaterThan(1);
      expect(other.asked).toEqual([]);
    }),
  );

  it('answer a Digest challenge in clew query', async () => {
    const json = { 'Content-Type': 'application/sparql-results+json' };
    const challenge = { 'WWW-Authenticate': 'Digest realm="r", nonce="n", qop="auth", algorithm=MD5' };
    const digest = await listener(({ headers }) =>
      headers.authorization?.startsWith('Digest ')
        ? { status: 200, headers: json }
        : { status: 401, headers: challenge },
    );
    const { code, out } = await clew(['query', digest.url, 'ASK {}', '--data', 'none']);
    expect({ code, out }).toEqual({ code: 0, out: 'yes' });
    expect(digest.asked.at(-1)!.authorization).toMatch(/^Digest username="clew", realm="r", nonce="n"/);
  });
});
