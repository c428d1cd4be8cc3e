/** The first files of a new article and dataset. A line that begins with `#` and no space is an example: take the sign off to use it. */
import { stringify } from 'yaml';
import type { CodePointText, Span } from '../model/index.ts';
import type { FoundParagraphs } from './find-paragraphs.ts';

export interface NewArticle {
  readonly id: string;
  /** Tag of the text's language. */
  readonly language: string;
  /** The dataset's languages, at least one. */
  readonly languages: readonly string[];
  readonly sha256: string;
  readonly text: CodePointText;
  readonly found: FoundParagraphs;
}

/** One empty text per language, for `clew check` to point at until it is written. */
function emptyTexts(languages: readonly string[]): string {
  return `{${languages.map((tag) => `${tag}: ""`).join(', ')}}`;
}

/** The same text in each language, for examples. */
function sameText(languages: readonly string[], text: string): string {
  return `{${languages.map((tag) => `${tag}: ${text}`).join(', ')}}`;
}

/** The text as a YAML value, in quotes where it would be read as a number or the like. */
const plain = (text: string) => stringify(text).trimEnd();
const spell = ({ start, end }: Span) => `[${start}, ${end}]`;

export function datasetTemplate(id: string, languages: readonly string[], today: string): string {
  return `# What holds for all articles of this folder.
id: ${plain(id)}
# Every address in the exports begins with this. Before you publish, write an address of your own; it ends with a slash.
base: https://example.org/${id}/
title: ${emptyTexts(languages)}
description: ${emptyTexts(languages)}
licence: https://creativecommons.org/licenses/by/4.0/
# In order of preference. Every statement and digest is written in each of them.
languages: [${languages.join(', ')}]
# The kinds of entities and the predicates that may be used. Add your own Turtle file by its path from this file.
ontologies: [clew:core, clew:news]
issued: ${today}
modified: ${today}
`;
}

export function articleTemplate({ id, language, languages, sha256, text, found }: NewArticle): string {
  const paragraphs = found.spans
    .map((span) => `  - span: ${spell(span)}\n    digest: ${emptyTexts(languages)}\n`)
    .join('');
  return `# One article. Positions are [start, end) in characters (Unicode code points), counted from 0 at the start of the text file.
# \`clew check\` says what is still missing.
id: ${plain(id)}
# The title of the source. Where it has none, write your own and add the line \`titleIsOurs: true\`.
title: ${emptyTexts([language])}
language: ${language}
# Where and when it was published: a day, a month (2031-05) or a year.
#url: https://example.org/news/ferry
#published: 2031-05-04
text:
  sha256: ${plain(sha256)}
  codePoints: ${text.length}
# Found by ${found.separatedBy}. Say in each digest, in your own words, what the paragraph says.
paragraphs:
${paragraphs}# Headings, captions, date lines and credits are no prose: move their spans from the paragraphs to here.
#structure:
#  - {role: heading, span: ${spell(found.spans[0]!)}}
`;
}

export function entitiesTemplate({ languages, text, found }: NewArticle): string {
  const word = firstWord(found.spans[0]!, text);
  return `# Everything that the claims speak of. Take the # off the example and change it.
# kind: a class of the ontologies, such as Company, Person, Country, Product, Concept.
# aliases: each name as the text writes it, 8 words at most.
# mentions: where the text speaks of it, by name, by description (nominal) or by pronoun.
#- id: example-company
#  kind: Company
#  label: ${sameText(languages, 'Example Company')}
#  aliases: [${JSON.stringify(text.slice(word))}]
#  description: ${sameText(languages, '"Replace this by one sentence."')}
#  mentions:
#    - {span: ${spell(word)}, form: name}
#- id: example-product
#  kind: Product
#  label: ${sameText(languages, 'Example Product')}
#- id: example-speaker
#  kind: Person
#  label: ${sameText(languages, 'Example Speaker')}
`;
}

export function claimsTemplate({ languages, text, found }: NewArticle): string {
  const span = spell(firstWord(found.spans[0]!, text));
  return `# What the article says, one claim at a time. Take the # off the examples and change them.
# subject, object: ids of entities.yaml; an object may also be {value: 12}, or {claim: c1} for another claim.
# predicate: a property of the ontologies. evidence: the shortest spans that carry the claim.
#- id: c1
#  subject: example-company
#  predicate: launched
#  object: example-product
#  time: 2031-05
#  statement: ${sameText(languages, '"Replace this by one plain sentence."')}
#  evidence: [${span}]
# Optional: who says it, how firmly (asserted, reported, opinion, predicted, attempted), whether the article denies it
# (polarity: negative), whether the words say it or you conclude it (derivation: implied), and what qualifies it.
#- id: c2
#  subject: example-company
#  predicate: provides
#  object: example-product
#  qualifiers: {manner: {value: widely, lang: en}}
#  attribution: {speaker: example-speaker, form: indirect, verb: said, spans: [${span}]}
#  modality: predicted
#  polarity: negative
#  confidence: 0.9
#  statement: ${sameText(languages, '"Replace this by one plain sentence."')}
#  evidence: [${span}]
`;
}

/** The first word of the text, which the examples point at: they hold as they stand. */
function firstWord(paragraph: Span, text: CodePointText): Span {
  const words = text.slice(paragraph);
  const found = /[\p{L}\p{M}\p{N}]+/u.exec(words);
  if (found === null) return paragraph;
  const start = paragraph.start + [...words.slice(0, found.index)].length;
  return { start, end: start + [...found[0]].length };
}
