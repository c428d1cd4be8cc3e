import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matchSource } from '../../../src/viewer/state/source-text.ts';
import { sampleArticle } from '../../fixtures/sample.ts';

const bytesOf = (data: string | Uint8Array): ArrayBuffer => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return bytes.slice().buffer as ArrayBuffer;
};
const articleOf = (data: string | Uint8Array, codePoints: number) => ({
  ...sampleArticle,
  text: {
    sha256: createHash('sha256')
      .update(new Uint8Array(bytesOf(data)))
      .digest('hex'),
    codePoints,
  },
});
const text = '\ufeffTàu 🚢 đến.';

describe('a file that the reader brings', () => {
  it('is known by its hash, and read by code points after its byte order mark', async () => {
    const match = await matchSource(
      bytesOf(text),
      [sampleArticle, articleOf(text, [...text].length - 1)],
      crypto.subtle,
    );
    expect('text' in match && [match.article, match.text.slice({ start: 4, end: 5 })]).toEqual([
      'harbour',
      '🚢',
    ]);
  });

  it('is refused where it is no article’s text, or not as long as one', async () => {
    expect(await matchSource(bytesOf('other'), [articleOf(text, 12)], crypto.subtle)).toEqual({
      problem: 'no-match',
    });
    expect(await matchSource(bytesOf(text), [articleOf(text, 3)], crypto.subtle)).toEqual({
      problem: 'no-match',
    });
  });

  it('is refused where it is not UTF-8', async () => {
    const bytes = Uint8Array.of(0x63, 0xff, 0xfe);
    expect(await matchSource(bytesOf(bytes), [articleOf(bytes, 3)], crypto.subtle)).toEqual({
      problem: 'not-utf8',
    });
  });

  it('can’t be checked where the page has no cryptography', async () => {
    expect(await matchSource(bytesOf(text), [articleOf(text, 12)], undefined)).toEqual({
      problem: 'no-hash',
    });
  });
});
