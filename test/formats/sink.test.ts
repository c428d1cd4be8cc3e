import { describe, expect, it } from 'vitest';
import { CHUNK, join, pour, type Sink, StringSink } from '../../src/formats/index.ts';

function* parts(count: number, size: number): Generator<string, string> {
  for (let i = 0; i < count; i += 1) yield String(i % 10).repeat(size);
  return 'done';
}

describe('pour', () => {
  it('writes everything in order, ends the sink once and returns what the parts return', async () => {
    const sink = new StringSink();
    expect(await pour(parts(3, 2), sink)).toBe('done');
    expect([sink.toString(), sink.ended]).toEqual(['001122', true]);
  });

  it('gathers small parts into chunks of at least CHUNK code units', async () => {
    const sizes: number[] = [];
    await pour(parts(100_000, 10), { write: (chunk) => void sizes.push(chunk.length), end: () => {} });
    expect(sizes.slice(0, -1).every((size) => size >= CHUNK && size < CHUNK + 10)).toBe(true);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(1_000_000);
  });

  it('waits where the sink is full, and takes no part meanwhile', async () => {
    const events: string[] = [];
    function* watched(): Generator<string, void> {
      for (let i = 1; i <= 3; i += 1) {
        events.push(`part ${i}`);
        yield 'x'.repeat(CHUNK);
      }
    }
    const sink: Sink = {
      write: () => new Promise((free) => setTimeout(() => free(void events.push('free')), 1)),
      end: () => void events.push('end'),
    };
    await pour(watched(), sink);
    expect(events).toEqual(['part 1', 'free', 'part 2', 'free', 'part 3', 'free', 'end']);
  });

  it('leaves the sink without its end where the parts fail', async () => {
    const sink = new StringSink();
    const failing = (function* () {
      yield 'half';
      throw new Error('no more');
    })();
    await expect(pour(failing, sink)).rejects.toThrow('no more');
    expect(sink.ended).toBe(false);
  });
});

describe('join', () => {
  it('gives the text and what the parts return', () => {
    expect(join(parts(2, 1))).toEqual({ text: '01', result: 'done' });
  });
});
