/** English words for reading claims. */
import { pluralRules, wholeNumbers } from './locale-formats.ts';
import type { ReadingWords } from './reading-words.ts';

const LOCALE = 'en-GB';
const ordinalRule = pluralRules(LOCALE, { type: 'ordinal' });
const number = wholeNumbers(',');

const count = (n: number, one: string, other: string) => `${number(n)} ${n === 1 ? one : other}`;
const claims = (n: number) => count(n, 'claim', 'claims');
const entities = (n: number) => count(n, 'entity', 'entities');
const mentions = (n: number) => count(n, 'mention', 'mentions');
const ordinal = (n: number) =>
  `${n}${({ one: 'st', two: 'nd', few: 'rd' } as Record<string, string>)[ordinalRule(n)] ?? 'th'}`;

export const en: ReadingWords = {
  locale: LOCALE,
  dates: {
    about: (date) => `about ${date}`,
    uncertain: (date) => `${date}, uncertain`,
    since: (date) => `since ${date}`,
    until: (date) => `until ${date}`,
    between: (start, end) => `${start} to ${end}`,
    decade: (year) => `the ${year}s`,
    century: (number) => `the ${ordinal(number)} century`,
    season: (season, year) => `${['spring', 'summer', 'autumn', 'winter'][season - 1]} ${year}`,
    at: (date, time) => `${date}, ${time}`,
  },
  madeFrom: (c, e, a) =>
    `${claims(c)} about ${entities(e)}, from ${a === 1 ? 'one article' : count(a, 'article', 'articles')}`,

  kinds: 'Kinds',
  otherKinds: 'Other',
  denied: 'Denied',

  claim: 'Claim',
  claims,
  entities,
  alsoCalled: 'Also called',
  sameAs: 'Elsewhere',
  closeMatch: 'Close to',
  says: 'What it says, or carries',
  inQualifiers: 'Named in the details of',
  noClaims: 'No claim names it; the article only mentions it.',
  mentions,
  mentionForms: {
    name: (n) => count(n, 'name', 'names'),
    nominal: (n) => count(n, 'description', 'descriptions'),
    pronoun: (n) => count(n, 'pronoun', 'pronouns'),
  },
  whoSays: 'Who says it',
  articleItself: 'The article, in its own voice',
  verb: (english) => english,
  forms: { direct: 'word for word', indirect: 'in indirect speech' },
  through: 'in',
  passedOnBy: 'passed on by',
  howFirmly: 'How firmly',
  firmness: {
    asserted: 'Stated as so',
    reported: 'Reported as found by others',
    opinion: 'Held as an opinion',
    predicted: 'Foreseen, not yet so',
    attempted: 'Attempted; success is not stated',
  },
  whenTrue: 'When it holds',
  whenSaid: 'When it was said',
  deniedPlainly: 'Denied: it is said not to be so',
  basis: 'Basis',
  explicitPlainly: 'The words say it',
  impliedPlainly: 'Implied: a careful reader concludes it',
  confidence: 'Confidence',
  evidence: 'Evidence',
  outsideParagraphs: 'Outside the paragraphs',
  address: 'IRI',
  claimsAboutThis: 'Claims about this claim',
  spokenOf: 'The claim that it speaks of',
  yes: 'yes',
  no: 'no',
  atLeast: (amount) => `at least ${amount}`,
  atMost: (amount) => `at most ${amount}`,
  range: (min, max) => `${min}–${max}`,
  unit: (unit) => (unit === 'percent' ? '%' : unit),

  article: 'Article',
  titleIsOurs: 'The source has no title; this one is the annotator’s.',
  openSource: 'Open the source',
  creditRoles: {
    source: 'After',
    photo: 'Photo',
    author: 'By',
    translator: 'Translated by',
    publisher: 'Published by',
  },
  paragraph: (n) => `Paragraph ${n}`,
  paragraphs: (n) => count(n, 'paragraph', 'paragraphs'),
  structures: { dateline: 'Date line', heading: 'Heading', caption: 'Caption', credits: 'Credits' },
  digestNote: 'A digest in other words; the article’s own text is not part of this page.',
};
