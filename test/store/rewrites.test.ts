import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quad, TermGuard } from '../../src/rdf/index.ts';
import { storeProfile } from '../../src/store/index.ts';
import { sameTerm } from '../../src/store/remote/rewrites.ts';
import { type JsonTerm, readRows } from '../../src/store/remote/sparql-json.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const guard = new TermGuard({ own: false });
const typed = (value: string, type: string) => guard.typed(value, guard.iri(XSD + type, 't'), 'v');
const kept = (value: string, type?: string, language = ''): JsonTerm => ({
  type: 'literal',
  value,
  language,
  ...(type !== undefined && { datatype: XSD + type }),
});
const virtuoso = storeProfile('virtuoso')!.rewrites;

describe('a value that a store keeps in a form of its own', () => {
  it.each([
    ['an integer of another type', typed('5', 'nonNegativeInteger'), kept('5', 'integer'), 'number-form'],
    ['a decimal without noughts', typed('1.50', 'decimal'), kept('1.5', 'decimal'), 'number-form'],
    ['a double written out', typed('1.0E3', 'double'), kept('1000.0', 'double'), 'number-form'],
    ['a truth value as a number', typed('true', 'boolean'), kept('1', 'boolean'), 'number-form'],
    [
      'a time of fewer digits',
      typed('2031-05-04T10:00:00.12345678Z', 'dateTime'),
      kept('2031-05-04T10:00:00.123456Z', 'dateTime'),
      'moment-form',
    ],
    ['a duration as a number', typed('P1D', 'duration'), kept('86400.0', 'duration'), 'duration-form'],
    [
      'a language in lower case',
      guard.text('x', 'zh-Hant', 'v'),
      kept('x', undefined, 'zh-hant'),
      'language-case',
    ],
  ])('is known by its name: %s', (_, sent, got, rewrite) => {
    expect(sameTerm(sent, got, virtuoso)).toBe(rewrite);
    // What no store is known to do is a difference.
    expect(sameTerm(sent, got, [])).toBe(false);
  });

  it.each([
    ['another number', typed('5', 'integer'), kept('6', 'integer')],
    ['another text', guard.string('a', 'v'), kept('b')],
    ['another language', guard.text('x', 'en', 'v'), kept('x', undefined, 'vi')],
    ['a text without its language', guard.text('x', 'en', 'v'), kept('x')],
    ['a number as a text', typed('5', 'integer'), kept('5')],
    ['another day', typed('2031-05-04', 'date'), kept('2031-05-05', 'date')],
  ])('is not made of %s', (_, sent, got) => {
    expect(sameTerm(sent, got, virtuoso)).toBe(false);
  });

  it('is none where it came back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'en', 'zh-Hant'), (text, language) => {
        const sent = language === '' ? guard.string(text, 'v') : guard.text(text, language, 'v');
        expect(sameTerm(sent, kept(text, undefined, language), virtuoso)).toBe(true);
      }),
    );
  });
});

describe('a triple term', () => {
  const node = (iri: string) => guard.iri(iri, 'i');
  const term = quad(node('urn:a'), node('urn:b'), typed('5', 'nonNegativeInteger'));
  const answered = (object: string) =>
    readRows(
      JSON.stringify({
        results: {
          bindings: [
            {
              t: {
                type: 'triple',
                value: {
                  subject: { type: 'uri', value: 'urn:a' },
                  predicate: { type: 'uri', value: 'urn:b' },
                  object: { type: 'literal', value: object, datatype: `${XSD}integer` },
                },
              },
            },
          ],
        },
      }),
      'show',
    )[0]!.t!;

  it('is compared part by part', () => {
    expect(sameTerm(term, answered('5'), virtuoso)).toBe('number-form');
    expect(sameTerm(term, answered('6'), virtuoso)).toBe(false);
    expect(sameTerm(term, kept('5'), virtuoso)).toBe(false);
  });

  it('of which a part is missing is no answer', () => {
    const half =
      '{"results":{"bindings":[{"t":{"type":"triple","value":{"subject":{"type":"uri","value":"urn:a"}}}}]}}';
    expect(() => readRows(half, 'show')).toThrow('no SPARQL results');
  });
});
