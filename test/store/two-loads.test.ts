/** Loads of the same dataset that meet in a store: the later one goes on, the earlier one says so and leaves nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import { AFTER, BEFORE, content, GRAPH, loadInto } from './load-harness.ts';
import { type ScriptedStore, scriptedStore } from './scripted-store.ts';
import type { StyleName } from './store-styles.ts';

const open: ScriptedStore[] = [];
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));

async function storeWith(style: StyleName, dataset: typeof BEFORE): Promise<ScriptedStore> {
  const store = await scriptedStore(style);
  open.push(store);
  expect((await loadInto(store, style, dataset)).said).toBeUndefined();
  store.follow();
  return store;
}

function contents(graphs: readonly (readonly [string, readonly string[]])[]) {
  return Object.fromEntries(graphs.map(([graph, lines]) => [graph, content(lines)]));
}

/** @param before runs before the request of that number, counted from 1 */
function interrupted(nth: number, before: () => Promise<unknown>): typeof fetch {
  let n = 0;
  return async (...args) => {
    n += 1;
    if (n === nth) await before();
    return fetch(...args);
  };
}

describe.each<StyleName>(['virtuoso', 'rdf4j', 'generic'])('in the manner of %s', (style) => {
  it('a load that begins at any moment of another ends right, and the other ends', {
    timeout: 60_000,
  }, async () => {
    const early = { ...BEFORE, articles: [AFTER.articles[1]!, AFTER.articles[2]!] };
    const results = {
      undefined: (await storeWith(style, early)).kept.byGraph(),
      'load-overtaken': (await storeWith(style, AFTER)).kept.byGraph(),
    } as Record<string, ReadonlyMap<string, readonly string[]>>;
    const old = (await storeWith(style, BEFORE)).kept.lines().join('\n');
    const codes: string[] = [];
    for (let over = false, nth = 1; !over; nth += 1) {
      const store = await scriptedStore(style);
      open.push(store);
      store.kept.add(old, 'application/n-quads');
      let met = false;
      const meet = interrupted(nth, async () => {
        met = true;
        expect((await loadInto(store, style, AFTER)).said).toBeUndefined();
      });
      const { code, said } = await loadInto(store, style, early, { fetch: meet });
      over = !met;
      codes.push(String(code));
      expect(Object.keys(results), said).toContain(String(code));
      const whole = results[String(code)]!;
      const now = store.kept.byGraph();
      // What the dataset of the early load never had is there without --prune.
      const extra = code === undefined ? [...now.keys()].filter((graph) => !whole.has(graph)) : [];
      expect(extra.filter((graph) => graph.includes('/staging'))).toEqual([]);
      const seen = [...now].filter(([graph]) => !extra.includes(graph));
      // A hash that the early load took out too late is missing, which makes the next load send a graph in vain.
      expect(contents(seen), `before request ${nth}: ${code}`).toEqual(contents([...whole]));
      if (code === undefined) continue;
      expect((await loadInto(store, style, AFTER)).said).toBeUndefined();
      expect(store.kept.byGraph()).toEqual(whole);
    }
    expect(codes.filter((code) => code === 'load-overtaken').length).toBeGreaterThan(8);
  });

  it('what killed loads left goes, under whatever names', async () => {
    const store = await storeWith(style, AFTER);
    const whole = store.kept.byGraph();
    for (const name of [
      'harbour/staging',
      'harbour/staging/0a1b2c',
      'gone/staging/0a1b2c-2',
      'dataset/staging',
    ]) {
      store.kept.add(`<urn:a> <urn:b> <urn:c> <${GRAPH}${name}> .`, 'application/n-quads');
    }
    expect((await loadInto(store, style, AFTER)).report?.sent).toEqual([]);
    expect(store.kept.byGraph()).toEqual(whole);
  });

  it('a MOVE that was lost and comes late does no harm', async () => {
    const store = await storeWith(style, BEFORE);
    const whole = (await storeWith(style, AFTER)).kept.byGraph();
    const late: Parameters<typeof fetch>[] = [];
    const slow: typeof fetch = async (...args) => {
      const text = decodeURIComponent(String(args[1]?.body ?? '').replaceAll('+', ' '));
      if (late.length > 0 || !text.includes('MOVE GRAPH')) return fetch(...args);
      late.push(args);
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    };
    const load = loadInto(store, style, AFTER, { fetch: slow });
    expect((await load).said).toBeUndefined();
    expect(store.kept.byGraph()).toEqual(whole);
    await fetch(...late[0]!);
    expect(store.kept.byGraph()).toEqual(whole);
  });
});
