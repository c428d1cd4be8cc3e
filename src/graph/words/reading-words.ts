/** The words that claims are read in, which a language has to give; a missing one does not compile. */
import type { AttributionForm, Credit, MentionForm, Modality, StructureRole } from '../../model/index.ts';

/** How partial dates (EDTF) are put into words around dates that Intl has already formatted. */
export interface DateWords {
  about(date: string): string;
  uncertain(date: string): string;
  since(date: string): string;
  until(date: string): string;
  between(start: string, end: string): string;
  decade(year: string): string;
  century(number: number): string;
  /** @param season 1 spring to 4 winter */
  season(season: 1 | 2 | 3 | 4, year: string): string;
  at(date: string, time: string): string;
}

export interface ReadingWords {
  /** BCP 47 tag that numbers, dates and order follow. */
  readonly locale: string;
  readonly dates: DateWords;
  readonly madeFrom: (claims: number, entities: number, articles: number) => string;
  readonly kinds: string;
  readonly otherKinds: string;
  readonly denied: string;
  readonly claim: string;
  readonly claims: (n: number) => string;
  readonly entities: (n: number) => string;
  readonly alsoCalled: string;
  readonly sameAs: string;
  readonly closeMatch: string;
  readonly says: string;
  readonly inQualifiers: string;
  readonly noClaims: string;
  readonly mentions: (n: number) => string;
  readonly mentionForms: Readonly<Record<MentionForm, (n: number) => string>>;
  readonly whoSays: string;
  readonly articleItself: string;
  /** A speech act, given as one English word in the data; `undefined` where the language has no word for it. */
  readonly verb: (english: string) => string | undefined;
  readonly forms: Readonly<Record<AttributionForm, string>>;
  readonly through: string;
  readonly passedOnBy: string;
  readonly howFirmly: string;
  readonly firmness: Readonly<Record<Modality, string>>;
  readonly whenTrue: string;
  readonly whenSaid: string;
  readonly deniedPlainly: string;
  readonly basis: string;
  readonly explicitPlainly: string;
  readonly impliedPlainly: string;
  readonly confidence: string;
  readonly evidence: string;
  readonly outsideParagraphs: string;
  readonly address: string;
  readonly claimsAboutThis: string;
  readonly spokenOf: string;
  readonly yes: string;
  readonly no: string;
  readonly atLeast: (amount: string) => string;
  readonly atMost: (amount: string) => string;
  readonly range: (min: string, max: string) => string;
  readonly unit: (unit: string) => string;
  readonly article: string;
  readonly titleIsOurs: string;
  readonly openSource: string;
  readonly creditRoles: Readonly<Record<Credit['role'], string>>;
  readonly paragraph: (n: number) => string;
  readonly paragraphs: (n: number) => string;
  readonly structures: Readonly<Record<StructureRole, string>>;
  readonly digestNote: string;
}
