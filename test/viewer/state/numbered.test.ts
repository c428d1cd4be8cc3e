import { describe, expect, it } from 'vitest';
import { MarkedSet } from '../../../src/viewer/state/numbered.ts';

const names = ['a', 'b', 'c', 'd'];
const all = { names, numbers: new Map(names.map((name, at) => [name, at])) };
const marked = new MarkedSet(all, Uint8Array.from([0, 1, 0, 1]));

describe('marked names', () => {
  it('read as a set of them, in the order of their numbers', () => {
    expect([...marked]).toEqual(['b', 'd']);
    expect([...marked.keys()]).toEqual([...new Set(['b', 'd']).keys()]);
    expect([...marked.entries()]).toEqual([...new Set(['b', 'd']).entries()]);
    expect(new Set(marked)).toEqual(new Set(['b', 'd']));
    expect(marked.size).toBe(2);
    const visited: unknown[] = [];
    marked.forEach((name, again, set) => {
      visited.push([name, again, set === marked]);
    });
    expect(visited).toEqual([
      ['b', 'b', true],
      ['d', 'd', true],
    ]);
  });

  it('have what is marked, and miss the rest of what is numbered', () => {
    expect(['a', 'b', 'z'].map((name) => marked.has(name))).toEqual([false, true, false]);
    expect([...marked.missing()]).toEqual(['a', 'c']);
  });
});
