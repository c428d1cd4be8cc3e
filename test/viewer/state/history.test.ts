import { describe, expect, it } from 'vitest';
import { HISTORY_LIMIT, record, redo, startHistory, undo } from '../../../src/viewer/state/history.ts';

describe('the history', () => {
  const three = record(record(startHistory('a'), 'b'), 'c');

  it('goes back and forward again', () => {
    expect(undo(three)).toEqual({ past: ['a'], present: 'b', future: ['c'] });
    expect(redo(undo(three))).toEqual(three);
  });

  it('stays where there is no further step', () => {
    const start = startHistory('a');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });

  it('forgets what was undone when another step is taken', () => {
    expect(record(undo(three), 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
  });

  it('remembers a bounded number of steps', () => {
    let history = startHistory(0);
    for (let step = 1; step <= HISTORY_LIMIT + 5; step += 1) history = record(history, step);
    expect(history.past.length).toBe(HISTORY_LIMIT);
    expect(history.past[0]).toBe(5);
  });
});
