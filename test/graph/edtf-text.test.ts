import { describe, expect, it } from 'vitest';
import { edtfText, READING_WORDS } from '../../src/graph/index.ts';

describe('a partial date in English', () => {
  it.each([
    ['2024', '2024'],
    ['2024-08', 'August 2024'],
    ['2024-08-13', '13 August 2024'],
    ['2024-08-13T09:30:00Z', '13 August 2024, 09:30 UTC'],
    ['2024-08-13T09:30:00+07:00', '13 August 2024, 09:30 UTC+07:00'],
    ['2024?', '2024, uncertain'],
    ['2024-08~', 'about August 2024'],
    ['2024%', 'about 2024, uncertain'],
    ['202X', 'the 2020s'],
    ['19XX', 'the 20th century'],
    ['2024-XX', '2024'],
    ['2024-08-XX', 'August 2024'],
    ['2024-21', 'spring 2024'],
    ['2024-24', 'winter 2024'],
    ['2024-06/2024-08', 'June 2024 to August 2024'],
    ['../2024-08', 'until August 2024'],
    ['2022/..', 'since 2022'],
    ['2022/', 'since 2022'],
    ['-0043-03', 'March 44 BC'],
    ['0090', '90'],
  ])('%s reads “%s”', (edtf, text) => expect(edtfText(edtf, READING_WORDS.en)).toBe(text));

  it.each(['[1667,1668]', 'Y-17E7', '2024-13', 'soon', '', 'a/b/c', '2024/soon', '/..'])(
    'leaves “%s”, for which it has no words, as it stands',
    (edtf) => expect(edtfText(edtf, READING_WORDS.en)).toBe(edtf),
  );
});

describe('a partial date in Vietnamese', () => {
  it.each([
    ['2024-08', 'tháng 8 năm 2024'],
    ['2024~', 'khoảng 2024'],
    ['2022/..', 'từ 2022'],
    ['2024-23', 'mùa thu 2024'],
    ['202X', 'thập niên 2020'],
  ])('%s reads “%s”', (edtf, text) => expect(edtfText(edtf, READING_WORDS.vi)).toBe(text));
});
