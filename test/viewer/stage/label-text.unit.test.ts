import { describe, expect, it } from 'vitest';
import { fitText, inertText, isRightToLeft } from '../../../src/viewer/stage/label-text.ts';

/** Every character one unit wide, whatever it is. */
const count = (text: string) => [...text].length;

describe('inert text', () => {
  it('loses what could turn or hide what stands around it', () => {
    expect(inertText('a\u202egnp.exe\u2066b\u2069')).toBe('agnp.exeb');
  });

  it('is one line without control characters', () => {
    expect(inertText(' a\n\tb\u0000c\u2028d ')).toBe('a b c d');
  });

  it('keeps what scripts need: joiners, marks, letters beyond the basic plane', () => {
    const text = 'می\u200cخواهم 👩\u200d🚀 ế 𠮷';
    expect(inertText(text)).toBe(text);
  });

  it('stops marks that pile up on one letter, and mends half characters', () => {
    expect(inertText(`z${'\u0301'.repeat(50)}`)).toBe(`z${'\u0301'.repeat(6)}`);
    expect(inertText('a\ud83d')).toBe('a\ufffd');
  });
});

describe('text that must fit', () => {
  it('is left alone where it fits', () => {
    expect(fitText('Quick Tern', 10, count)).toBe('Quick Tern');
  });

  it('is cut with an ellipsis, not after a space', () => {
    expect(fitText('Quick Tern II', 7, count)).toBe('Quick…');
  });

  it('is never cut within what a person sees as one character', () => {
    expect(fitText('a👩‍👩‍👧‍👦b', 3, count)).toBe('a…');
    expect(fitText('e\u0302\u0301e\u0302\u0301e', 5, count)).toBe('e\u0302\u0301…');
  });

  it('measures a text of 10,000 characters a few times only', () => {
    let calls = 0;
    const cut = fitText('w'.repeat(10_000), 12, (text) => {
      calls += 1;
      return count(text);
    });
    expect(cut).toBe(`${'w'.repeat(11)}…`);
    expect(calls).toBeLessThan(12);
  });
});

describe('the direction of a text', () => {
  it('is that of its first letter', () => {
    expect(['שלום', '12 مرحبا', 'Tern שלום', '統一', '42', ''].map(isRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
