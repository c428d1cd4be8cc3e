/** Graphs of a file go to where they wait while the rest is read; whatever happens then, readers see the old or the new, and nothing waits for ever. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import type { Quad } from '../../src/rdf/index.ts';
import {
  EarlyAdds,
  foreignGraphs,
  load,
  StoreClient,
  StoreHttp,
  storeProfile,
} from '../../src/store/index.ts';
import { type ScriptedStore, scriptedStore } from './scripted-store.ts';
import type { Fault } from './store-faults.ts';
import type { StyleName } from './store-styles.ts';

const open: ScriptedStore[] = [];
afterEach(() => Promise.all(open.splice(0).map((store) => store.close())));

async function newStore(style: StyleName): Promise<ScriptedStore> {
  const store = await scriptedStore(style);
  open.push(store);
  return store;
}

const line = (graph: string, n: number) => `<urn:s${n}> <urn:p> "${n}" <https://e.example/${graph}> .`;
const lines = (graph: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => line(graph, from + n));

interface Reading {
  /** Lines that come together; before the next ones come, the store has taken all graphs that are over. */
  readonly parts: readonly (readonly string[])[];
  /** What happens in place of the end. */
  readonly breaks?: Error;
}

async function loaded(store: ScriptedStore, style: StyleName, { parts, breaks }: Reading) {
  const profile = storeProfile(style)!;
  const http = new StoreHttp({
    credentials: store.credentials,
    basic: profile.auth === 'digest' ? 'never' : 'first',
    retries: 1,
    backoff: 1,
  });
  const chunk = { ...profile.chunk, triples: 4 };
  const client = new StoreClient(http, { ...profile, chunk }, profile.endpoints(store.address));
  const early = new EarlyAdds(async () => client, 'abc');
  const added = () => store.seen.filter(({ kind }) => kind === 'add').length;
  let failed = false;
  const lists = async function* (): AsyncGenerator<readonly Quad[], undefined> {
    for (const [at, part] of parts.entries()) {
      yield readQuads(`${part.join('\n')}\n`, 'nquads').quads;
      if (at === parts.length - 1) break;
      while (added() < (ADDS[at] ?? 0) && !failed) {
        failed = store.seen.some(({ fault }) => fault !== undefined);
        await sleep(1);
      }
    }
    if (breaks) throw breaks;
    return undefined;
  };
  const options = { file: 'x.nq', graph: undefined, scope: () => 'x', spill: {}, early };
  let source: Awaited<ReturnType<typeof foreignGraphs>>;
  try {
    source = await foreignGraphs(lists(), options, () => false);
  } catch (error) {
    await early.abandon();
    throw error;
  }
  try {
    return await load(source!.source, client, { early });
  } finally {
    source!.source.close?.();
  }
}

/** A graph without the mark of a load that could not take it back. */
const WHOLE = [...lines('a', 0, 7), ...lines('b', 0, 3), ...lines('c', 0, 2)].sort();
/** Requests by which the graphs that are over have been added: two for the first, one for the second. */
const ADDS = [2, 3, 3];
const PARTS = [[...lines('a', 0, 7), line('b', 0)], [...lines('b', 1, 3), line('c', 0)], [line('c', 1)]];
const OLD = [line('a', 100), line('b', 101), line('z', 102)];

describe.each<StyleName>(['virtuoso', 'fuseki', 'generic'])(
  'a load in the manner of %s that begins while it reads',
  (style) => {
    it('puts all graphs in their place, none of them sent twice', async () => {
      const store = await newStore(style);
      const { sent } = await loaded(store, style, { parts: PARTS });
      expect(sent).toHaveLength(3);
      expect(store.kept.lines()).toEqual(WHOLE);
      // Who has tickets first looks whose claim is taken over.
      const kinds = store.seen.map(({ kind }) => kind).filter((kind) => kind !== 'check');
      // The claim stands before anything is sent; counts are asked for once all is read.
      expect(kinds.indexOf('claim')).toBe(0);
      expect(kinds.indexOf('add')).toBe(1);
      expect(kinds.indexOf('count')).toBeGreaterThan(2);
      expect(kinds.filter((kind) => kind === 'add')).toHaveLength(4);
    });

    it('sends a graph again that comes back later in the file, and triples that come twice once', async () => {
      const store = await newStore(style);
      await loaded(store, style, { parts: [...PARTS, [...lines('a', 5, 9), line('b', 2), line('d', 0)]] });
      const whole = [...WHOLE, ...lines('a', 7, 9), line('d', 0)].sort();
      expect(store.kept.lines()).toEqual(whole);
    });

    it('leaves nothing behind where the file turns out to be wrong', async () => {
      const store = await newStore(style);
      store.kept.add(OLD.join('\n'), 'application/n-quads');
      const breaks = new ProblemError([{ severity: 'error', code: 'bad-syntax', message: 'it ends here' }]);
      await expect(loaded(store, style, { parts: PARTS, breaks })).rejects.toThrow('it ends here');
      expect(store.kept.lines()).toEqual([...OLD].sort());
    });

    it.each<[string, Fault, string]>([
      ['refuses', { does: 'refuses', status: 500, body: 'the disk is full' }, 'store-refused'],
      ['takes half', { does: 'does half' }, 'store-refused'],
      ['lies', { does: 'lies' }, 'store-lost'],
    ])('ends where the store %s, with the old graphs in their place', async (_, fault, code) => {
      const store = await newStore(style);
      store.kept.add(OLD.join('\n'), 'application/n-quads');
      store.follow({ on: 'add', times: Number.POSITIVE_INFINITY, fault });
      await expect(loaded(store, style, { parts: PARTS })).rejects.toMatchObject({ code });
      expect(store.kept.lines()).toEqual([...OLD].sort());
      store.follow();
      await loaded(store, style, { parts: PARTS });
      expect(store.kept.lines()).toEqual([...WHOLE, line('z', 102)].sort());
    });

    it('gets over an answer that is lost', async () => {
      const store = await newStore(style);
      store.follow({ on: 'add', nth: 2, times: 1, fault: { does: 'loses the answer' } });
      await loaded(store, style, { parts: PARTS });
      expect(store.kept.lines()).toEqual(WHOLE);
    });
  },
);
