import { describe, expect, it, vi } from 'vitest';
import { finish, type Steps } from '../../src/model/index.ts';
import { inTurns } from '../../src/viewer/turns.ts';

describe('work in turns', () => {
  function* counting(steps: number, done: number[] = []): Steps<number> {
    for (let step = 1; step <= steps; step += 1) {
      done.push(step);
      yield;
    }
    return steps;
  }

  it('is done at once where it is short', async () => {
    const done: number[] = [];
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const answer = inTurns(counting(5, done), () => done.push(0));
    expect(done).toEqual([1, 2, 3, 4, 5]);
    expect(await answer).toBe(5);
    expect(done).not.toContain(0);
    clock.mockRestore();
  });

  it('lets other tasks in between where it is long, and says so at the end of each turn', async () => {
    const done: number[] = [];
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 25));
    const answer = inTurns(counting(4, done), () => done.push(0));
    expect(done).toEqual([1, 2, 0]);
    expect(await answer).toBe(4);
    expect(done).toEqual([1, 2, 0, 3, 4, 0, 0]);
    clock.mockRestore();
  });

  it('passes on what its work throws', async () => {
    function* failing(): Steps<void> {
      yield;
      throw new RangeError('no further');
    }
    await expect(inTurns(failing())).rejects.toThrow('no further');
    expect(() => finish(failing())).toThrow('no further');
  });
});
