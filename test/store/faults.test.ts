/** Whatever a store does wrong, a load says so or gets over it; readers see the old graphs or the new ones, and the next load mends the rest. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, content, GRAPH, loadInto, PATIENCE } from './load-harness.ts';
import { type ScriptedStore, scriptedStore } from './scripted-store.ts';
import type { Rule } from './store-faults.ts';
import { STYLES, type StyleName } from './store-styles.ts';

type Lines = ReadonlyMap<string, readonly string[]>;

/** What a load that met no fault leaves in a store of each style. */
const whole = new Map<StyleName, { readonly before: Lines; readonly after: Lines }>();
const open: ScriptedStore[] = [];

async function newStore(style: StyleName): Promise<ScriptedStore> {
  const store = await scriptedStore(style);
  open.push(store);
  return store;
}

/** A store in which readers see {@link BEFORE}. */
async function storeWithBefore(style: StyleName): Promise<ScriptedStore> {
  const store = await newStore(style);
  const lines = [...whole.get(style)!.before.values()].flat();
  store.kept.add(lines.join('\n'), 'application/n-quads');
  return store;
}

beforeAll(async () => {
  for (const { name } of STYLES) {
    const store = await newStore(name);
    const loaded = async (dataset: typeof BEFORE) => {
      expect((await loadInto(store, name, dataset)).said).toBeUndefined();
      return store.kept.byGraph();
    };
    whole.set(name, { before: await loaded(BEFORE), after: await loaded(AFTER) });
  }
});
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));

/** Every graph that readers ask for is the old one or the new one. */
function expectOldOrNew(store: ScriptedStore, style: StyleName): void {
  const { before, after } = whole.get(style)!;
  const now = store.kept.byGraph();
  for (const graph of new Set([...before.keys(), ...after.keys()])) {
    const seen = content(now.get(graph));
    expect([content(before.get(graph)), content(after.get(graph))], graph).toContainEqual(seen);
  }
}

/** The next load finds nothing in its way and ends with what a load that met no fault leaves: no staging graph either. */
async function expectMended(store: ScriptedStore, style: StyleName): Promise<void> {
  store.follow();
  expect((await loadInto(store, style, AFTER)).said).toBeUndefined();
  expect(store.kept.byGraph()).toEqual(whole.get(style)!.after);
}

const ALL = STYLES.map(({ name }) => name);
/** One of each way in which triples go in: a graph at a time, many graphs at once, by SPARQL alone. */
const WAYS: readonly StyleName[] = ['virtuoso', 'fuseki', 'generic'];
/** Questions are asked of all of them in the same way. */
const ASKED: readonly StyleName[] = ['rdf4j'];
const CHANGES: readonly string[] = ['drop', 'add', 'move', 'forget', 'any'];
const stylesOf = ({ styles, script }: Case) => styles ?? (CHANGES.includes(script[0]!.on) ? WAYS : ASKED);
/** Milliseconds to wait for what never comes. */
const SOON = 250;
const NO_END = Number.POSITIVE_INFINITY;
/** Longer than the two hundred characters of it that are shown. */
const LONG = `<html>${'sorry, '.repeat(100)}</html>`;

interface Case {
  readonly title: string;
  readonly styles?: readonly StyleName[];
  readonly script: readonly Rule[];
  /** The code of the problem, with the server's words where it said some; absent where the load gets over it. */
  readonly ends?: string;
  readonly says?: string;
  readonly timeout?: number;
}

const cases: readonly Case[] = [
  {
    title: 'says 201 and stores nothing',
    script: [{ on: 'add', times: NO_END, fault: { does: 'lies' } }],
    ends: 'store-lost',
    says: 'the store says that it took the triples, and has 0 of',
  },
  {
    title: 'says 201 and stores nothing of the last chunk',
    script: [{ on: 'add', nth: 2, fault: { does: 'lies' } }],
    styles: ['virtuoso', 'generic'],
    ends: 'store-lost',
  },
  {
    title: 'cuts the connection in mid-body, once',
    script: [{ on: 'add', fault: { does: 'cuts the request' } }],
  },
  {
    title: 'cuts the connection in mid-body, always',
    script: [{ on: 'add', times: NO_END, fault: { does: 'cuts the request' } }],
    ends: 'store-unreachable',
    says: 'the connection to the store failed when asked to take triples',
  },
  {
    title: 'takes triples and loses the answer',
    script: [{ on: 'add', fault: { does: 'loses the answer' } }],
  },
  { title: 'takes triples and cuts the answer', script: [{ on: 'add', fault: { does: 'cuts the answer' } }] },
  {
    title: 'cuts every answer to a question',
    script: [{ on: 'count', times: NO_END, fault: { does: 'cuts the answer' } }],
    ends: 'store-unreachable',
  },
  {
    title: 'asks for credentials for ever',
    script: [{ on: 'any', times: NO_END, fault: { does: 'never believes' } }],
    ends: 'store-unauthorised',
    says: '401',
  },
  {
    title: 'asks for credentials for ever once triples arrive',
    script: [{ on: 'add', times: NO_END, fault: { does: 'never believes' } }],
    ends: 'store-unauthorised',
  },
  {
    title: 'fails after half of the triples',
    script: [{ on: 'add', fault: { does: 'does half' } }],
    ends: 'store-refused',
    says: '500 the disk is full and full',
  },
  {
    title: 'hangs over triples',
    script: [{ on: 'add', fault: { does: 'hangs', applied: true } }],
    ends: 'store-silent',
    timeout: SOON,
    says: `the store gave no answer within ${SOON / 1000} s when asked to take triples`,
  },
  {
    title: 'hangs over a question',
    script: [{ on: 'sample', times: NO_END, fault: { does: 'hangs', applied: false } }],
    timeout: SOON,
    ends: 'store-silent',
  },
  {
    title: 'miscounts what is staged',
    script: [{ on: 'count', nth: 2, fault: { does: 'miscounts' } }],
    ends: 'store-lost',
  },
  {
    title: 'finds a body too long',
    script: [{ on: 'add', times: NO_END, fault: { does: 'refuses', status: 413, body: LONG } }],
    ends: 'store-refused',
    says: 'The server takes less at a time',
  },
  { title: 'is busy once', script: [{ on: 'add', fault: { does: 'refuses', status: 503 } }] },
  {
    title: 'is asked too often, and says for how long',
    script: [{ on: 'drop', fault: { does: 'refuses', status: 429, headers: { 'Retry-After': '0.05' } } }],
  },
  {
    title: 'is busy for ever',
    script: [{ on: 'add', times: NO_END, fault: { does: 'refuses', status: 503, body: LONG } }],
    ends: 'store-refused',
    says: '503 <html>sorry',
  },
  {
    title: 'forbids it',
    script: [{ on: 'drop', fault: { does: 'refuses', status: 403, body: 'readers only' } }],
    ends: 'store-refused',
    says: '403 readers only',
  },
  {
    title: 'sends data to another origin',
    script: [
      { on: 'add', fault: { does: 'redirects', status: 307, to: 'http://127.0.0.1:9/take?token=abc' } },
    ],
    ends: 'store-redirects',
    says: '307 http://127.0.0.1:9/take',
  },
  {
    title: 'answers a question with a redirect that would lose its body',
    script: [{ on: 'count', fault: { does: 'redirects', status: 302, to: '/elsewhere' } }],
    ends: 'store-redirects',
  },
  {
    title: 'sends a question round in circles',
    script: [{ on: 'any', times: NO_END, fault: { does: 'redirects', status: 308, to: '/sparql' } }],
    styles: ['generic'],
    ends: 'store-redirects',
  },
  {
    title: 'answers a question with a page',
    script: [{ on: 'count', fault: { does: 'garbles', body: LONG } }],
    ends: 'store-unreadable',
    says: '<html>sorry',
  },
  {
    title: 'answers a question with half of the JSON',
    script: [{ on: 'sample', fault: { does: 'garbles', body: '{"head":{"vars":["g"]},"results":{"bind' } }],
    ends: 'store-unreadable',
  },
  {
    title: 'answers a question with other JSON',
    script: [{ on: 'hashes', fault: { does: 'garbles', body: '{"results":{"bindings":[{"g":7}]}}' } }],
    ends: 'store-unreadable',
  },
  {
    title: 'answers byte by byte, in time',
    script: [{ on: 'drop', fault: { does: 'drips', every: 5 } }],
  },
  {
    title: 'answers byte by byte, too late',
    script: [{ on: 'count', times: NO_END, fault: { does: 'drips', every: 5 } }],
    timeout: SOON,
    ends: 'store-silent',
  },
  {
    title: 'moves and loses the answer',
    script: [{ on: 'move', fault: { does: 'loses the answer' } }],
  },
  {
    title: 'moves and cuts the answer',
    script: [{ on: 'move', fault: { does: 'cuts the answer' } }],
  },
  {
    title: 'moves and never says so',
    script: [{ on: 'move', fault: { does: 'hangs', applied: true } }],
    timeout: SOON,
  },
  {
    title: 'cuts the connection before it moves',
    script: [{ on: 'move', fault: { does: 'cuts the request' } }],
  },
  {
    title: 'says that it moved, and did not',
    script: [{ on: 'move', times: NO_END, fault: { does: 'lies' } }],
    ends: 'store-lost',
  },
  {
    title: 'moves half of the graphs and fails',
    script: [{ on: 'move', fault: { does: 'does half' } }],
    ends: 'store-refused',
    says: '500 the disk is full',
  },
  {
    title: 'does not forget',
    script: [{ on: 'forget', times: NO_END, fault: { does: 'refuses', status: 500, body: 'never' } }],
    ends: 'store-refused',
    says: '500 never',
  },
  {
    title: 'drops nothing of what a killed load left',
    script: [{ on: 'drop', times: NO_END, fault: { does: 'lies' } }],
  },
];

describe.each(ALL)('a load into a store in the manner of %s', (style) => {
  it.each(cases.filter((one) => stylesOf(one).includes(style)))(
    'that $title',
    async ({ script, ends, says, timeout = PATIENCE }) => {
      const store = await storeWithBefore(style);
      store.follow(...script);
      const { said = '', code } = await loadInto(store, style, AFTER, { timeout });
      expect(code, said).toBe(ends);
      expect(store.seen.map(({ fault }) => fault)).toContain(script[0]!.fault.does);
      if (says !== undefined) expect(said).toContain(says);
      for (const secret of secretsOf(store)) expect(said).not.toContain(secret);
      // The server's words stop after two hundred characters.
      expect(said.length).toBeLessThan(700);
      expectOldOrNew(store, style);
      await expectMended(store, style);
    },
  );

  it('that dies at any moment is finished by the next', { timeout: 60_000 }, async () => {
    const sound = await storeWithBefore(style);
    await loadInto(sound, style, AFTER);
    const changes = sound.seen.flatMap(({ kind }, at) =>
      ['drop', 'add', 'move', 'forget'].includes(kind) ? [at + 1] : [],
    );
    expect(changes.length).toBeGreaterThan(6);
    for (const nth of changes) {
      const store = await storeWithBefore(style);
      // Its last change is made; after it nothing arrives. What dies before it changed anything died after the one before.
      store.follow(
        { on: 'any', nth, fault: { does: 'loses the answer' } },
        { on: 'any', nth: nth + 1, times: NO_END, fault: { does: 'cuts the request' } },
      );
      await loadInto(store, style, AFTER);
      expectOldOrNew(store, style);
      await expectMended(store, style);
    }
  });

  it('sends a graph and the one that describes the dataset for one changed claim', async () => {
    const store = await storeWithBefore(style);
    const changed = { ...BEFORE, articles: [AFTER.articles[0]!, BEFORE.articles[1]!] };
    const { report } = await loadInto(store, style, changed);
    expect(report?.sent).toEqual([`${GRAPH}harbour`, `${GRAPH}dataset`]);
    store.follow();
    expect((await loadInto(store, style, changed)).report?.sent).toEqual([]);
    expect(store.seen.map(({ kind }) => kind)).toEqual(['hashes', 'list', 'count']);
  });

  it('cuts a graph that is larger than a chunk, and finds it whole', async () => {
    const store = await newStore(style);
    expect(await loadInto(store, style, AFTER, { chunk: 50 })).toHaveProperty('report');
    expect(store.kept.byGraph()).toEqual(whole.get(style)!.after);
    const adds = store.seen.filter(({ kind }) => kind === 'add').length;
    expect(adds).toBeGreaterThan([...whole.get(style)!.after.values()].flat().length / 50);
  });
});

function secretsOf({ credentials }: ScriptedStore): readonly string[] {
  if (credentials === undefined) return [];
  if (credentials.token !== undefined) return [credentials.token];
  const { user, password } = credentials;
  return [password, Buffer.from(`${user}:${password}`).toString('base64')];
}
