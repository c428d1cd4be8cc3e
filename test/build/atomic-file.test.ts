import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AtomicFile, discardOpenFiles } from '../../src/build/atomic-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clew-atomic-'));
});
afterEach(() => {
  discardOpenFiles();
  rmSync(dir, { recursive: true });
});

describe('AtomicFile', () => {
  it('leaves the old file whole until it is committed', () => {
    const path = join(dir, 'a.ttl');
    writeFileSync(path, 'old');
    const file = new AtomicFile(path);
    file.write('n'.repeat(200_000));
    file.end();
    expect(readFileSync(path, 'utf8')).toBe('old');
    file.commit();
    expect(readFileSync(path, 'utf8')).toBe('n'.repeat(200_000));
    expect(readdirSync(dir)).toEqual(['a.ttl']);
  });

  it('leaves nothing behind when it is discarded', () => {
    const file = new AtomicFile(join(dir, 'a.ttl'));
    file.write('half');
    file.discard();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('discards every open file at once, as on Ctrl-C', () => {
    writeFileSync(join(dir, 'b.ttl'), 'old');
    for (const name of ['a.ttl', 'b.ttl']) new AtomicFile(join(dir, name)).write('x'.repeat(100_000));
    discardOpenFiles();
    expect(readdirSync(dir)).toEqual(['b.ttl']);
    expect(readFileSync(join(dir, 'b.ttl'), 'utf8')).toBe('old');
  });

  it('holds what was written, whatever the sizes of the chunks', () => {
    const chunks = [
      'a',
      'ệ😀'.repeat(20_000),
      '',
      '😀',
      'b'.repeat(43_690),
      'ệ'.repeat(43_691),
      'x'.repeat(300_000),
    ];
    const file = new AtomicFile(join(dir, 'a'));
    for (const chunk of [...chunks, ...chunks]) file.write(chunk);
    file.commit();
    expect(readFileSync(join(dir, 'a'), 'utf8')).toBe(chunks.join('').repeat(2));
  });

  it('counts bytes, not characters', () => {
    const file = new AtomicFile(join(dir, 'a'));
    file.write('ệ😀');
    file.end();
    expect(file.bytes).toBe(7);
    file.commit();
  });

  it('says which folder cannot be written', () => {
    expect(() => new AtomicFile(join(dir, 'missing', 'a.ttl'))).toThrow(/ENOENT.*missing/);
  });
});
