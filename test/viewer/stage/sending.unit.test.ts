import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Scene } from '../../../src/viewer/stage/scene.ts';
import { Sending, SLICE } from '../../../src/viewer/stage/sending.ts';

const keys = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

/** A graph of so many nodes and edges, and how many items each writing of its buffers named. */
function begun(nodes: number, edges: number) {
  const sent: number[] = [];
  const buffers = {
    write: (nodes: Iterable<number>, edges: Iterable<number>) =>
      void sent.push([...nodes].length + [...edges].length),
  };
  const sigma = { scheduleRender: () => sigma as never };
  const scene = { nodes: { keys: keys('n', nodes) }, edges: { keys: keys('e', edges) } };
  return {
    sent,
    sending: new Sending(sigma, buffers, scene as unknown as Scene),
  };
}

const items = (nodes: number, edges: number) => ({
  nodes: new Set(Array(nodes).keys()),
  edges: new Set(Array(edges).keys()),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('little is sent at once, all of a small graph too', () => {
  const { sent, sending } = begun(3, 4);
  sending.send(items(2, 1));
  sending.send();
  expect(sent).toEqual([3, 7]);
  expect(sending.busy).toBe(false);
});

it('much is sent slice by slice, each in a task of its own, what comes meanwhile with it', () => {
  const { sent, sending } = begun(SLICE, SLICE);
  sending.send(items(SLICE, 5));
  expect([sent, sending.busy]).toEqual([[], true]);
  vi.advanceTimersToNextTimer();
  expect(sent).toEqual([SLICE]);
  sending.send(items(1, 2));
  vi.runAllTimers();
  // The node comes a second time: it may have changed since.
  expect(sent).toEqual([SLICE, 6]);
  expect(sending.busy).toBe(false);
});

it('nothing is sent any more once it is ended', () => {
  const { sent, sending } = begun(SLICE, 1);
  sending.send();
  sending.kill();
  vi.runAllTimers();
  expect(sent).toEqual([]);
});
