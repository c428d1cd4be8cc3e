/** Every text of the interface that a language has to give; a missing one does not compile. */
import type { ReadingWords } from '../../graph/index.ts';
import type { Modality } from '../../model/index.ts';
import type { Facet } from '../state/filters.ts';
import type { Colouring, Sizing } from '../state/looks.ts';
import type { MarkUse } from '../state/marks.ts';
import type { HitType } from '../state/search-entries.ts';
import type { TimeAxis } from '../state/timeline.ts';
import type { Theme, View } from '../state/view-state.ts';
import type { ArrangingStrings } from './arranging.ts';
import type { FileStrings } from './files.ts';
import type { OpeningStrings } from './opening.ts';

export interface Strings extends ReadingWords {
  // The frame
  readonly skipToCanvas: string;
  readonly skipToReading: string;
  readonly search: string;
  readonly searchHint: string;
  readonly views: Readonly<Record<View, string>>;
  readonly viewSwitch: string;
  /** Leads to the query that found what is drawn. */
  readonly changeQuery: string;
  readonly undo: string;
  readonly redo: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly share: string;
  readonly copyAddress: string;
  readonly copied: string;
  readonly print: string;
  readonly legend: string;
  readonly reading: string;
  readonly foldLegend: string;
  readonly unfoldLegend: string;
  readonly foldReading: string;
  readonly unfoldReading: string;
  readonly readingWidth: string;
  readonly close: string;
  readonly hint: string;

  // Search
  readonly searchResults: string;
  readonly hits: (n: number) => string;
  readonly noHits: (query: string) => string;
  readonly hitTypes: Readonly<Record<HitType, string>>;
  readonly hiddenByFilters: string;
  readonly showKindOnly: string;
  readonly showPredicateOnly: string;
  readonly cancelSearch: string;

  // Filters
  readonly facets: Readonly<Record<Facet, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
  readonly affirmed: string;
  readonly explicit: string;
  readonly implied: string;
  readonly ownVoice: string;
  readonly only: string;
  readonly onlyThis: (name: string) => string;
  readonly shownOf: (shown: number, all: number) => string;
  readonly showAll: string;
  readonly clearFacet: (facet: string) => string;
  /** The field over a long list of a facet's values. */
  readonly findIn: (facet: string) => string;
  /** No value of the list has these letters. */
  readonly noneIn: (letters: string) => string;
  readonly nothingShown: string;
  /** Thumbs of a slider, after the name of what it bounds. */
  readonly leastOf: (name: string) => string;
  readonly mostOf: (name: string) => string;
  /** @param n claims without an estimate */
  readonly withUnknown: (n: number) => string;

  // Time
  readonly timeline: string;
  readonly foldTimeline: string;
  readonly unfoldTimeline: string;
  readonly axisSwitch: string;
  readonly axes: Readonly<Record<TimeAxis, string>>;
  readonly noTimes: Readonly<Record<TimeAxis, string>>;
  readonly claimsAt: (time: string, n: number) => string;
  readonly undated: (n: number) => string;
  readonly withUndated: (n: number) => string;
  readonly clearTime: string;

  // Colour, size, communities
  readonly looks: string;
  readonly colourBy: string;
  readonly sizeBy: string;
  readonly colourings: Readonly<Record<Colouring, string>>;
  readonly sizings: Readonly<Record<Sizing, string>>;
  /** What a measure counts. */
  readonly measureNotes: Readonly<Record<Exclude<Colouring, 'kind'>, string>>;
  readonly literalNodes: string;
  readonly communities: string;
  /** A community by its most important entity. */
  readonly communityAround: (name: string) => string;
  readonly otherCommunities: string;
  readonly measuring: string;

  // Growing
  readonly startSmall: string;
  readonly alone: string;
  readonly aloneToGrow: string;
  readonly takeOut: string;
  readonly grown: (entities: number) => string;
  readonly reach: (shown: number, all: number) => string;
  readonly reachOf: (name: string, shown: number, all: number) => string;
  readonly notYetShown: (n: number) => string;
  readonly growLimit: (most: number) => string;

  // Canvas
  readonly canvas: string;
  readonly canvasHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  readonly overview: string;
  readonly overviewHelp: string;
  readonly noWebGl: string;
  readonly canvasLost: string;

  // Cards
  readonly selected: (n: number) => string;
  /** There is a limit, and it is reached. */
  readonly mostSelected: (n: number) => string;
  readonly clearSelection: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly alongArrows: string;
  readonly noWay: string;
  readonly moreWays: string;
  readonly turnRound: string;
  readonly selectSecond: string;
  readonly aroundIt: string;
  readonly everything: string;
  readonly steps: (n: number) => string;
  readonly focusedOn: (name: string, depth: number) => string;
  readonly evidenceIn: (paragraph: number, spans: number) => string;
  readonly copy: (what: string) => string;
  readonly citation: string;
  readonly contradictedBy: string;
  readonly contradicted: string;
  readonly turtle: string;

  // Article
  readonly chooseArticle: string;
  readonly articleBefore: string;
  readonly articleAfter: string;
  /** @param n from 1 on */
  readonly articleAt: (n: number, of: number) => string;
  readonly claimsHere: (n: number) => string;
  readonly marks: Readonly<Record<MarkUse, string>>;
  /** @param mark one of `marks` */
  readonly markAt: (mark: string, start: number, end: number) => string;
  readonly bringText: string;
  readonly chooseFile: string;
  readonly textShown: string;
  readonly putTextAway: string;
  readonly sourceProblems: Readonly<Record<'no-hash' | 'no-match' | 'not-utf8', string>>;

  // Voices
  readonly voices: string;
  /** @param other the second of a pair */
  readonly voicesAbout: (name: string, other: string | undefined) => string;
  readonly voicesOfAll: string;
  readonly voicesHint: string;
  readonly contradictions: (pairs: number) => string;
  readonly noContradictions: string;

  // Table
  readonly tableOf: { entities: string; claims: string };
  readonly rowsSwitch: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly sortBy: (column: string) => string;
  readonly moreRows: (n: number) => string;

  // Files, and work in the background
  readonly noWorker: string;
  readonly arranging: ArrangingStrings;
  readonly files: FileStrings;
  readonly opening: OpeningStrings;

  // Announcements and empty states
  readonly nowSelected: (name: string) => string;
  readonly nothingSelected: string;
  readonly nowView: (view: string) => string;
  readonly nowShown: (claims: number, entities: number) => string;
  readonly undone: string;
  readonly redone: string;
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
  | 'place'
  | 'confidence'
  | 'community'
  | 'pageRank'
  | 'betweenness';
