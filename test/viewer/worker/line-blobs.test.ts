import { expect, it } from 'vitest';
import { PIECE } from '../../../src/formats/index.ts';
import { LineBlobs } from '../../../src/viewer/worker/line-blobs.ts';

const written = async (...chunks: string[]) => {
  const sink = new LineBlobs();
  for (const chunk of chunks) sink.write(chunk);
  sink.end();
  return Promise.all(sink.blobs.map((blob) => blob.text()));
};

it('a text comes in pieces of whole lines, and together they are the text', async () => {
  const line = `${'đ'.repeat(1_000)}\n`;
  const lines = Array.from({ length: 6_000 }, () => line);
  const pieces = await written(...lines, 'the end');
  expect(pieces.length).toBe(3);
  expect(pieces.join('')).toBe(`${lines.join('')}the end`);
  for (const piece of pieces.slice(0, -1)) {
    expect(piece.endsWith('\n')).toBe(true);
    expect(piece.length).toBeLessThan(PIECE + line.length);
  }
});

it('a line that is longer than a piece stays whole, and a short text is one piece', async () => {
  const long = 'x'.repeat(PIECE + 5);
  expect(await written('a\n', long, '\n', 'b')).toEqual([`a\n${long}\n`, 'b']);
  expect(await written('a\nb')).toEqual(['a\nb']);
  expect(await written()).toEqual([]);
});
