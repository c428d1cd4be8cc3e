/** What became of spans when a text changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignWords } from '../../src/corpus/align-texts.ts';
import { longestChain } from '../../src/corpus/anchor-chain.ts';
import { anchorDrift } from '../../src/corpus/index.ts';
import { CodePointText } from '../../src/model/index.ts';

const OLD =
  'The ferry sails at noon. The mayor waves. The union waits for news of the ferry, and the mayor waves again.';

/** The drift of some words of the old text, with spans as the words that they cut out. */
function fate(words: string, now: string): unknown[] {
  const start = [...OLD.slice(0, OLD.indexOf(words))].length;
  const [drift] = anchorDrift(OLD, now, [{ start, end: start + [...words].length }]);
  const text = new CodePointText(now);
  const { status, to, candidates, likeness } = drift!;
  const cut = to ? text.slice(to) : candidates?.map((span) => text.slice(span));
  return [status, ...(cut === undefined ? [] : [cut]), ...(likeness === undefined ? [] : [likeness])];
}

describe('the words of a span', () => {
  test('stand where they stood', () => {
    expect(fate('mayor waves', OLD)).toEqual(['exact', 'mayor waves']);
    expect(fate('mayor waves', OLD.replace('again', 'once more'))).toEqual(['exact', 'mayor waves']);
  });

  test('moved, and white space between them does not matter', () => {
    expect(fate('sails at noon', `Today: ${OLD.replace('at noon', 'at\n  noon')}`)).toEqual([
      'moved',
      'sails at\n  noon',
    ]);
    expect(
      fate(
        'union waits',
        OLD.replace('The mayor waves. The union waits', 'The union waits. The mayor waves'),
      ),
    ).toEqual(['moved', 'union waits']);
  });

  test('stand at several places, and no context tells which', () => {
    expect(fate('The mayor waves', 'Quiet! The mayor waves, quiet! The mayor waves, quiet!')).toEqual([
      'ambiguous',
      ['The mayor waves', 'The mayor waves'],
    ]);
    expect(fate('The mayor waves', OLD.replaceAll('.', '!'))).toEqual(['exact', 'The mayor waves']);
  });

  test('changed, in the place between what stayed', () => {
    expect(
      fate('union waits for news', OLD.replace('union waits for news', 'union hopes for good news')),
    ).toEqual(['changed', 'union hopes for good news', 6 / 9]);
  });

  test('are gone', () => {
    expect(
      fate('union waits for news', OLD.replace('The union waits for news of the ferry, and ', '')),
    ).toEqual(['orphaned']);
    expect(fate('union waits for news', 'Nothing of that here.')).toEqual(['orphaned']);
    expect(fate('union waits for news', '')).toEqual(['orphaned']);
  });
});

describe('for any text', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'đò', '🚢x', '.');
  const words = fc.array(word, { maxLength: 40 });

  test('what is put before it moves every span by its length', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-zđê]{1,6}$/), { minLength: 1, maxLength: 30 }),
        words,
        (list, before) => {
          const old = list.join(' ');
          const prefix = before.map((piece) => `${piece.toUpperCase()}| `).join('');
          const length = [...prefix].length;
          const span = { start: 0, end: list[0]!.length };
          expect(anchorDrift(old, prefix + old, [span])).toEqual([
            {
              span,
              status: length === 0 ? 'exact' : 'moved',
              to: { start: span.start + length, end: span.end + length },
            },
          ]);
        },
      ),
    );
  });

  test('an alignment joins equal words in their order, and whole texts that are equal', () => {
    fc.assert(
      fc.property(words, words, (old, now) => {
        const partner = [...alignWords(old, now)];
        const joined = partner.flatMap((target, i) => (target < 0 ? [] : [[i, target] as const]));
        for (const [i, target] of joined) expect(now[target]).toBe(old[i]);
        expect(joined.map(([, target]) => target)).toEqual(
          [...new Set(joined.map(([, target]) => target))].sort((a, b) => a - b),
        );
      }),
    );
  });

  test('a chain is the longest one that rises on both sides', () => {
    const matches = fc.array(fc.record({ old: fc.nat(9), now: fc.nat(9) }), { maxLength: 9 });
    const rises = (list: readonly { old: number; now: number }[]) =>
      list.every((match, i) => i === 0 || (match.old > list[i - 1]!.old && match.now > list[i - 1]!.now));
    fc.assert(
      fc.property(matches, (list) => {
        const sorted = [...list].sort((a, b) => a.old - b.old || a.now - b.now);
        let longest = 0;
        for (let mask = 0; mask < 1 << sorted.length; mask += 1) {
          const some = sorted.filter((_, i) => mask & (1 << i));
          if (some.length > longest && rises(some)) longest = some.length;
        }
        const chain = longestChain(list);
        expect(rises(chain)).toBe(true);
        expect(chain).toHaveLength(longest);
      }),
      { numRuns: 60 },
    );
  });
});
