import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalForm, isLexicalForm } from '../../src/rdf/lexical-forms.ts';

const xsd = (name: string) => `http://www.w3.org/2001/XMLSchema#${name}`;

test.each([
  ['integer', ['0', '-7', '+042', '9'.repeat(40)], ['', '4.2', '42x', ' 42', '٤']],
  ['nonNegativeInteger', ['0', '12'], ['-1', '1.0']],
  ['positiveInteger', ['1'], ['0', '-1']],
  ['int', ['-2147483648', '2147483647'], ['2147483648']],
  ['decimal', ['1', '1.50', '.5', '-0.1', '1.'], ['1e5', '.', 'NaN', '']],
  ['double', ['1', '1.0E3', '-.5e-7', 'INF', 'NaN'], ['1e', 'Infinity', '']],
  ['boolean', ['true', 'false', '1', '0'], ['True', 'yes', '']],
  ['gYear', ['2031', '-0044', '12031', '2031Z'], ['31', '02031']],
  ['gYearMonth', ['2031-05', '2031-05+07:00'], ['2031-13', '2031-5']],
  [
    'date',
    ['2031-05-04', '2028-02-29', '2000-02-29', '0000-02-29'],
    ['2031-02-29', '1900-02-29', '2031-04-31', '2031-5-4'],
  ],
  [
    'dateTime',
    ['2031-05-04T23:59:59.5Z', '2031-05-04T24:00:00'],
    ['2031-05-04', '2031-05-04T24:00:01', '2031-02-30T00:00:00'],
  ],
  ['time', ['12:00:00', '12:00:00.125+05:30'], ['12:00', '25:00:00']],
  ['gMonthDay', ['--02-29', '--12-31'], ['--02-30', '--13-01']],
  ['duration', ['P1Y2M3DT4H5M6.7S', '-P1D', 'PT0S'], ['P', 'PT', 'P1S', '1D']],
  ['language', ['en', 'zh-Hant'], ['en_US', '']],
])('xsd:%s', (name, good, bad) => {
  expect(good.filter((text) => !isLexicalForm(text, xsd(name)))).toEqual([]);
  expect(bad.filter((text) => isLexicalForm(text, xsd(name)))).toEqual([]);
});

test('other datatypes are not judged', () => {
  expect(isLexicalForm('2031-05~', 'http://id.loc.gov/datatypes/edtf/EDTF')).toBe(true);
});

test('a number has a decimal form without an exponent, and none is lost', () => {
  expect([0.95, 1, 0, -0, 1e-7, 1.5e-9, 1e21, 1.25e22, -2.5e-8].map(decimalForm)).toEqual([
    '0.95',
    '1',
    '0',
    '0',
    '0.0000001',
    '0.0000000015',
    '1000000000000000000000',
    '12500000000000000000000',
    '-0.000000025',
  ]);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalForm(value);
      expect(isLexicalForm(text, xsd('decimal'))).toBe(true);
      expect(Number(text)).toBe(value === 0 ? 0 : value);
    }),
  );
  expect(() => decimalForm(Number.NaN)).toThrow(RangeError);
});
