/** Quads in any order come back graph by graph, each once, whatever goes to the disk on the way. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { foreignGraphs, GraphSpill, type SpillOptions } from '../../src/store/index.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'clew-spill-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const triple = (n: number, text = '') => `<urn:s${n}> <urn:p> "${n}${text}" .\n`;

/** @param lines of graphs, in the order in which they come */
function spilled(lines: readonly (readonly [graph: string, line: string])[], limits: Partial<SpillOptions>) {
  const spill = new GraphSpill({ dir, ...limits });
  const text = lines.map(([graph, line]) => line.replace('.\n', `<${graph}> .\n`)).join('');
  for (const quad of readQuads(text, 'nquads').quads) spill.add(quad);
  const source = spill.source();
  const graphs = [...source.graphs()].map((content) => {
    const whole = [...content.texts()].join('');
    // A second walk gives the same.
    expect([...content.texts()].join('')).toBe(whole);
    expect(content.hash()).toBe(createHash('sha256').update(whole).digest('hex'));
    return [content.graph, content.triples, whole] as const;
  });
  source.close?.();
  return graphs;
}

function expected(lines: readonly (readonly [string, string])[]) {
  return [...new Set(lines.map(([graph]) => graph))].sort().map((graph) => {
    const once = [...new Set(lines.flatMap(([of, line]) => (of === graph ? [line] : [])))].sort();
    return [graph, once.length, once.join('')] as const;
  });
}

describe('triples that go by way of the disk', () => {
  it.each<[string, Partial<SpillOptions>]>([
    ['all of them fit in memory', {}],
    ['a run holds a few', { run: 1 }],
    ['all together hold a few', { held: 1 }],
  ])('are each there once and in one order where %s', (_, limits) => {
    const wide = 'ő𝄞'.repeat(200);
    const lines = Array.from({ length: 600 }, (_, n) => {
      const number = (n * 7919) % 401;
      return [`urn:g${n % 3}`, triple(number, wide)] as const;
    });
    expect(spilled(lines, limits)).toEqual(expected(lines));
    const inOrder = [...lines].sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1));
    expect(spilled(inOrder, limits)).toEqual(expected(lines));
  });

  it('are the same as in memory for any order and number', () => {
    const line = fc.tuple(fc.constantFrom('urn:a', 'urn:b'), fc.nat(60), fc.nat(3));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 80 }), fc.boolean(), (drawn, small) => {
        const lines = drawn.map(([graph, n, size]) => [graph, triple(n, 'x'.repeat(size * 12_000))] as const);
        expect(spilled(lines, small ? { run: 1 } : {})).toEqual(expected(lines));
      }),
      { numRuns: 40 },
    );
  });

  it('may be longer than what is read at once', () => {
    const lines = [2, 1].map((n) => ['urn:g', triple(n, 'ő'.repeat(400_000))] as const);
    expect(spilled(lines, {})).toEqual(expected(lines));
  });

  it('leave nothing on the disk, where they are loaded and where they are refused', async () => {
    const lists = async function* (text: string) {
      yield readQuads(text, 'nquads').quads;
    };
    const options = { file: 'x.nq', graph: undefined, scope: () => 'x', spill: { dir } };
    const opened = await foreignGraphs(lists('<urn:a> <urn:b> _:c <urn:g> .\n'), options, () => false);
    expect(opened!.warnings.map(({ code }) => code)).toEqual(['skolemised']);
    opened!.source.close?.();
    await expect(foreignGraphs(lists(triple(1) + triple(2)), options, () => false)).rejects.toThrow(
      '2 triples name no graph to go into',
    );
    expect(await foreignGraphs(lists(triple(1)), options, () => true)).toBeUndefined();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('say where there is no room for them', () => {
    expect(() => new GraphSpill({ dir: join(dir, 'nowhere') })).toThrow(/ENOENT .*TMPDIR/s);
  });
});
