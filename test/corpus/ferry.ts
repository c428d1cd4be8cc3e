/** An invented article with its data folder, which the tests of this room start from and break. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { CodePointText, formatProblem, type Problem } from '../../src/model/index.ts';

/** The ship makes code points and UTF-16 differ. */
export const TEXT = `Lindmar, 4 May 2031 🚢

Nordlink opened a ferry line to Lindmar on Sunday.

“The Quick Tern will bring visitors,” said mayor Anna Berg in an open letter.

The dock union does not expect more work. Nordlink carried 80 to 120 cars a day.
`;

/** Where the nth occurrence of some words stands, as YAML. */
export function at(words: string, nth = 0, text = TEXT): string {
  let unit = -1;
  for (let i = 0; i <= nth; i += 1) unit = text.indexOf(words, unit + 1);
  if (unit < 0) throw new Error(`the text has no "${words}"`);
  const points = new CodePointText(text);
  return `[${points.pointAt(unit)}, ${points.pointAt(unit + words.length)}]`;
}

export const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

const TTL = `@prefix ex: <https://example.org/ferry#> .
@prefix clew: <https://w3id.org/clew/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Agent a owl:Class ; rdfs:label "agent"@en .
ex:Person a owl:Class ; rdfs:label "person"@en ; rdfs:subClassOf ex:Agent .
ex:Company a owl:Class ; rdfs:label "company"@en ; rdfs:subClassOf ex:Agent .
ex:Ship a owl:Class ; rdfs:label "ship"@en .
ex:Place a owl:Class ; rdfs:label "place"@en .
ex:Work a owl:Class ; rdfs:label "work"@en .
ex:operates a owl:ObjectProperty ; rdfs:label "operates"@en ; rdfs:domain ex:Agent ; rdfs:range ex:Ship .
ex:serves a owl:ObjectProperty ; rdfs:label "serves"@en ; rdfs:range ex:Place .
ex:expects a owl:ObjectProperty ; rdfs:label "expects"@en ; rdfs:domain ex:Agent .
ex:ranked a owl:ObjectProperty ; rdfs:label "ranked"@en ; clew:needsQualifiers true .
ex:carries a owl:DatatypeProperty ; rdfs:label "carries"@en ; rdfs:domain ex:Agent ; rdfs:range xsd:integer .
ex:motto a owl:DatatypeProperty ; rdfs:label "motto"@en ; rdfs:range rdf:langString .
ex:despite a owl:ObjectProperty ; rdfs:label "despite"@en ; rdfs:domain clew:Claim ; rdfs:range clew:Claim .
ex:rank a owl:DatatypeProperty ; rdfs:label "rank"@en ; rdfs:range xsd:integer ; clew:termUse "qualifier" .
ex:after a owl:ObjectProperty ; rdfs:label "after"@en ; rdfs:range ex:Agent ; clew:termUse "qualifier" .
ex:amount a owl:ObjectProperty ; rdfs:label "amount"@en ; rdfs:range schema:QuantitativeValue ; clew:termUse "qualifier" .
`;

/** A second vocabulary, whose class \`Ship\` clashes with the first. */
export const OTHER_TTL = `@prefix sea: <https://example.org/sea#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
sea:Ship a owl:Class ; rdfs:label "ship"@en .
`;

/** The files of a sound data folder, by path. */
export function ferryFiles(): Record<string, string> {
  return {
    'ferry.ttl': TTL,
    'dataset.yaml': `id: coast
base: https://example.org/coast/
title: {en: The coast, vi: Bờ biển}
description: {en: Ferries., vi: Phà.}
licence: https://creativecommons.org/licenses/by/4.0/
languages: [en, vi]
ontologies: [ferry.ttl]
issued: 2031-05-04
modified: 2031-05-05
`,
    'ferry/article.yaml': `id: ferry
title: {en: A new ferry, vi: Chuyến phà mới}
titleIsOurs: true
url: https://news.example/ferry
language: en
published: 2031-05-04
credits:
  - {role: source, entity: anna-berg, spans: [${at('Anna Berg')}]}
text:
  sha256: ${hashOf(TEXT)}
  codePoints: ${[...TEXT].length}
paragraphs:
  - span: ${at('Nordlink opened a ferry line to Lindmar on Sunday.')}
    digest: {en: A line opens., vi: Một tuyến mở.}
  - span: ${at('“The Quick Tern will bring visitors,” said mayor Anna Berg in an open letter.')}
    digest: {en: The mayor is hopeful., vi: Thị trưởng lạc quan.}
  - span: ${at('The dock union does not expect more work. Nordlink carried 80 to 120 cars a day.')}
    digest: {en: The union is not., vi: Công đoàn thì không.}
structure:
  - {role: dateline, span: ${at('Lindmar, 4 May 2031 🚢')}}
`,
    'ferry/entities.yaml': `- id: nordlink
  kind: Company
  label: {en: Nordlink Ferries, vi: Phà Nordlink}
  aliases: [Nordlink, {text: Hãng Nordlink, lang: vi}]
  description: {en: A company.}
  sameAs: [https://companies.example/nordlink]
  mentions:
    - {span: ${at('Nordlink')}, form: name}
    - {span: ${at('Nordlink', 1)}, form: name}
- id: quick-tern
  kind: ex:Ship
  label: {en: Quick Tern, vi: Quick Tern}
  aliases: [Quick Tern]
  mentions:
    - {span: ${at('Quick Tern')}, form: name}
- id: lindmar
  kind: Place
  label: {en: Lindmar, vi: Lindmar}
  aliases: [Lindmar]
  mentions:
    - {span: ${at('Lindmar', 1)}, form: name}
- id: anna-berg
  kind: Person
  label: {en: Anna Berg, vi: Anna Berg}
  aliases: [Anna Berg]
  mentions:
    - {span: ${at('Anna Berg')}, form: name}
    - {span: ${at('mayor')}, form: nominal}
- id: letter
  kind: Work
  label: {en: Open letter, vi: Thư ngỏ}
- id: union
  kind: Agent
  label: {en: Dock union, vi: Công đoàn}
  mentions:
    - {span: ${at('The dock union')}, form: nominal}
`,
    'ferry/claims.yaml': `- id: c1
  subject: nordlink
  predicate: serves
  object: lindmar
  time: 2031-05
  statement: {en: Nordlink sails to Lindmar., vi: Nordlink chạy tới Lindmar.}
  evidence: [${at('opened a ferry line to Lindmar')}]
- id: c2
  subject: anna-berg
  predicate: expects
  object: {claim: c1}
  said: 2031
  attribution:
    speaker: anna-berg
    form: direct
    channel: letter
    verb: said
    spans: [${at('said mayor Anna Berg')}]
    via: {speaker: nordlink, form: indirect}
  modality: predicted
  confidence: 0.8
  statement: {en: The mayor expects visitors., vi: Thị trưởng chờ khách.}
  evidence: [${at('will bring visitors')}, ${at('Quick Tern')}]
- id: c3
  subject: union
  predicate: ranked
  object: nordlink
  qualifiers:
    rank: 3
    after: [anna-berg, union]
    amount: {min: 80, max: 120, unit: cars}
  polarity: negative
  derivation: implied
  statement: {en: The union ranks it third., vi: Công đoàn xếp thứ ba.}
  evidence: [${at('does not expect more work')}]
- id: c10
  subject: nordlink
  predicate: carries
  object: {value: 72000000000000000001}
  statement: {en: It carries many., vi: Nó chở nhiều.}
  evidence: [${at('Nordlink carried')}]
- id: c4
  subject: nordlink
  predicate: motto
  object: {value: Onward, lang: en}
  statement: {en: Its motto is onward., vi: Tiến lên.}
  evidence: [${at('80 to 120')}]
- id: c5
  subject: {claim: c2}
  predicate: despite
  object: {claim: ferry/c3}
  statement: {en: The mayor hopes all the same., vi: Thị trưởng vẫn lạc quan.}
  evidence: [${at('bring visitors')}]
`,
  };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Writes files into a new folder that is gone after the tests; a value of bytes is written as it is. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'clew-corpus-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Problems as a person reads them, with `data` for the folder. */
export function said(problems: readonly Problem[], folder?: string): string[] {
  const lines = problems.map((problem) => formatProblem(problem));
  return folder === undefined ? lines : lines.map((line) => line.replaceAll(folder, 'data'));
}
