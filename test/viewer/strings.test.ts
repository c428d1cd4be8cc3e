import { describe, expect, it } from 'vitest';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, STRINGS } from '../../src/viewer/strings/index.ts';

/** Every text of a tree of strings by its path; those made by functions with sample values. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const words = value(...Array.from({ length: value.length }, () => 2)) as string | undefined;
    return [[path, words ?? '(none)']];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe.each(LANGUAGES)('the strings in %s', (language) => {
  it('are all there, and none has a gap in it', () => {
    const bad = texts(STRINGS[language]).filter(
      ([, text]) => !/\S/.test(text) || /undefined|NaN|\[object/.test(text),
    );
    expect(bad).toEqual([]);
  });
});

describe('the two languages', () => {
  it('have the same keys', () => {
    const keys = (language: (typeof LANGUAGES)[number]) => texts(STRINGS[language]).map(([path]) => path);
    expect(keys('vi')).toEqual(keys('en'));
  });

  it('count by their own rules', () => {
    expect([0, 1, 2, 1200].map(STRINGS.en.claims)).toEqual([
      '0 claims',
      '1 claim',
      '2 claims',
      '1,200 claims',
    ]);
    expect([1, 2, 1200].map(STRINGS.vi.claims)).toEqual(['1 nhận định', '2 nhận định', '1.200 nhận định']);
    expect(STRINGS.en.madeFrom(1, 2, 1)).toBe('1 claim about 2 entities, from one article');
  });

  it.each(LANGUAGES)('write numbers in %s as its locale does', (language) => {
    const strings = STRINGS[language];
    const numbers = [0, 1, 9, 10, 999, 1_000, 9_999, 10_000, 123_456, 999_999, 1_000_000, 1_234_567_890];
    const locale = new Intl.NumberFormat(strings.locale);
    for (const n of numbers) expect(strings.moreRows(n)).toContain(` ${locale.format(n)}`);
    const share = new Intl.NumberFormat(strings.locale, { style: 'percent' });
    for (const n of [0, 0.004, 0.06, 0.5, 0.999, 1]) {
      expect(strings.opening.percent(n)).toBe(share.format(n));
    }
  });

  it('are chosen by the reader’s own, else English', () => {
    expect(chooseLanguage(['fr-FR', 'vi-VN', 'en'])).toBe('vi');
    expect(chooseLanguage(['fr'])).toBe('en');
    expect(chooseLanguage([])).toBe('en');
    expect(Object.keys(LANGUAGE_NAMES)).toEqual([...LANGUAGES]);
  });
});
