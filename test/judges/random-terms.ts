/** Random quads of any library: IRIs, texts, languages and numbers over all planes, of which our writers take every one. */
import fc from 'fast-check';
import type { ForeignQuad, ForeignTerm } from '../../src/rdf/index.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const named = (value: string): ForeignTerm => ({ termType: 'NamedNode', value });

/** Code points that RFC 3987 allows in a path, from all planes; readers differ about noncharacters and private use. */
const ucschar = fc.oneof(
  fc.integer({ min: 0xa0, max: 0xd7ff }),
  fc.integer({ min: 0xf900, max: 0xfdcf }),
  fc.integer({ min: 0xfdf0, max: 0xffef }),
  fc
    .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 0, max: 0xfffd }))
    .map(([plane, unit]) => plane * 0x10000 + unit),
);
const step = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(..."AZaz09-._~!$&'()*+,;=:@%41") },
      { weight: 1, arbitrary: ucschar.map((point) => String.fromCodePoint(point)) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/%(?!41)/g, '')
      .replace(/^\.+/, 'd'),
  );
const iri = fc
  .tuple(
    fc.constantFrom('http://a.example/', 'https://b.example/p?q=', 'urn:x-clew:', 'http://c.example/f#'),
    step,
  )
  .map(([start, rest]) => named(start + rest));

/** Any well-formed text of a file: all planes, quotation marks, controls but for NUL. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replaceAll('\u0000', '')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '"""', 'a\\', '\\u0041', 'a\r\nb\tc', '42.', ']]>', '<a>&amp;', "'''", ' . '),
);
const literal = fc.oneof(
  text.map((value) => ({ termType: 'Literal', value, language: '', datatype: named(`${XSD}string`) })),
  fc
    .tuple(text, fc.constantFrom('en', 'vi', 'zh-Hant', 'de-1996', 'x-clew'))
    .map(([value, language]) => ({ termType: 'Literal', value, language })),
  fc
    .bigInt()
    .map((value) => ({ termType: 'Literal', value: String(value), datatype: named(`${XSD}integer`) })),
  fc
    .constantFrom('042', '-0', '+7')
    .map((value) => ({ termType: 'Literal', value, datatype: named(`${XSD}integer`) })),
  fc
    .constantFrom('1.50', '.5', '-0.0')
    .map((value) => ({ termType: 'Literal', value, datatype: named(`${XSD}decimal`) })),
  fc
    .constantFrom('1e6', '-1.0E-3')
    .map((value) => ({ termType: 'Literal', value, datatype: named(`${XSD}double`) })),
  fc
    .constantFrom('true', 'false')
    .map((value) => ({ termType: 'Literal', value, datatype: named(`${XSD}boolean`) })),
  fc.tuple(text, iri).map(([value, datatype]) => ({ termType: 'Literal', value, datatype })),
);
const predicate = fc
  .constantFrom('says', 'knows', 'größe', '名')
  .map((name) => named(`http://example.org/${name}`));
const graph: fc.Arbitrary<ForeignTerm> = fc.constantFrom(
  { termType: 'DefaultGraph', value: '' },
  named('http://example.org/g1'),
);

/** In the default graph or another. */
export const foreignQuads: fc.Arbitrary<ForeignQuad> = fc.record({
  subject: iri,
  predicate,
  object: fc.oneof(iri, literal),
  graph,
});
