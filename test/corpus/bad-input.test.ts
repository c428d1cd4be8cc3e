/** What people get wrong, and what they are told: every message with its place, value and way out, kept in one file. */
import { expect, test } from 'vitest';
import { loadDataset } from '../../src/corpus/index.ts';
import { at, ferryFiles, folderOf, OTHER_TTL, said } from './ferry.ts';

/** A file of the sound folder, a piece of it, and what stands there instead. */
type Edit = readonly [file: string, from: string, to: string];
type Case = readonly [what: string, ...edits: Edit[]];

const article = 'ferry/article.yaml';
const entities = 'ferry/entities.yaml';
const claims = 'ferry/claims.yaml';
const dataset = 'dataset.yaml';

const C1_EVIDENCE = `evidence: [${at('opened a ferry line to Lindmar')}]`;
const C1_STATEMENT = 'statement: {en: Nordlink sails to Lindmar., vi: Nordlink chạy tới Lindmar.}';

const CASES: readonly Case[] = [
  // YAML
  ['a broken line: text with a colon', [claims, 'predicate: serves', 'predicate: serves: well']],
  ['a broken line: brackets left open', [claims, 'object: lindmar', 'object: [lindmar']],
  ['a line indented by a tab', [entities, '  kind: Company', '\tkind: Company']],
  ['a field twice', [claims, '  time: 2031-05', '  time: 2031-05\n  time: 2031-06']],
  ['a second document', [article, 'language: en', 'language: en\n---\nlanguage: en']],
  ['a tag that is not data', [article, 'language: en', 'language: !!binary ZW4=']],
  ['an alias of nothing', [claims, 'object: lindmar', 'object: *place']],
  [
    'aliases that would unfold without end',
    [claims, '- id: c1', '- &a {id: c0, subject: &b [*b]}\n- id: c1'],
  ],
  // Shape
  ['an unknown field', [claims, 'predicate: serves', 'predicat: serves']],
  ['an unknown field like no other', [entities, '  kind: Work', '  kind: Work\n  colour: red']],
  ['a missing field', [claims, '  predicate: serves\n', '']],
  ['a field without value', [article, 'url: https://news.example/ferry', 'url:']],
  ['text where a list belongs', [entities, 'aliases: [Quick Tern]', 'aliases: Quick Tern']],
  ['a number where text belongs', [entities, 'en: Quick Tern', 'en: 2031']],
  ['text where fields per language belong', [claims, C1_STATEMENT, 'statement: Nordlink sails to Lindmar.']],
  [
    'a comma in text without quotes',
    [claims, 'en: Nordlink sails to Lindmar.', 'en: Nordlink, a company, sails.'],
  ],
  ['an unknown choice', [claims, 'modality: predicted', 'modality: expected']],
  ['a bare number as an object', [claims, 'object: {value: 72000000000000000001}', 'object: 7']],
  [
    'a misspelt field of a literal',
    [claims, 'object: {value: Onward, lang: en}', 'object: {value: Onward, lng: en}'],
  ],
  [
    'a mistake deep in an attribution',
    [claims, 'via: {speaker: nordlink, form: indirect}', 'via: {speker: nordlink}'],
  ],
  ['a list where one article belongs', [article, ferryFiles()[article]!, '- id: ferry\n']],
  // Ids
  ['a bad id', [entities, '- id: letter', '- id: open letter']],
  ['an id twice', [entities, '- id: letter', '- id: union']],
  ['an id twice but for letter case', [claims, '- id: c5', '- id: C4']],
  ['a reserved id', [article, 'id: ferry', 'id: dataset']],
  ['an id that is not the name of its folder', [article, 'id: ferry', 'id: fery']],
  // References
  ['an unknown entity', [claims, 'object: lindmar', 'object: lindmr']],
  ['an entity like no other', [claims, 'speaker: anna-berg', 'speaker: somebody']],
  ['an unknown claim', [claims, 'object: {claim: c1}', 'object: {claim: c11}']],
  ['a claim of an article that is not there', [claims, 'object: {claim: c1}', 'object: {claim: fery/c1}']],
  ['a reference to no claim', [claims, 'object: {claim: c1}', 'object: {claim: ferry/c1/2}']],
  ['claims in a circle', [claims, 'object: {claim: c1}', 'object: {claim: c5}']],
  ['an unknown kind', [entities, 'kind: Company', 'kind: Compny']],
  ['an unknown predicate', [claims, 'predicate: serves', 'predicate: servs']],
  ['an unknown qualifier', [claims, 'rank: 3', 'rnk: 3']],
  ['a predicate as a qualifier', [claims, 'rank: 3', 'serves: lindmar']],
  ['a qualifier as a predicate', [claims, 'predicate: serves', 'predicate: after']],
  ['a predicate as a kind', [entities, 'kind: Company', 'kind: serves']],
  ['an unknown prefix', [entities, 'kind: ex:Ship', 'kind: exx:Ship']],
  [
    'a name that two ontologies define',
    [dataset, '[ferry.ttl]', '[ferry.ttl, sea.ttl]'],
    ['sea.ttl', '', OTHER_TTL],
    [entities, 'kind: ex:Ship', 'kind: Ship'],
  ],
  // Domain, range, literals
  [
    'a subject outside the domain',
    [claims, '- id: c10\n  subject: nordlink', '- id: c10\n  subject: lindmar'],
  ],
  ['an object outside the range', [claims, 'object: lindmar', 'object: anna-berg']],
  [
    'subject and object swapped',
    [claims, 'predicate: serves\n  object: lindmar', 'predicate: operates\n  object: letter'],
    [claims, '- id: c1\n  subject: nordlink', '- id: c1\n  subject: quick-tern'],
    [claims, 'object: letter', 'object: nordlink'],
  ],
  ['an entity where a claim belongs', [claims, 'subject: {claim: c2}', 'subject: lindmar']],
  ['a claim where an entity belongs', [claims, 'object: lindmar', 'object: {claim: c3}']],
  ['an entity where a number belongs', [claims, 'object: {value: 72000000000000000001}', 'object: lindmar']],
  ['a number where an entity belongs', [claims, 'object: lindmar', 'object: {value: 7}']],
  ['a number where text belongs', [claims, 'object: {value: Onward, lang: en}', 'object: {value: 7}']],
  ['text without its language', [claims, 'object: {value: Onward, lang: en}', 'object: {value: Onward}']],
  ['a decimal where an integer belongs', [claims, 'rank: 3', 'rank: 3.5']],
  ['a bare text where a number belongs', [claims, 'rank: 3', 'rank: third']],
  [
    'a number without unit where a quantity belongs',
    [claims, 'amount: {min: 80, max: 120, unit: cars}', 'amount: 80'],
  ],
  ['a qualifier outside its range', [claims, 'after: [anna-berg, union]', 'after: [anna-berg, lindmar]']],
  ['an unknown datatype', [claims, 'value: 72000000000000000001', 'value: 7, datatype: xsd:integr']],
  [
    'a value that does not fit its datatype',
    [claims, '72000000000000000001', '1_000, datatype: xsd:integer'],
  ],
  ['bounds the wrong way round', [claims, 'min: 80, max: 120', 'min: 120, max: 80']],
  ['a value and bounds', [claims, 'min: 80, max: 120', 'min: 80, value: 3']],
  ['bounds in quotes', [claims, 'min: 80, max: 120', 'min: "80", max: "120"']],
  ['a language on a number', [claims, 'value: 72000000000000000001', 'value: 7, lang: en']],
  [
    'a predicate that needs qualifiers',
    [claims, / {2}qualifiers:[\s\S]*?unit: cars}\n/.exec(ferryFiles()[claims]!)![0], ''],
  ],
  ['a qualifier twice', [claims, 'after: [anna-berg, union]', 'after: [union, union]']],
  // Texts
  [
    'a statement that lacks a language',
    [claims, C1_STATEMENT, 'statement: {en: Nordlink sails to Lindmar.}'],
  ],
  [
    'a digest that lacks a language',
    [article, 'digest: {en: A line opens., vi: Một tuyến mở.}', 'digest: {vi: Một tuyến mở.}'],
  ],
  [
    'a label that lacks a language',
    [entities, 'label: {en: Open letter, vi: Thư ngỏ}', 'label: {en: Open letter}'],
  ],
  ['no label at all', [entities, 'label: {en: Open letter, vi: Thư ngỏ}', 'label: {}']],
  ['an empty text', [article, 'en: A line opens.', 'en: " "']],
  ['a name with a space at its end', [entities, 'aliases: [Quick Tern]', 'aliases: ["Quick Tern "]']],
  ['control characters in a label', [entities, 'en: Quick Tern', 'en: "Quick\\aTern"']],
  ['a line break in a label', [entities, 'en: Quick Tern', 'en: "Quick\\nTern"']],
  [
    'writing turned around in an alias',
    [entities, 'aliases: [Quick Tern]', 'aliases: ["Quick \\u202eTern"]'],
  ],
  ['half a surrogate pair', [claims, 'en: Nordlink sails to Lindmar.', 'en: "Nordlink \\ud83d sails."']],
  ['a code point that is no character', [claims, 'value: Onward', 'value: "Onward\\uffff"']],
  ['a word for a language tag', [entities, '{en: Open letter', '{english: Open letter']],
  ['a language tag in unusual case', [entities, '{en: Open letter', '{EN: Open letter']],
  ['a bad IRI', [entities, 'https://companies.example/nordlink', 'companies.example/nord link']],
  [
    'an alias of nine words',
    [entities, '[Lindmar]', '[Lindmar, one two three four five six seven eight nine]'],
  ],
  ['an alias twice', [entities, '[Lindmar]', '[Lindmar, Lindmar]']],
  ['a name mention without alias', [entities, '  aliases: [Quick Tern]\n', '']],
  [
    'an entity that nothing uses',
    [entities, '- id: letter', '- {id: gull, kind: Work, label: {en: Gull, vi: Gull}}\n- id: letter'],
  ],
  // Times
  ['a bad date', [claims, 'time: 2031-05', 'time: 2031-13']],
  ['a day that no calendar has', [claims, 'time: 2031-05', 'time: 2031-02-29']],
  ['a date in words', [claims, 'time: 2031-05', 'time: May 2031']],
  ['an interval that ends before it begins', [claims, 'time: 2031-05', 'time: 2031-05/2030']],
  ['two digits for a year', [claims, 'said: 2031', 'said: 31']],
  // Numbers and spans
  ['confidence in percent', [claims, 'confidence: 0.8', 'confidence: 80']],
  ['an empty span', [claims, C1_EVIDENCE, 'evidence: [[40, 40]]']],
  ['a reversed span', [claims, C1_EVIDENCE, 'evidence: [[50, 40]]']],
  ['a span past the end of the text', [claims, C1_EVIDENCE, 'evidence: [[40, 4000]]']],
  ['a span that is not whole numbers', [claims, C1_EVIDENCE, 'evidence: [[40, 50.5]]']],
  ['one span where a list of spans belongs', [claims, C1_EVIDENCE, 'evidence: [40, 50]']],
  ['a span of three numbers', [claims, C1_EVIDENCE, 'evidence: [[40, 50, 60]]']],
  ['no evidence', [claims, C1_EVIDENCE, 'evidence: []']],
  ['no field for evidence', [claims, `  ${C1_EVIDENCE}\n`, '']],
  ['the same evidence twice', [claims, C1_EVIDENCE, 'evidence: [[40, 50], [40, 50]]']],
  [
    'evidence that is a whole paragraph',
    [claims, C1_EVIDENCE, `evidence: [${at('Nordlink opened a ferry line to Lindmar on Sunday.')}]`],
  ],
  ['evidence across paragraphs', [claims, C1_EVIDENCE, 'evidence: [[60, 80]]']],
  ['evidence between paragraphs', [claims, C1_EVIDENCE, 'evidence: [[21, 23]]']],
  [
    'paragraphs that overlap',
    [article, `span: ${at('Nordlink opened a ferry line to Lindmar on Sunday.')}`, 'span: [23, 90]'],
  ],
  [
    'a structural span across a paragraph',
    [article, `span: ${at('Lindmar, 4 May 2031 🚢')}`, 'span: [0, 30]'],
  ],
  ['a hash that is none', [article, /sha256: .*/.exec(ferryFiles()[article]!)![0], 'sha256: 12ab']],
  // The dataset
  ['a base that cannot be extended', [dataset, 'coast/', 'coast']],
  ['a licence that is no IRI', [dataset, 'https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0']],
  ['a day that does not exist', [dataset, 'issued: 2031-05-04', 'issued: 2031-04-31']],
  ['modified before it was issued', [dataset, 'modified: 2031-05-05', 'modified: 2031-05-03']],
  [
    'a prefix that is a URI scheme',
    [dataset, 'issued:', 'prefixes: {urn: "https://example.org/u#"}\nissued:'],
  ],
  ['an ontology that is not there', [dataset, '[ferry.ttl]', '[fery.ttl]']],
  ['an unknown shipped ontology', [dataset, '[ferry.ttl]', '[ferry.ttl, clew:cor]']],
  ['an ontology that is not Turtle', ['ferry.ttl', 'ex:Agent a owl:Class ;', 'ex:Agent a owl:Class ']],
  // Identity
  [
    'decisions about unknown and equal ids',
    [
      'identity.yaml',
      '',
      '- {a: union, b: unoin, same: true, decidedBy: editor, date: 2031, reason: One.}\n- {a: union, b: union, same: true, decidedBy: editor, date: 31, reason: ""}\n',
    ],
  ],
  [
    'decisions that contradict each other',
    [
      'identity.yaml',
      '',
      [
        'a: union, b: letter, same: true',
        'a: letter, b: lindmar, same: true',
        'a: lindmar, b: union, same: false',
        'b: union, a: letter, same: true',
      ]
        .map((ids) => `- {${ids}, decidedBy: editor, date: 2031-06, reason: So it is.}\n`)
        .join(''),
    ],
  ],
];

function edited(edits: readonly Edit[]): Record<string, string> {
  const files = ferryFiles();
  for (const [file, from, to] of edits) {
    const before = files[file] ?? '';
    if (!before.includes(from)) throw new Error(`${file} has no "${from}"`);
    files[file] = before.replace(from, () => to);
  }
  return files;
}

test('every mistake is reported with its place, its value and the way out', async () => {
  const report: string[] = [];
  for (const [what, ...edits] of CASES) {
    const folder = folderOf(edited(edits));
    const { dataset: loaded, problems } = await loadDataset(folder);
    const lines = said(problems, folder);
    expect(lines, what).not.toEqual([]);
    expect(loaded === undefined, `${what}: loaded only without errors`).toBe(
      problems.some(({ severity }) => severity === 'error'),
    );
    report.push(`# ${what}`, ...lines, '');
  }
  await expect(report.join('\n')).toMatchFileSnapshot('bad-input.txt');
});
