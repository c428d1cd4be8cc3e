/** Texts that break careless writers. */
import fc from 'fast-check';
import type { Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const AWKWARD = [
  '',
  ' ',
  ' leading and trailing ',
  ']]>',
  '<![CDATA[',
  '<!-- -->',
  '&amp;&#13;',
  '"\'`',
  '\r\n\t',
  '=1+1',
  '-2',
  '\\u0027',
  '\\',
  '%s {{x}} $1',
  '</script>',
  '__proto__',
  'constructor',
  '\u2028\u2029',
  '\u202eright to left',
  'שלום',
  '👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301',
  '\u0000',
  '\u0001\u001f',
  '\u007f\u0085',
  '\ufffe',
  '\ufeff',
  '\ud83d',
  '\udc00\ud800',
];

/** Any text: all planes, control characters, lone surrogates, and the awkward ones above. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
    .map((units) => String.fromCharCode(...units)),
  fc.tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...AWKWARD)).map(([a, b]) => a + b),
);

/** The same without what XML 1.0 cannot hold. */
export const xmlText: fc.Arbitrary<string> = text.map((value) =>
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, ''),
);

/** The sample with one name for all its entities, and one statement for all its claims. */
export function withTexts(label: string, statement: string): Dataset {
  return {
    ...sampleDataset,
    articles: [
      {
        ...sampleArticle,
        entities: sampleArticle.entities.map((entity) => ({ ...entity, label: { en: label } })),
        claims: sampleArticle.claims.map((claim) => ({ ...claim, statement: { en: statement } })),
      },
    ],
  };
}
