import { describe, expect, it } from 'vitest';
import { Channels, EMPHASIS, PRESENCE } from '../../../src/viewer/stage/channels.ts';
import { Clock, easeInOut, easeOut } from '../../../src/viewer/stage/easing.ts';
import { States, type Wanted } from '../../../src/viewer/stage/states.ts';
import { sampleScene } from './sample-scene.ts';

describe('values that change gently', () => {
  it('go from where they were to where they should be, in step with the clock', () => {
    const channels = new Channels(2);
    channels.put(0, PRESENCE, 1);
    expect(channels.aim(0, PRESENCE, 0)).toBe(true);
    expect([0, 0.5, 1].map((clock) => channels.at(0, PRESENCE, clock))).toEqual([1, 0.5, 0]);
    expect(channels.at(1, PRESENCE, 0.5)).toBe(0);
  });

  it('turn back from where they are', () => {
    const channels = new Channels(1);
    channels.aim(0, EMPHASIS, 1);
    expect([...channels.restart(0.4)]).toEqual([0]);
    channels.aim(0, EMPHASIS, 0);
    expect(channels.at(0, EMPHASIS, 0)).toBeCloseTo(0.4, 9);
    expect(channels.at(0, EMPHASIS, 1)).toBe(0);
  });

  it('are written again only while they are under way', () => {
    const channels = new Channels(3);
    channels.aim(1, EMPHASIS, 1);
    expect([...channels.restart(1)]).toEqual([1]);
    expect([...channels.restart(1)]).toEqual([]);
    expect(channels.aim(1, EMPHASIS, 1)).toBe(false);
  });
});

describe('the clock of changes', () => {
  it('starts at rest, runs for a fifth of a second, and takes no time where motion is reduced', () => {
    const clock = new Clock();
    expect([clock.at(0), clock.running(0)]).toEqual([1, false]);
    clock.restart(1000, false);
    expect([clock.at(1000), clock.at(1200), clock.running(1199), clock.running(1200)]).toEqual([
      0,
      1,
      true,
      false,
    ]);
    clock.restart(2000, true);
    expect([clock.at(2000), clock.running(2000)]).toEqual([1, false]);
  });

  it('eases without ever overshooting', () => {
    for (const ease of [easeOut, easeInOut]) {
      const steps = Array.from({ length: 101 }, (_, step) => ease(step / 100));
      expect([steps[0], steps[100]]).toEqual([0, 1]);
      expect(steps.every((value, at) => at === 0 || value >= steps[at - 1]!)).toBe(true);
    }
  });
});

const gently = () => false;

describe('the states of a stage', () => {
  const scene = sampleScene();
  const all = {
    nodes: new Uint8Array(scene.nodes.keys.length).fill(1),
    edges: new Uint8Array(scene.edges.keys.length).fill(1),
  };
  const nothing = { nodes: new Set<number>(), edges: new Set<number>() };
  const rest: Wanted = { shown: all, focus: undefined, selection: { ...nothing, accent: new Set() } };
  const on = (...nodes: number[]): Wanted => ({
    ...rest,
    focus: { nodes: new Set(nodes), edges: new Set() },
  });

  it('send again only what changed', () => {
    const states = new States(scene, rest);
    expect([...states.go(on(1, 2), 0, gently)!.nodes]).toEqual([1, 2]);
    expect([...states.go(on(2, 3), 500, gently)!.nodes].sort()).toEqual([1, 2, 3]);
    expect([...states.go(on(2, 3), 1000, gently)!.nodes].sort()).toEqual([1, 3]);
    expect([...states.go(on(2, 3), 1500, gently)!.nodes]).toEqual([]);
  });

  it('let all else recede while something is in focus, and come back after it', () => {
    const states = new States(scene, rest);
    states.go(on(1), 0, gently);
    expect([states.dim(0), states.dim(200)]).toEqual([0, 1]);
    states.go(rest, 1000, gently);
    expect([states.dim(1000), states.dim(1200)]).toEqual([1, 0]);
    expect(states.nodes.at(1, EMPHASIS, 1)).toBe(1);
  });

  it('fade hidden items out instead of dropping them', () => {
    const states = new States(scene, rest);
    const shown = { ...all, nodes: all.nodes.slice() };
    shown.nodes[0] = 0;
    expect([...states.go({ ...rest, shown }, 0, gently)!.nodes]).toEqual([0]);
    expect([0, 1].map((clock) => states.nodes.at(0, PRESENCE, clock))).toEqual([1, 0]);
  });

  it('go at once where there are too many to share a clock, and need no second sending', () => {
    const states = new States(scene, rest);
    const shown = { nodes: rest.shown.nodes.slice().fill(0, 0, 1), edges: rest.shown.edges };
    expect([...states.go({ ...rest, shown }, 0, (changes) => changes > 0)!.nodes]).toEqual([0]);
    expect(states.clock(0)).toBe(1);
    expect(states.nodes.from(0, PRESENCE)).toBe(0);
    expect(states.go({ ...rest, shown }, 10, gently)!.nodes.size).toBe(0);
  });

  it('put very many at once that come or go, and send all', () => {
    const size = 20_000;
    const large = { nodes: { keys: Array(size) }, edges: { keys: [] } } as unknown as typeof scene;
    const shownAs = (mark: number) => ({ nodes: new Uint8Array(size).fill(mark), edges: new Uint8Array(0) });
    const states = new States(large, { ...rest, shown: shownAs(1) });
    expect(states.go({ ...rest, shown: shownAs(0) }, 0, (changes) => changes > 8_000)).toBeUndefined();
    expect([states.nodes.from(7, PRESENCE), states.nodes.to(7, PRESENCE), states.clock(0)]).toEqual([
      0, 0, 1,
    ]);
    expect([...states.go({ ...rest, shown: shownAs(0) }, 10, gently)!.nodes]).toEqual([]);
  });
});
