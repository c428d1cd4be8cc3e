/** Every text of the interface that a language has to give; a missing one does not compile. */
import type { AttributionForm, Credit, MentionForm, Modality, StructureRole } from '../../model/index.ts';
import type { Facet } from '../state/filters.ts';
import type { MarkUse } from '../state/marks.ts';
import type { Theme, View } from '../state/view-state.ts';

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

export interface Strings {
  /** BCP 47 tag that numbers, dates and order follow. */
  readonly locale: string;
  readonly dates: DateWords;

  // The frame
  readonly skipToCanvas: string;
  readonly skipToReading: string;
  readonly search: string;
  readonly searchHint: string;
  readonly views: Readonly<Record<View, string>>;
  readonly viewSwitch: string;
  readonly undo: string;
  readonly redo: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly share: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly saveGraph: string;
  readonly saveAs: (extension: string) => string;
  readonly print: string;
  readonly legend: string;
  readonly reading: string;
  readonly foldLegend: string;
  readonly unfoldLegend: string;
  readonly foldReading: string;
  readonly unfoldReading: string;
  readonly readingWidth: string;
  readonly close: string;
  readonly madeFrom: (claims: number, entities: number, articles: number) => string;
  readonly hint: string;

  // Search
  readonly searchResults: string;
  readonly hits: (n: number) => string;
  readonly noHits: (query: string) => string;
  readonly hitTypes: { entity: string; claim: string; predicate: string; kind: string };
  readonly hiddenByFilters: string;
  readonly showKindOnly: string;
  readonly showPredicateOnly: string;
  readonly cancelSearch: string;

  // Filters
  readonly kinds: string;
  readonly otherKinds: string;
  readonly facets: Readonly<Record<Facet, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
  readonly affirmed: string;
  readonly denied: string;
  readonly explicit: string;
  readonly implied: string;
  readonly ownVoice: string;
  readonly only: string;
  readonly onlyThis: (name: string) => string;
  readonly shownOf: (shown: number, all: number) => string;
  readonly showAll: string;
  readonly clearFacet: (facet: string) => string;
  readonly nothingShown: string;

  // Canvas
  readonly canvas: string;
  readonly canvasHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  readonly noWebGl: string;
  readonly canvasLost: string;

  // Cards
  readonly claim: string;
  readonly claims: (n: number) => string;
  readonly entities: (n: number) => string;
  readonly selected: (n: number) => string;
  readonly clearSelection: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly alongArrows: string;
  readonly noWay: string;
  readonly selectSecond: string;
  readonly aroundIt: string;
  readonly everything: string;
  readonly steps: (n: number) => string;
  readonly focusedOn: (name: string, depth: number) => string;
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
  readonly evidenceIn: (paragraph: number, spans: number) => string;
  readonly outsideParagraphs: string;
  readonly address: string;
  readonly copy: (what: string) => string;
  readonly citation: string;
  readonly claimsAboutThis: string;
  readonly spokenOf: string;
  readonly turtle: string;
  readonly yes: string;
  readonly no: string;
  readonly atLeast: (amount: string) => string;
  readonly atMost: (amount: string) => string;
  readonly range: (min: string, max: string) => string;
  readonly unit: (unit: string) => string;

  // Article
  readonly article: string;
  readonly chooseArticle: string;
  readonly titleIsOurs: string;
  readonly openSource: string;
  readonly creditRoles: Readonly<Record<Credit['role'], string>>;
  readonly paragraph: (n: number) => string;
  readonly paragraphs: (n: number) => string;
  readonly structures: Readonly<Record<StructureRole, string>>;
  readonly claimsHere: (n: number) => string;
  readonly digestNote: string;
  readonly marks: Readonly<Record<MarkUse, string>>;
  /** @param mark one of `marks` */
  readonly markAt: (mark: string, start: number, end: number) => string;
  readonly bringText: string;
  readonly chooseFile: string;
  readonly dropHere: string;
  readonly textShown: string;
  readonly putTextAway: string;
  readonly sourceProblems: Readonly<Record<'no-hash' | 'no-match' | 'not-utf8', string>>;

  // Table
  readonly tableOf: { entities: string; claims: string };
  readonly rowsSwitch: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly sortBy: (column: string) => string;
  readonly moreRows: (n: number) => string;

  // Files, and work in the background
  readonly noWorker: string;

  // Announcements and empty states
  readonly nowSelected: (name: string) => string;
  readonly nothingSelected: string;
  readonly nowView: (view: string) => string;
  readonly nowShown: (claims: number, entities: number) => string;
  readonly undone: string;
  readonly redone: string;
  readonly noData: string;
  readonly brokenData: string;
  readonly emptyGraph: string;
}

export type Column =
  | 'name'
  | 'kind'
  | 'claims'
  | 'mentions'
  | 'description'
  | 'statement'
  | 'subject'
  | 'predicate'
  | 'object'
  | 'speaker'
  | 'modality'
  | 'polarity'
  | 'time'
  | 'place';
