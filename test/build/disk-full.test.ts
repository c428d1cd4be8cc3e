import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTPUT_FORMATS } from '../../src/build/index.ts';
import { cli, DATA, ROOT } from '../cli/run-cli.ts';

/** Bytes that still go onto the disk; the write that passes them is short, the next one finds it full. */
const disk = vi.hoisted(() => ({
  left: Number.POSITIVE_INFINITY,
  when: 'write' as 'write' | 'sync' | 'rename',
}));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const isFull = (when: string) => disk.when === when && Number.isFinite(disk.left);
  return {
    ...fs,
    writeSync: (descriptor: number, bytes: Uint8Array, at = 0, length = bytes.length - at) => {
      if (disk.left <= 0 && disk.when === 'write') throw full();
      const room = disk.when === 'write' ? Math.min(length, disk.left) : length;
      disk.left -= room;
      return fs.writeSync(descriptor, bytes, at, room);
    },
    writeFileSync: (file: string, data: string | Uint8Array, options?: object) => {
      disk.left -= data.length;
      if (disk.left < 0 && disk.when === 'write') throw full();
      return fs.writeFileSync(file, data, options);
    },
    fsyncSync: (descriptor: number) => {
      if (isFull('sync')) throw full();
      fs.fsyncSync(descriptor);
    },
    renameSync: (from: string, to: string) => {
      if (isFull('rename')) throw full();
      fs.renameSync(from, to);
    },
  };
});

let dir: string;
const fill = (left: number, when: (typeof disk)['when'] = 'write') => Object.assign(disk, { left, when });
const empty = () => fill(Number.POSITIVE_INFINITY);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clew-full-'));
});
afterEach(() => {
  empty();
  rmSync(dir, { recursive: true });
});

const GRAPH = join(ROOT, 'exports', 'chinese-ai.json');
/** The description is of the other files of a build; the viewer's page needs the viewer built, and is written in one go. */
const FORMATS = OUTPUT_FORMATS.filter((format) => format !== 'void.ttl' && format !== 'html');

describe('a disk that is full', () => {
  it.each(FORMATS)(
    'leaves the old .%s as it was, or none, when it fills up under convert',
    async (format) => {
      const [old, none] = [join(dir, `old.${format}`), join(dir, `none.${format}`)];
      writeFileSync(old, 'old');
      for (const [path, left, when] of [
        [old, 3000, 'write'],
        [none, 3000, 'write'],
        [old, 0, 'sync'],
        [none, 0, 'rename'],
      ] as const) {
        fill(left, when);
        const { code, err } = await cli('convert', GRAPH, path);
        empty();
        expect([code, err]).toEqual([1, expect.stringContaining('the disk is full')]);
        expect(readdirSync(dir)).toEqual([`old.${format}`]);
        expect(readFileSync(old, 'utf8')).toBe('old');
      }
    },
  );

  it('leaves all files of the last build, also where it fills up with the last one', async () => {
    const args = ['build', DATA, '--out', dir, '--formats', 'nt,edges.csv,void.ttl'];
    expect((await cli(...args)).code).toBe(0);
    const before = contents();
    const whole = Object.values(before).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    for (const left of [0, 1, 200_000, whole - 1]) {
      fill(left);
      const { code } = await cli(...args, '--implied');
      empty();
      expect(code).toBe(1);
      expect(contents()).toEqual(before);
    }
  });

  it('leaves no half a site', async () => {
    const out = join(dir, 'site');
    const site = (left: number) => {
      fill(left);
      return cli('site', DATA, '--out', out).finally(empty);
    };
    writeFileSync(join(dir, 'beside'), '');
    for (const left of [1000, 5_000_000]) {
      expect((await site(left)).code).toBe(1);
      expect(readdirSync(dir)).toEqual(['beside']);
    }
  });
});

function contents(): Record<string, string> {
  return Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}
