import { describe, expect, it } from 'vitest';
import { literalText } from '../../../src/viewer/state/literal-text.ts';
import { STRINGS } from '../../../src/viewer/strings/index.ts';

const { en, vi } = STRINGS;
const decimal = 'xsd:decimal';

describe('a literal', () => {
  it('is a number as the reader’s language writes it', () => {
    expect(literalText({ value: '1234567.5', datatype: decimal }, en)).toBe('1,234,567.5');
    expect(literalText({ value: '1234567.5', datatype: decimal }, vi)).toBe('1.234.567,5');
  });

  it('is a range with its unit, which does not leave it at the end of a line', () => {
    const range = { min: '80', max: '120', datatype: decimal, unit: 'percent' };
    expect(literalText(range, en)).toBe('80–120\u00a0%');
    expect(literalText(range, vi)).toBe('80–120\u00a0%');
  });

  it('may be open to one side', () => {
    expect(literalText({ min: '3', datatype: 'xsd:integer' }, en)).toBe('at least 3');
    expect(literalText({ max: '3', datatype: 'xsd:integer' }, vi)).toBe('nhiều nhất 3');
  });

  it('is a date in words, or yes and no', () => {
    expect(literalText({ value: '2024-08', datatype: 'xsd:gYearMonth' }, en)).toBe('August 2024');
    expect(literalText({ value: 'true', datatype: 'xsd:boolean' }, vi)).toBe('có');
  });

  it('stays as it is written where it is text, or a number longer than a double', () => {
    expect(literalText({ value: '0042' }, en)).toBe('0042');
    expect(literalText({ value: '12345678901234567890', datatype: 'xsd:integer' }, en)).toBe(
      '12345678901234567890',
    );
    expect(literalText({ value: 'INF', datatype: 'xsd:double' }, en)).toBe('INF');
  });
});
