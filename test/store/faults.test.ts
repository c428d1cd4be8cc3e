/** Whatever a store does wrong, a load says so or gets over it; readers see the old graphs or the new ones, and the next load mends the rest. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ALL, FAULT_CASES, NO_END, stylesOf } from './fault-cases.ts';
import { AFTER, BEFORE, content, GRAPH, loadInto, PATIENCE } from './load-harness.ts';
import { type ScriptedStore, scriptedStore } from './scripted-store.ts';
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

describe.each(ALL)('a load into a store in the manner of %s', (style) => {
  it.each(FAULT_CASES.filter((one) => stylesOf(one).includes(style)))(
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

  // The proof of one batch goes on while the next is sent.
  it.each(FAULT_CASES.filter((one) => stylesOf(one).includes(style)))(
    'with every graph a batch of its own, that $title',
    async ({ script, ends, timeout = PATIENCE }) => {
      const store = await storeWithBefore(style);
      store.follow(...script);
      const { code } = await loadInto(store, style, AFTER, { timeout, chunk: 60 });
      // What comes at the second or the third request may meet another one here.
      if (script.every(({ nth, on }) => nth === undefined && on !== 'any')) expect(code).toBe(ends);
      expectOldOrNew(store, style);
      await expectMended(store, style);
    },
  );

  it('that dies at any moment is finished by the next', { timeout: 60_000 }, async () => {
    const sound = await storeWithBefore(style);
    await loadInto(sound, style, AFTER);
    const changes = sound.seen.flatMap(({ kind }, at) =>
      ['claim', 'drop', 'add', 'move', 'forget', 'release'].includes(kind) ? [at + 1] : [],
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
    // Nothing but questions; some stores are asked for each graph's count.
    expect([...new Set(store.seen.map(({ kind }) => kind))]).toEqual(['hashes', 'list', 'count']);
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
