import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { App } from '../../../src/viewer/state/app.ts';
import { createArranging } from '../../../src/viewer/state/arranging.ts';
import type { Places } from '../../../src/viewer/state/places.ts';
import { STRINGS } from '../../../src/viewer/strings/index.ts';
import type { AskOptions } from '../../../src/viewer/worker/background.ts';

let report: NonNullable<AskOptions['onProgress']>;

/** The part of an application that the layout asks for, with a worker that says once where entities are and never ends. */
function appOf(count: number, said: Float64Array) {
  const ids = Array.from({ length: count }, (_, at) => `e${at}`);
  const state = signal<{ places: Places; pinned: ReadonlySet<string> }>({
    places: new Map(),
    pinned: new Set(),
  });
  const announcement = signal('');
  const app = {
    state,
    shown: signal({ entities: new Set(ids), drawn: new Set() }),
    catalog: { entities: new Map(ids.map((id) => [id, {}])), claims: new Map() },
    strings: signal(STRINGS.en),
    announcement,
    background: {
      ask: (_: string, __: unknown, { onProgress }: AskOptions) => {
        onProgress?.({ stage: 'arranging', done: 1, places: said });
        report = onProgress!;
        return new Promise(() => {});
      },
    },
    change: (turn: (now: typeof state.value) => typeof state.value) => {
      state.value = turn(state.value);
    },
  };
  return { app: app as unknown as App, state, announcement };
}

describe('the layout, paused', () => {
  it.each([
    ['small', 10],
    ['large, whose way there is not shown', 7_000],
  ])('leaves entities where they are by then: a graph that is %s', (_, count) => {
    const { app, state } = appOf(
      count,
      Float64Array.from({ length: 2 * count }, (__, at) => at),
    );
    const arranging = createArranging(app);
    void arranging.run();
    expect(arranging.carried.value?.size).toBe(count <= 10 ? count : undefined);
    arranging.pause();
    expect([arranging.running.value, arranging.carried.value]).toEqual([false, undefined]);
    expect(state.value.places.size).toBe(count);
    expect(state.value.places.get('e3')).toEqual({ x: 6, y: 7 });
  });
});

describe('the layout of a large graph, under way', () => {
  it('says how far it has come once it has run for a while: always on the page, and aloud ten times at most', () => {
    const places = new Float64Array(14_000);
    const { app, announcement } = appOf(7_000, places);
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const arranging = createArranging(app);
    void arranging.run();
    const said: string[] = [];
    announcement.subscribe((words) => said.push(words));
    const shares: (number | undefined)[] = [];
    for (let done = 0; done < 7_000; done += 70) {
      clock.mockReturnValue(20 * done);
      report({ stage: 'arranging', done, total: 7_000, places });
      shares.push(arranging.share.value);
    }
    clock.mockRestore();
    expect(shares[0]).toBeUndefined();
    expect(shares.slice(1)).toEqual(Array.from({ length: 99 }, (_, at) => (at + 1) / 100));
    expect(said).toEqual([
      'The layout runs',
      ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((percent) => `The layout runs: ${percent}%`),
    ]);
    arranging.pause();
    expect(arranging.share.value).toBeUndefined();
  });
});
