/** The small readers that the rest stands on: YAML, JSON, dates, datatypes, names that look alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAbsoluteIri } from '../../src/corpus/check-iri.ts';
import { usualTag } from '../../src/corpus/check-text.ts';
import { isEdtf } from '../../src/corpus/check-time.ts';
import { datatypeIris, datatypeOf, isNumeric, literalFits, XSD } from '../../src/corpus/datatypes.ts';
import { firstJsonError } from '../../src/corpus/json-scan.ts';
import { readJsonLine } from '../../src/corpus/json-source.ts';
import { nearestWords } from '../../src/corpus/nearest.ts';
import { ProblemList } from '../../src/corpus/problem-list.ts';
import { countWords } from '../../src/corpus/read-entities.ts';
import { readYaml } from '../../src/corpus/yaml-source.ts';
import { said } from './ferry.ts';

function yaml(text: string) {
  const problems = new ProblemList();
  return { part: readYaml(text, 'f.yaml', problems), problems: said(problems.sorted()) };
}

describe('YAML', () => {
  test('is the core schema of YAML 1.2: what looks like a date is text, and so are yes and no', () => {
    const text = 'a: 2031-05\nb: yes\nc: 0x1F\nd: 1e3\ne: ~\nf: True\n12: twelve\n__proto__: own\n<<: merge';
    const { part, problems } = yaml(text);
    expect(problems).toEqual([]);
    expect(Object.entries(part!.value as object)).toEqual(
      Object.entries(
        JSON.parse(
          '{"12":"twelve","a":"2031-05","b":"yes","c":31,"d":1000,"e":null,"f":true,"__proto__":"own","<<":"merge"}',
        ),
      ),
    );
    expect(part!.lexical(['c'])).toBe('0x1F');
  });

  test('knows the place of every value and name, counted in code points', () => {
    const { part } = yaml('a:\n  - 🚢 ship: [1, {đò: x}]\nb: last\n');
    expect(part!.place([])).toEqual({ file: 'f.yaml', line: 1, column: 1 });
    expect(part!.place(['a', 0, '🚢 ship'], 'key')).toEqual({ file: 'f.yaml', line: 2, column: 5 });
    expect(part!.place(['a', 0, '🚢 ship', 1, 'đò'])).toEqual({ file: 'f.yaml', line: 2, column: 22 });
    // What is missing has the place of what it is missing in.
    expect(part!.place(['a', 0, 'none', 3])).toEqual({ file: 'f.yaml', line: 2, column: 5 });
    expect(part!.place(['b'])).toEqual({ file: 'f.yaml', line: 3, column: 4 });
  });

  test('may repeat a part by an alias, with the place of the alias and the spelling of what it repeats', () => {
    const { part, problems } = yaml('a: &x {n: 007}\nb: *x\n');
    expect(problems).toEqual([]);
    expect(part!.value).toEqual({ a: { n: 7 }, b: { n: 7 } });
    expect(part!.place(['b'])).toEqual({ file: 'f.yaml', line: 2, column: 4 });
    expect(part!.lexical(['b', 'n'])).toBe('007');
  });

  test('unfolds no bomb, and no depth breaks it', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`),
    ].join('\n');
    expect(yaml(bomb).problems[0]).toBe(
      'f.yaml:2:10: error: an alias must not stand inside a part that is itself marked with `&` (yaml-alias) [*a0]\n    write it out in full',
    );
    expect(yaml(`a: &x 1\nb: [${'*x, '.repeat(101)}]`).problems).toEqual([
      'f.yaml:2:405: error: a file may hold 100 aliases at most (yaml-alias) [*x]\n    write it out in full',
    ]);
    expect(yaml('['.repeat(20_000)).problems[0]).toMatch(
      /^f.yaml:1:\d+: error: this is not YAML: the nesting is too deep to be data/,
    );
  });

  test('an empty file, and one of comments alone, holds nothing', () => {
    expect(yaml('').part!.value).toBeNull();
    expect(yaml('# nothing\n').part!.value).toBeNull();
  });
});

describe('JSON', () => {
  test('places agree with what JSON.parse reads, for any value however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent).replaceAll('\n', ' ');
        const part = readJsonLine(text, 'f', 1, new ProblemList())!;
        const visit = (inner: unknown, path: (string | number)[]): void => {
          const start = part.place(path).column! - 1;
          const rest = [...text].slice(start).join('');
          expect(rest.startsWith(JSON.stringify(inner)[0]!)).toBe(true);
          if (Array.isArray(inner)) {
            for (const [i, item] of inner.entries()) visit(item, [...path, i]);
          } else if (typeof inner === 'object' && inner !== null) {
            for (const [key, item] of Object.entries(inner)) {
              const at = part.place([...path, key], 'key').column! - 1;
              expect([...text].slice(at).join('').startsWith(JSON.stringify(key))).toBe(true);
              visit(item, [...path, key]);
            }
          }
        };
        visit(JSON.parse(text), []);
      }),
      { numRuns: 60 },
    );
  });

  test('the first error is found where the text stops being JSON', () => {
    const errors: [text: string, rest: string][] = [
      ['{"a": 1,}', '}'],
      ['{"a" 1}', '1}'],
      ['[1, 2', ''],
      ['[01]', '1]'],
      ['{"a": tru}', 'tru}'],
      ["{'a': 1}", "'a': 1}"],
      ['[1] []', '[]'],
      ['["a\u0007"]', '"a\u0007"]'],
      ['', ''],
    ];
    for (const [text, rest] of errors) {
      expect(() => JSON.parse(text)).toThrow();
      expect(text.slice(firstJsonError(text))).toBe(rest);
    }
    fc.assert(fc.property(fc.json(), (text) => firstJsonError(text) === text.length));
  });

  test('numbers that a double cannot hold have no spelling any more', () => {
    const part = readJsonLine(
      '[1, 0.1, 1e3, 9007199254740993, 1e300, 0.12345678901234567]',
      'f',
      1,
      new ProblemList(),
    )!;
    expect([0, 1, 2, 3, 4, 5].map((i) => part.lexical([i]))).toEqual([
      '1',
      '0.1',
      '1000',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('dates are EDTF, of days that exist', () => {
  const legal = [
    '2031',
    '2031-05',
    '2031-02-28',
    '2032-02-29',
    '2000-02-29',
    '2031-21',
    '2031-05~',
    '2031?',
    '203X',
    '../2031',
    '2031/..',
    '2031-05/2031-06',
    '2031-05-04T10:00:00Z',
    '[2030,2031]',
    '-0044',
    'Y17000000',
  ];
  const illegal = [
    '',
    '31',
    '203',
    '2031-00',
    '2031-13',
    '2031-5',
    '2031-02-29',
    '1900-02-29',
    '2031-04-31',
    '2031-05-32',
    '2031-06/2031-05',
    'May 2031',
    '2031-05-04T25:00:00',
    ' 2031',
    '2031 ',
    `${'2031,'.repeat(100)}2031`,
  ];
  expect(legal.filter((text) => !isEdtf(text))).toEqual([]);
  expect(illegal.filter((text) => isEdtf(text))).toEqual([]);
});

describe('datatypes', () => {
  const fits = (type: string, ...lexical: string[]) =>
    lexical.filter((text) => !datatypeOf(XSD + type)!.fits(text));
  const misfits = (type: string, ...lexical: string[]) =>
    lexical.filter((text) => datatypeOf(XSD + type)!.fits(text));

  test('take their own lexical forms and no others', () => {
    expect(fits('integer', '0', '-7', '+007', '123456789012345678901234567890')).toEqual([]);
    expect(misfits('integer', '', '1.0', '1e3', ' 1', '1_000', '٣')).toEqual([]);
    expect(fits('decimal', '1', '1.', '.5', '-0.50')).toEqual([]);
    expect(misfits('decimal', '.', '1e3', '1,5')).toEqual([]);
    expect(fits('double', '1e3', '-1.5E-7', 'INF', '-INF', 'NaN')).toEqual([]);
    expect(misfits('double', 'inf', '1e', 'e3')).toEqual([]);
    expect(fits('boolean', 'true', 'false', '1', '0')).toEqual([]);
    expect(misfits('boolean', 'True', 'yes')).toEqual([]);
    expect(fits('byte', '-128', '127')).toEqual([]);
    expect(misfits('byte', '-129', '128')).toEqual([]);
    expect(misfits('positiveInteger', '0', '-1')).toEqual([]);
    expect(
      fits(
        'date',
        '2031-02-28',
        '2032-02-29',
        '-0004-02-29',
        '12000-01-01',
        '2031-05-04+07:00',
        '2031-05-04Z',
      ),
    ).toEqual([]);
    expect(misfits('date', '2031-02-29', '2031-13-01', '31-01-01', '2031-05-04+15:00')).toEqual([]);
    expect(
      fits('dateTime', '2031-05-04T09:30:00', '2031-05-04T24:00:00Z', '2031-05-04T09:30:00.5-05:00'),
    ).toEqual([]);
    expect(misfits('dateTime', '2031-05-04', '2031-05-04T24:00:01', '2031-05-04T09:30')).toEqual([]);
    expect(misfits('dateTimeStamp', '2031-05-04T09:30:00')).toEqual([]);
    expect(fits('duration', 'P1Y', 'PT0.5S', '-P1DT2H')).toEqual([]);
    expect(misfits('duration', 'P', 'PT', 'P1S')).toEqual([]);
    expect(misfits('gMonthDay', '--02-30', '--04-31')).toEqual([]);
    expect(misfits('anyURI', 'no iri', '/relative')).toEqual([]);
  });

  test('each take their own example', () => {
    expect(datatypeIris().filter((iri) => !datatypeOf(iri)!.fits(datatypeOf(iri)!.example))).toEqual([]);
  });

  test('fit a range that is wider, and not one that is narrower', () => {
    expect(literalFits(`${XSD}byte`, false, [`${XSD}decimal`])).toBe(true);
    expect(literalFits(`${XSD}decimal`, false, [`${XSD}integer`])).toBe(false);
    expect(literalFits(`${XSD}date`, false, ['http://www.w3.org/2000/01/rdf-schema#Literal'])).toBe(true);
    expect(isNumeric(`${XSD}unsignedByte`)).toBe(true);
    expect(isNumeric(`${XSD}date`)).toBe(false);
  });
});

test('IRIs are absolute and of legal characters', () => {
  const legal = ['https://example.org/', 'urn:isbn:1', 'https://vi.example/đò?x=%20#y', 'mailto:a@b.example'];
  const illegal = [
    '',
    'example.org',
    '/path',
    'https://a b',
    'https://a/%2',
    'https://a/<b>',
    'https://a/{b}',
    'https://a/\u0007',
    'https://a/\ud800',
    '1http://a',
    'http:',
  ];
  expect(legal.filter((iri) => !isAbsoluteIri(iri))).toEqual([]);
  expect(illegal.filter((iri) => isAbsoluteIri(iri))).toEqual([]);
});

test('language tags are written in their usual letter case', () => {
  const tags = [
    'en',
    'VI',
    'zh-hant-tw',
    'en-gb',
    'de-CH-1996',
    'sr-latn',
    'x-Private',
    'en-x-TWAIN',
    'english',
    'e',
    'en_GB',
    'en--gb',
  ];
  expect(tags.map(usualTag)).toEqual([
    'en',
    'vi',
    'zh-Hant-TW',
    'en-GB',
    'de-CH-1996',
    'sr-Latn',
    'x-private',
    'en-x-twain',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('names that look alike are found by their edits, and no others', () => {
  const known = ['anna-berg', 'anna-borg', 'nordlink', 'union', 'Quick-Tern'];
  expect(nearestWords('ana-berg', known)).toEqual(['anna-berg']);
  expect(nearestWords('anna-bxrg', known)).toEqual(['anna-berg', 'anna-borg']);
  expect(nearestWords('nrodlink', known)).toEqual(['nordlink']);
  expect(nearestWords('quick-tern', known)).toEqual(['Quick-Tern']);
  expect(nearestWords('lindmar', known)).toEqual([]);
  expect(nearestWords('x', ['y', 'yz'])).toEqual(['y']);
});

test('words of a name are counted without signs that stand alone', () => {
  expect(countWords('Digital – a book & more')).toBe(4);
  expect(countWords(' ')).toBe(0);
});
