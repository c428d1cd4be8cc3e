import { describe, expect, it } from 'vitest';
import { type RdfTextSyntax, readRdf } from '../../src/formats/index.ts';
import { tripleLine } from '../../src/formats/nquads.ts';
import { ProblemError } from '../../src/model/index.ts';

/** Line 2 of each text has one term that no syntax can hold. */
const xml = (inner: string, about = 'http://e/s') =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">\n<rdf:Description rdf:about="${about}">${inner}</rdf:Description></rdf:RDF>`;
const json = (inner: string) => `{"@id": "http://e/s",\n${inner}}`;
const HALF = '\ud800';

const LINES: readonly (readonly [string, string, string, string])[] = [
  ['a space in an IRI', '<http://e/s> <http://e/p> <http://e/a b> .', 'bad-syntax', '<http://e/a%20b>'],
  ['an escaped space', '<http://e/s> <http://e/p> <http://e/a\\u0020b> .', 'bad-syntax', '<http://e/a%20b>'],
  ['an escaped >', '<http://e/s> <http://e/p> <http://e/a\\u003Eb> .', 'bad-syntax', '<http://e/a%3Eb>'],
  ['braces', '<http://e/s> <http://e/p> <http://e/{x}> .', 'bad-syntax', '<http://e/%7Bx%7D>'],
  ['half a pair, escaped', '<http://e/s> <http://e/p> "a\\uD800" .', 'bad-syntax', '"a\ufffd"'],
  ['half a pair', `<http://e/s> <http://e/p> "a${HALF}" .`, 'lone-surrogate', '"a\ufffd"'],
  ['an underscore in a tag', '<http://e/s> <http://e/p> "a"@en_US .', 'bad-syntax', '"a"@en-US'],
  ['a tag that is none', '<http://e/s> <http://e/p> "a"@12 .', 'bad-syntax', '"a"@und'],
  ['a direction after a tag', '<http://e/s> <http://e/p> "a"@en_US--ltr .', 'bad-syntax', '"a"@en-US--ltr'],
  ['a blank node’s label', '<http://e/s> <http://e/p> _:-a .', 'bad-syntax', '_:repaired-002d0061'],
  ['a label with signs', '<http://e/s> <http://e/p> _:a$b .', 'bad-syntax', '_:repaired-006100240062'],
];
const CASES: readonly (readonly [RdfTextSyntax, string, string, string, string])[] = [
  ...(['ntriples', 'nquads', 'turtle', 'trig'] as const).flatMap((syntax) =>
    LINES.map(
      ([what, line, code, mended]) => [syntax, what, `# <a b> "\\uD800\n${line}\n`, code, mended] as const,
    ),
  ),
  [
    'jsonld',
    'a space in an IRI',
    json('"http://e/p": {"@id": "http://e/a b"}'),
    'bad-iri',
    '<http://e/a%20b>',
  ],
  ['jsonld', 'a > in an IRI', json('"http://e/p": {"@id": "http://e/a>b"}'), 'bad-iri', '<http://e/a%3Eb>'],
  [
    'jsonld',
    'a space in a key',
    json('"http://e/p q": {"@id": "http://e/o"}'),
    'bad-iri',
    '<http://e/p%20q> <http://e/o>',
  ],
  ['jsonld', 'a space in a class', json('"@type": "http://e/a b"'), 'bad-iri', '<http://e/a%20b>'],
  [
    'jsonld',
    'a space in a datatype',
    json('"http://e/p": {"@value": "v", "@type": "http://e/a b"}'),
    'bad-iri',
    '"v"^^<http://e/a%20b>',
  ],
  [
    'jsonld',
    'a space in a name of a prefix',
    json('"@context": {"e": "http://e/"}, "e:p": {"@id": "e:a b"}'),
    'bad-iri',
    '<http://e/a%20b>',
  ],
  ['jsonld', 'half a pair, escaped', json('"http://e/p": "a\\ud800"'), 'lone-surrogate', '"a\ufffd"'],
  ['jsonld', 'half a pair', json(`"http://e/p": "a${HALF}"`), 'lone-surrogate', '"a\ufffd"'],
  [
    'jsonld',
    'an underscore in a tag',
    json('"http://e/p": {"@value": "a", "@language": "en_US"}'),
    'bad-syntax',
    '"a"@en-us',
  ],
  [
    'jsonld',
    'an underscore in a key of a language map',
    json('"@context": {"p": {"@id": "http://e/p", "@container": "@language"}}, "p": {"en_US": "a"}'),
    'bad-syntax',
    '"a"@en-us',
  ],
  [
    'jsonld',
    'a key of a language map that is no language',
    json('"@context": {"p": {"@id": "http://e/p", "@container": "@language"}}, "p": {"12 x": ["a"]}'),
    'bad-syntax',
    '"a"@und',
  ],
  [
    'jsonld',
    'a blank node’s label',
    json('"http://e/p": {"@id": "_:a b"}'),
    'bad-blank-node',
    '_:repaired-006100200062',
  ],
  ['rdfxml', 'a blank node’s label', xml('<e:p rdf:nodeID="a b"/>'), 'bad-syntax', '_:repaired-006100200062'],
  ['rdfxml', 'a space in an IRI', xml('<e:p rdf:resource="http://e/a b"/>'), 'bad-iri', '<http://e/a%20b>'],
  ['rdfxml', 'a > in an IRI', xml('<e:p rdf:resource="http://e/a>b"/>'), 'bad-iri', '<http://e/a%3Eb>'],
  [
    'rdfxml',
    'a space in a datatype',
    xml('<e:p rdf:datatype="http://e/a b">v</e:p>'),
    'bad-iri',
    '"v"^^<http://e/a%20b>',
  ],
  ['rdfxml', 'an underscore in a tag', xml('<e:p xml:lang="en_US">a</e:p>'), 'bad-language', '"a"@en-us'],
  ['rdfxml', 'half a pair', xml(`<e:p>a${HALF}</e:p>`), 'lone-surrogate', '"a\ufffd"'],
];

describe.each(CASES)('%s with %s', (syntax, _, text, code, mended) => {
  it('is refused at its line', async () => {
    const error = await readRdf(text, syntax, { file: 'f' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    const [problem] = (error as ProblemError).problems;
    expect([problem?.severity, problem?.code, problem?.place?.line]).toEqual(['error', code, 2]);
  });

  it('is one statement with --repair, and said at its line', async () => {
    const { quads, problems } = await readRdf(text, syntax, { file: 'f', repair: true });
    expect(quads.map((quad) => tripleLine(quad).toLowerCase())).toEqual([
      expect.stringContaining(`${mended.toLowerCase()} .`),
    ]);
    expect(
      problems.map(({ severity, code: said, place }) => [severity, said.split('-')[0], place?.line]),
    ).toEqual([['warning', 'repaired', 2]]);
  });
});

describe('what is no fault', () => {
  it('is left as it stands by --repair', async () => {
    const text = [
      '@prefix e: <http://e/> . # <a b>',
      'e:s e:p """<a b> "" \\\\uD800 \\U0001F600""", "<http://e/{x}>"@en-US, \'it\\\'s <a b>\' , <<( e:a\\#b e:p <http://e/%20> )>> .',
    ].join('\n');
    const read = await readRdf(text, 'turtle', { file: 'f' });
    const mended = await readRdf(text, 'turtle', { file: 'f', repair: true });
    expect(mended.quads.map(tripleLine)).toEqual(read.quads.map(tripleLine));
    expect(read.quads.map(({ object }) => object.value)).toEqual([
      '<a b> "" \\uD800 😀',
      '<http://e/{x}>',
      "it's <a b>",
      '',
    ]);
    expect(mended.problems).toEqual([]);
  });

  it('in JSON-LD stays too: escaped backslashes, whole pairs, hosts in brackets', async () => {
    const text = '{"@id": "http://[::1]/s", "http://e/p": "\\\\ud800 \\ud83d\\ude00"}';
    for (const repair of [false, true]) {
      const { quads, problems } = await readRdf(text, 'jsonld', { file: 'f', repair });
      expect(quads.map(({ subject, object }) => [subject.value, object.value])).toEqual([
        ['http://[::1]/s', '\\ud800 😀'],
      ]);
      expect(problems).toEqual([]);
    }
  });

  it('a key that no context maps is no statement, and is said', async () => {
    const text = '{"@id": "http://e/s",\n"p": "v", "http://e/p": "w"}';
    const { quads, problems } = await readRdf(text, 'jsonld', { file: 'f' });
    expect(quads.map(({ object }) => object.value)).toEqual(['w']);
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'unmapped-key',
        message: 'no context says what this key means: what it says is left out',
        value: 'p',
        hint: 'Map it in "@context", or give the context an "@vocab".',
        place: { file: 'f', line: 2, column: 1 },
      },
    ]);
  });
});

describe('a relative IRI where there is no base', () => {
  const TEXTS: readonly (readonly [RdfTextSyntax, string])[] = [
    ['ntriples', '<http://e/s> <http://e/p>\n<a#b> .'],
    ['nquads', '<http://e/s> <http://e/p>\n<a#b> .'],
    ['turtle', '<http://e/s> <http://e/p>\n<a#b> .'],
    ['trig', '<http://e/s> <http://e/p>\n<a#b> .'],
    ['jsonld', json('"http://e/p": {"@id": "a#b"}')],
    ['rdfxml', xml('<e:p rdf:resource="a#b"/>')],
  ];
  it.each(TEXTS)(
    'is refused in %s, and with --repair under an address that never resolves',
    async (syntax, text) => {
      const error = await readRdf(text, syntax, { file: 'f' }).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(ProblemError);
      const { quads, problems } = await readRdf(text, syntax, { file: 'f', repair: true });
      expect(quads.map(({ object }) => object.value)).toEqual(['https://clew.invalid/a#b']);
      expect(problems).toEqual([
        expect.objectContaining({
          severity: 'warning',
          code: 'repaired-iri',
          value: 'a#b',
          hint: 'Written as <https://clew.invalid/a#b>.',
        }),
      ]);
      expect(problems[0]!.place!.line).toBe(2);
    },
  );

  it('is no fault where the text names a base', async () => {
    const text = '@base <http://e/> . <s> <p> <a#b> .';
    const { quads, problems } = await readRdf(text, 'turtle', { file: 'f', repair: true });
    expect([quads.map(({ object }) => object.value), problems]).toEqual([['http://e/a#b'], []]);
  });
});

describe('labels and names that are sound', () => {
  it.each(['turtle', 'trig'] as const)('stay as they are in %s with --repair', async (syntax) => {
    const text =
      '@prefix : <http://e/> . _:a:p _:b.c.\n_:é1 :p_:-x "_:-y", "z"@en-GB , <http://e/_:-z> . # _:-w\n[] :p (_:a) .';
    const read = await readRdf(text, syntax, { file: 'f' });
    const mended = await readRdf(text, syntax, { file: 'f', repair: true });
    expect(mended.problems).toEqual([]);
    expect(mended.quads.map(tripleLine)).toEqual(read.quads.map(tripleLine));
    expect(read.quads.length).toBe(7);
  });
});
