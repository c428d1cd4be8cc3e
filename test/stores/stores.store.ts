import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningStore, STORE_NAMES, startStore, Unavailable } from '../../scripts/stores/stores.mjs';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { type Dataset, Iris } from '../../src/model/index.ts';
import { datasetToQuads } from '../../src/rdf/index.ts';
import {
  datasetGraphs,
  directFetch,
  load,
  StoreClient,
  StoreHttp,
  storeProfile,
} from '../../src/store/index.ts';
import { generatedDataset } from './generated.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const DATA = join(ROOT, 'data');
const BASE = 'https://w3id.org/clew/chinese-ai/';

/** Where a reader may see something between the old graph and the new one: Virtuoso's updates are no transactions. */
const PROMISES = { fuseki: true, rdf4j: true, oxigraph: true, virtuoso: false } as Record<string, boolean>;

/** `CLEW_STORES=fuseki,virtuoso` runs some of them. */
const wanted = process.env.CLEW_STORES?.split(',') ?? STORE_NAMES;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

for (const name of wanted) {
  describe(name, async () => {
    let store: RunningStore;
    let dir: string;
    const missing = await startStore(name).then(
      (started) => {
        store = started;
        return undefined;
      },
      (error) => {
        if (error instanceof Unavailable) return error.message;
        throw error;
      },
    );
    if (missing !== undefined) {
      console.warn(`SKIPPED: ${name} (${missing})`);
      it.skip(`${name}: ${missing}`, () => {});
      return;
    }
    const environment = () => ({
      ...process.env,
      ...(store.credentials && {
        CLEW_STORE_USER: store.credentials.user,
        CLEW_STORE_PASSWORD: store.credentials.password,
      }),
    });
    const command = (...args: string[]) => {
      const child = spawn(process.execPath, [MAIN, 'load', store.endpoints.endpoint, ...args], {
        env: environment(),
      });
      const said = { out: '', err: '' };
      child.stdout.on('data', (chunk) => {
        said.out += chunk;
      });
      child.stderr.on('data', (chunk) => {
        said.err += chunk;
      });
      const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
      return { child, ended };
    };
    const report = async (...args: string[]) => {
      const { code, out, err } = await command(...args, '--json').ended;
      expect([code, err], out).toEqual([0, '']);
      return JSON.parse(out) as {
        store: string;
        sent: string[];
        graphs: { graph: string; triples: number }[];
      };
    };
    const client = (fetch = directFetch) => {
      const profile = storeProfile(store.store)!;
      const http = new StoreHttp({
        fetch,
        credentials: store.credentials,
        basic: profile.auth === 'digest' ? 'never' : 'first',
      });
      return new StoreClient(http, profile, profile.endpoints(new URL(store.endpoints.endpoint)));
    };
    const counts = async (graphs: readonly { graph: string }[]) =>
      Object.fromEntries(await client().counts(graphs.map(({ graph }) => graph)));
    const expected = (graphs: readonly { graph: string; triples: number }[]) =>
      Object.fromEntries(graphs.map(({ graph, triples }) => [graph, triples]));

    /**
     * A server that falls by itself is no answer about the loader (Debian's Virtuoso does: "double free or corruption"):
     * it is named with its log and started anew, and the test begins again, three times at most. A test that fails while
     * its server stands has failed.
     */
    const itHolds = (what: string, test: () => Promise<void>) =>
      it(what, async () => {
        for (let falls = 0; ; falls += 1) {
          try {
            return await test();
          } catch (error) {
            const death = store.death();
            if (death === undefined || falls === 3) throw error;
            console.warn(
              `${name} ended by itself in "${what}": ${death}\nStarted anew; the test begins again.`,
            );
            store = await startStore(name);
          }
        }
      });

    beforeAll(() => {
      dir = mkdtempSync(join(tmpdir(), 'clew-stores-'));
    });
    afterAll(async () => {
      await store.stop();
      rmSync(dir, { recursive: true, force: true });
      await expect(fetch(store.endpoints.query)).rejects.toThrow();
    });

    itHolds('is recognised, takes the article, and nothing more at the second time', async () => {
      const first = await report(DATA);
      expect(first.store).toBe(store.store);
      expect(first.sent.sort()).toEqual([`${BASE}graph/china-ai-2024-08`, `${BASE}graph/dataset`]);
      expect(await counts(first.graphs)).toEqual(expected(first.graphs));
      const second = await report(DATA);
      expect(second.sent).toEqual([]);
      expect(await counts(first.graphs)).toEqual(expected(first.graphs));
    });

    itHolds('answers a question as the file does', async () => {
      await report(DATA);
      const rows = await client().select(
        `SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { GRAPH <${BASE}graph/china-ai-2024-08> { ?c a <https://w3id.org/clew/ns#Claim> } }`,
        'count claims',
      );
      const turtle = readFileSync(join(ROOT, 'exports', 'chinese-ai.nq'), 'utf8');
      const inFile = turtle
        .split('\n')
        .filter((line) => line.includes('#type> <https://w3id.org/clew/ns#Claim>'));
      expect(Number(rows[0]!.n!.value)).toBe(inFile.length);
    });

    itHolds('gets one graph and the dataset’s own where one claim changed', async () => {
      await report(DATA);
      const changed = join(dir, 'data');
      cpSync(DATA, changed, { recursive: true, force: true });
      const claims = join(changed, 'china-ai-2024-08', 'claims.yaml');
      writeFileSync(claims, readFileSync(claims, 'utf8').replace('polarity: negative', 'polarity: positive'));
      const difference = await command(changed, '--diff').ended;
      expect(difference.out).toContain('ns#positive> .');
      expect(difference.out).toContain('ns#negative> .');
      expect((await report(changed)).sent.sort()).toEqual([
        `${BASE}graph/china-ai-2024-08`,
        `${BASE}graph/dataset`,
      ]);
      expect((await report(changed)).sent).toEqual([]);
    });

    itHolds(
      'has the old graph or the new one at every moment, and the right one in the end, however often a load is killed',
      async () => {
        const datasets = [
          generatedDataset({ articles: 15, rounds: 6 }),
          generatedDataset({ articles: 15, rounds: 7 }),
        ];
        const files = await Promise.all(
          datasets.map((dataset, n) => written(dataset, join(dir, `made-${n}.nq`))),
        );
        const sizes = datasets.map((dataset) => graphSizes(dataset));
        const watched = [...sizes[0]!.keys()].filter((graph) => graph.includes('/made-'));
        const started = performance.now();
        await report(files[0]!);
        await report(files[1]!);
        const duration = (performance.now() - started) / 2;
        const seen = new Set<string>();
        for (let kill = 0; kill < 10; kill += 1) {
          const goal = kill % 2;
          const { child, ended } = command(files[goal]!);
          const killed = sleep((duration * (kill + 0.5)) / 10).then(() => child.kill('SIGKILL'));
          let over = false;
          ended.then(() => {
            over = true;
          });
          while (!over) for (const what of await strangers(client(), watched, sizes)) seen.add(what);
          await killed;
          for (const what of await strangers(client(), watched, sizes)) seen.add(what);
          const { graphs } = await report(files[goal]!);
          expect(await counts(graphs)).toEqual(expected(graphs));
          const left = await client().graphsUnder(new Iris(datasets[goal]!.base).graph(''));
          expect(left.filter((graph) => graph.includes('/staging'))).toEqual([]);
        }
        if (PROMISES[name]) expect([...seen]).toEqual([]);
        else console.warn(`${name}: between old and new, readers saw ${seen.size} other counts`);
      },
    );

    itHolds(
      'keeps the graphs of a load that began and ended while a MOVE of another was held up',
      async () => {
        const [early, late] = [2, 3].map((rounds) => generatedDataset({ articles: 2, rounds }));
        await load(datasetGraphs(early!), client());
        await load(datasetGraphs(late!), client());
        let met = false;
        const heldUp: typeof fetch = async (...request) => {
          if (!met && String(request[1]?.body).includes('MOVE')) {
            met = true;
            await load(datasetGraphs(late!), client());
          }
          return directFetch(...request);
        };
        await expect(load(datasetGraphs(early!), client(heldUp))).rejects.toThrow();
        expect(met).toBe(true);
        const sizes = graphSizes(late!);
        const kept = await client().counts([...sizes.keys()]);
        for (const [graph, size] of sizes) {
          if (graph.includes('/made-')) expect([graph, kept.get(graph)]).toEqual([graph, size]);
        }
        // Nothing of either is left on the way, and the next load has its way.
        await load(datasetGraphs(early!), client());
        const left = await client().graphsUnder(new Iris(early!.base).graph(''));
        expect(left.filter((graph) => graph.includes('/staging'))).toEqual([]);
      },
    );

    itHolds('takes a million triples, proved', async () => {
      const size = Number(process.env.CLEW_STORE_TRIPLES ?? 1_000_000);
      const [, one] = [...graphSizes(generatedDataset({ articles: 1, rounds: 12 }))].find(([graph]) =>
        graph.includes('/made-'),
      )!;
      const made = generatedDataset({ articles: Math.ceil(size / one), rounds: 12 });
      const dataset = { ...made, base: 'https://made.example/' };
      const loaded = async (what: Dataset) => {
        const started = performance.now();
        const { plan, sent } = await load(datasetGraphs(what), client());
        return { plan, sent: [...sent].sort(), seconds: ((performance.now() - started) / 1000).toFixed(1) };
      };
      const first = await loaded(dataset);
      const { graphs } = first.plan;
      const triples = graphs.reduce((sum, graph) => sum + graph.triples, 0);
      expect(triples).toBeGreaterThanOrEqual(size);
      expect(await counts(graphs)).toEqual(expected(graphs));
      const second = await loaded(dataset);
      expect(second.sent).toEqual([]);
      expect(await counts(graphs)).toEqual(expected(graphs));
      const third = await loaded(withOneClaimReworded(dataset));
      expect(third.sent).toEqual([
        `${dataset.base}graph/dataset`,
        `${dataset.base}graph/${dataset.articles[0]!.id}`,
      ]);
      expect(await counts(third.plan.graphs)).toEqual(expected(third.plan.graphs));
      console.warn(
        `${name}: ${triples} triples in ${graphs.length} graphs: ${first.seconds} s, again ${second.seconds} s, one claim changed ${third.seconds} s`,
      );
    });
  });
}

function withOneClaimReworded(dataset: Dataset): Dataset {
  const [article, ...others] = dataset.articles;
  const [claim, ...claims] = article!.claims;
  return {
    ...dataset,
    articles: [
      { ...article!, claims: [{ ...claim!, statement: { en: 'Said in other words.' } }, ...claims] },
      ...others,
    ],
  };
}

async function written(dataset: Dataset, path: string): Promise<string> {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, 'nquads', sink);
  writeFileSync(path, sink.toString());
  return path;
}

function graphSizes(dataset: Dataset): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { graph } of datasetToQuads(dataset)) sizes.set(graph.value, (sizes.get(graph.value) ?? 0) + 1);
  return sizes;
}

/** Counts that are neither those of the old dataset nor those of the new one. */
async function strangers(
  client: StoreClient,
  graphs: readonly string[],
  sizes: readonly ReadonlyMap<string, number>[],
): Promise<string[]> {
  const kept = await client.counts(graphs);
  return graphs.flatMap((graph) => {
    const count = kept.get(graph) ?? 0;
    return sizes.some((size) => size.get(graph) === count) ? [] : [`${graph}: ${count}`];
  });
}
