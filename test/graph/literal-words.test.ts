import { describe, expect, it } from 'vitest';
import { literalWords, READING_WORDS } from '../../src/graph/index.ts';

const { en, vi } = READING_WORDS;
const decimal = 'xsd:decimal';

describe('a literal', () => {
  it('is a number as the reader’s language writes it', () => {
    expect(literalWords({ value: '1234567.5', datatype: decimal }, en)).toBe('1,234,567.5');
    expect(literalWords({ value: '1234567.5', datatype: decimal }, vi)).toBe('1.234.567,5');
  });

  it('is a range with its unit, which does not leave it at the end of a line', () => {
    const range = { min: '80', max: '120', datatype: decimal, unit: 'percent' };
    expect(literalWords(range, en)).toBe('80–120\u00a0%');
    expect(literalWords(range, vi)).toBe('80–120\u00a0%');
  });

  it('may be open to one side', () => {
    expect(literalWords({ min: '3', datatype: 'xsd:integer' }, en)).toBe('at least 3');
    expect(literalWords({ max: '3', datatype: 'xsd:integer' }, vi)).toBe('nhiều nhất 3');
  });

  it('is a date in words, or yes and no', () => {
    expect(literalWords({ value: '2024-08', datatype: 'xsd:gYearMonth' }, en)).toBe('August 2024');
    expect(literalWords({ value: 'true', datatype: 'xsd:boolean' }, vi)).toBe('có');
  });

  it('stays as it is written where it is text, or a number longer than a double', () => {
    expect(literalWords({ value: '0042' }, en)).toBe('0042');
    expect(literalWords({ value: '12345678901234567890', datatype: 'xsd:integer' }, en)).toBe(
      '12345678901234567890',
    );
    expect(literalWords({ value: 'INF', datatype: 'xsd:double' }, en)).toBe('INF');
  });
});
