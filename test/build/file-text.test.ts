import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileText } from '../../src/build/file-text.ts';

const dir = mkdtempSync(join(tmpdir(), 'clew-file-text-'));
afterAll(() => rmSync(dir, { recursive: true }));

function fileOf(bytes: string | Uint8Array): string {
  const path = join(dir, 'text.ttl');
  writeFileSync(path, bytes);
  return path;
}

describe('a text read from its file in pieces', () => {
  const text = 'ệ 🧶 \ufeff\n'.repeat(9);

  it.each([1, 2, 3, 5, 7, 1000])('is the same whatever pieces of %i bytes part, and once more', (lump) => {
    const pieces = new FileText(fileOf(text), lump);
    expect([...pieces].join('')).toBe(text);
    expect([...pieces].join('')).toBe(text);
    if (lump < 1000) expect([...pieces].length).toBeGreaterThan(5);
  });

  it('loses the mark at its start alone', () => {
    expect([...new FileText(fileOf(`\ufeff${text}`), 2)].join('')).toBe(text);
  });

  it('of an empty file has no pieces', () => {
    expect([...new FileText(fileOf(''))]).toEqual([]);
  });

  it.each([
    ['within', Uint8Array.of(0x61, 0x0a, 0x62, 0xff, 0x63)],
    ['at the end', Uint8Array.of(0x61, 0x0a, 0x62, 0xe1, 0xbb)],
  ])('that is not UTF-8 %s is refused with its place', (_, bytes) => {
    const path = fileOf(bytes);
    const place = { file: path, line: 2, column: 2 };
    expect(() => [...new FileText(path, 2)]).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'not-utf8', place })] }),
    );
  });
});
