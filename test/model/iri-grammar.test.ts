import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { isIri, isWellFormed, isWritableIri, percentEncodeIri } from '../../src/model/iri-grammar.ts';

/** What a strict parser that we did not write says of an IRI. */
function oxigraphTakes(iri: string): boolean {
  try {
    const [quad] = oxigraph.parse(`<${iri}> <http://e/p> "o" .`, { format: 'application/n-triples' });
    return quad?.subject.value === iri;
  } catch {
    return false;
  }
}

describe('IRIs', () => {
  test.each([
    'http://example.org/',
    'https://example.org:8080/a/b;c=1?q=%20#frag',
    'urn:isbn:0451450523',
    'mailto:a@b.example',
    'http://user:pw@[2001:db8::7]:80/x',
    'http://[::ffff:192.0.2.1]/',
    'http://[v1.fe80::a]/',
    'https://vi.wikipedia.org/wiki/Trí_tuệ_nhân_tạo',
    'https://e.example/🚢',
    'tag:a.example,2031:x',
    'scheme:',
  ])('%s is one', (iri) => {
    expect(isIri(iri)).toBe(true);
    expect(isWritableIri(iri)).toBe(true);
    expect(oxigraphTakes(iri)).toBe(true);
  });

  test.each([
    ['relative', '/a/b'],
    ['empty', ''],
    ['without scheme', '//example.org/'],
    ['with a space', 'http://e/a b'],
    ['with an angle bracket', 'http://e/a> <http://e/b'],
    ['with a quotation mark', 'http://e/"'],
    ['with braces', 'http://e/{id}'],
    ['with a backslash', 'http://e/\\u0041'],
    ['with a caret', 'http://e/^'],
    ['with a line feed', 'http://e/\n'],
    ['with NUL', 'http://e/\u0000'],
    ['with half a surrogate pair', 'http://e/\ud83d'],
  ])('%s can be written in no syntax', (_, iri) => {
    expect(isWritableIri(iri)).toBe(false);
    expect(isIri(iri)).toBe(false);
  });

  test.each([
    ['a bracket outside of the host', 'http://e/[a]'],
    ['an unfinished host', 'http://[bad>'.slice(0, -1)],
    ['a bad IPv6 address', 'http://[1:2]/'],
    ['a percent sign alone', 'http://e/100%'],
    ['two fragments', 'http://e/#a#b'],
    ['a private character in the path', 'http://e/\ue000'],
    ['a port of letters', 'http://e:http/'],
  ])('%s can be written, but RFC 3987 forbids it', (_, iri) => {
    expect(isWritableIri(iri)).toBe(true);
    expect(isIri(iri)).toBe(false);
  });

  test('what passes is taken by oxigraph, whatever the characters', () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '?', '#', ':', '@', '[', ']', '%', '%41', '..', '//', '::', '1', '>', ' ', 'é'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const candidate = fc
      .tuple(
        fc.constantFrom('http://', 'http:', 'urn:', 'http://[', 'a+b:', '1:'),
        fc.array(piece, { maxLength: 8 }),
      )
      .map(([scheme, rest]) => scheme + rest.join(''));
    fc.assert(
      fc.property(candidate, (iri) => {
        if (isIri(iri)) expect([iri, oxigraphTakes(iri)]).toEqual([iri, true]);
      }),
      { numRuns: 800, seed: 1 },
    );
  });

  test('percent-encoding leaves legal IRIs alone and makes any reference with a scheme writable', () => {
    expect(percentEncodeIri('https://e.example/ế?q=%20')).toBe('https://e.example/ế?q=%20');
    expect(percentEncodeIri('http://e/a> <b "c" 100%')).toBe('http://e/a%3E%20%3Cb%20%22c%22%20100%25');
    expect(percentEncodeIri('http://e/\ud83d')).toBe('http://e/\ufffd');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        expect(isWritableIri(percentEncodeIri(`http://e/${rest}`))).toBe(true);
      }),
    );
  });
});

test('a string is well-formed when every surrogate has its other half', () => {
  expect(isWellFormed('a🚢b')).toBe(true);
  expect(isWellFormed('a\ud83d')).toBe(false);
  expect(isWellFormed('\udea2a')).toBe(false);
});
