/** Everything about a view that its address keeps, and the pure steps that change it. */
import type { CameraState } from '../stage/stage-face.ts';
import type { Language } from '../strings/index.ts';
import { isClaimKey } from './catalog.ts';
import { type ConfidenceRange, FACETS, type Facet, type Filters, NO_FILTERS } from './filters.ts';
import type { Colouring, Sizing } from './looks.ts';
import { PATH_DEFAULTS } from './paths.ts';
import { AS_LAID_OUT, type Places } from './places.ts';
import type { Focus } from './surroundings.ts';
import type { TimeAxis, TimeRange } from './timeline.ts';

export const VIEWS = ['graph', 'table', 'article', 'voices'] as const;
export type View = (typeof VIEWS)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const PANELS = ['legend', 'reading', 'timeline'] as const;
export type Panel = (typeof PANELS)[number];
export const ROWS = ['entities', 'claims'] as const;
export type Rows = (typeof ROWS)[number];

/** The order of a table's rows: a column's id, and whether it runs downwards. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** How many ways between two entities are looked for: more each time the reader asks. */
export const WAY_COUNTS: readonly number[] = [PATH_DEFAULTS.count, 8, 16];

/** Bounds of the reading column's width in CSS pixels. */
export const READING_WIDTH = { min: 300, max: 680, initial: 420 } as const;

export interface ViewState {
  readonly view: View;
  /** Entity ids and claim keys, the one whose card is shown last. */
  readonly selection: readonly string[];
  readonly filters: Filters;
  /** Ways between two selected entities go only from subject to object. */
  readonly directed: boolean;
  /** Which of those ways is shown, from 0. */
  readonly path: number;
  /** How many of them are looked for. */
  readonly wayCount: number;
  /** By what entities are coloured and sized. */
  readonly colouring: Colouring;
  readonly sizing: Sizing;
  /** Literal values are small nodes. */
  readonly literals: boolean;
  /** The axis of the timeline. */
  readonly axis: TimeAxis;
  /** Chosen by hand; absent: the reader's own where there are strings for it. */
  readonly language?: Language;
  readonly theme: Theme;
  /** Absent: the whole graph. */
  readonly camera?: CameraState;
  /** Entities that are elsewhere than the data has them. */
  readonly places: Places;
  /** Of those, the ones that a layout leaves where they are. */
  readonly pinned: ReadonlySet<string>;
  /** Id of the article in the reading column; absent: that of the selection, or the first. */
  readonly article?: string;
  readonly rows: Rows;
  readonly sort?: Sort;
  readonly folded: ReadonlySet<Panel>;
  /** The small picture of the whole graph lies over the canvas. */
  readonly overview: boolean;
  /** CSS pixels within {@link READING_WIDTH}. */
  readonly readingWidth: number;
}

export const INITIAL_VIEW: ViewState = {
  view: 'graph',
  selection: [],
  filters: NO_FILTERS,
  directed: false,
  path: 0,
  wayCount: PATH_DEFAULTS.count,
  colouring: 'kind',
  sizing: 'claims',
  literals: false,
  axis: 'time',
  theme: 'auto',
  places: AS_LAID_OUT,
  pinned: new Set(),
  rows: 'entities',
  folded: new Set(),
  overview: false,
  readingWidth: READING_WIDTH.initial,
};

/** The view of a graph that was not shown before: what is the reader's own choice stays. */
export function newView(before: ViewState = INITIAL_VIEW): ViewState {
  const { language, theme, folded, overview, readingWidth } = before;
  return { ...INITIAL_VIEW, theme, folded, overview, readingWidth, ...(language && { language }) };
}

/** The key whose card is shown. */
export function primary(state: Pick<ViewState, 'selection'>): string | undefined {
  return state.selection.at(-1);
}

/** Selects one key and nothing else; `undefined` clears. With `additive` the key joins the selection, or leaves it. */
export function select(state: ViewState, key: string | undefined, additive = false): ViewState {
  if (key === undefined) return state.selection.length === 0 ? state : { ...state, ...NO_WAY, selection: [] };
  if (!additive) {
    if (state.selection.length === 1 && state.selection[0] === key) return state;
    return { ...state, ...NO_WAY, selection: [key] };
  }
  const others = state.selection.filter((known) => known !== key);
  const selection = others.length < state.selection.length ? others : [...others, key];
  return { ...state, ...NO_WAY, selection };
}

/** Selects one key besides those that are selected; its card is the one that is shown. */
export function selectAlso(state: ViewState, key: string): ViewState {
  if (primary(state) === key) return state;
  const others = state.selection.filter((known) => known !== key);
  return { ...state, ...NO_WAY, selection: [...others, key] };
}

const NO_WAY = { path: INITIAL_VIEW.path, wayCount: INITIAL_VIEW.wayCount } as const;

/** Hides the kinds where any of them is shown, else shows them all. */
export function toggleKinds(state: ViewState, kinds: readonly string[]): ViewState {
  const hidden = new Set(state.filters.hiddenKinds);
  const hide = kinds.some((kind) => !hidden.has(kind));
  for (const kind of kinds) {
    if (hide) hidden.add(kind);
    else hidden.delete(kind);
  }
  return withFilters(state, { hiddenKinds: hidden });
}

/** Shows these kinds alone; all of them where they stand alone already. @param all the kinds that occur */
export function onlyKinds(state: ViewState, kinds: readonly string[], all: Iterable<string>): ViewState {
  const wanted = new Set(kinds);
  const rest = [...all].filter((kind) => !wanted.has(kind));
  const { hiddenKinds } = state.filters;
  const alone = rest.every((kind) => hiddenKinds.has(kind)) && kinds.every((kind) => !hiddenKinds.has(kind));
  return withFilters(state, { hiddenKinds: new Set(alone ? [] : rest) });
}

/** Adds a value to a facet's choice, or takes it back. */
export function toggleFacet(state: ViewState, facet: Facet, value: string): ViewState {
  const chosen = new Set(state.filters.chosen[facet]);
  if (!chosen.delete(value)) chosen.add(value);
  return withChoice(state, facet, chosen);
}

/** Makes a value the facet's only choice. */
export function onlyFacet(state: ViewState, facet: Facet, value: string): ViewState {
  return withChoice(state, facet, new Set([value]));
}

export function clearFacet(state: ViewState, facet: Facet): ViewState {
  return withChoice(state, facet, new Set());
}

export function clearFilters(state: ViewState): ViewState {
  return { ...state, filters: NO_FILTERS };
}

/** Shows only what lies around an entity; `undefined` shows everything again. What has grown by hand gives way. */
export function setFocus(state: ViewState, focus: Focus | undefined): ViewState {
  return withFilters(state, { within: undefined, focus });
}

/** Shows only these entities; `undefined` shows everything again. A focus gives way. */
export function setWithin(state: ViewState, within: ReadonlySet<string> | undefined): ViewState {
  return withFilters(state, { focus: undefined, within });
}

/** Keeps the claims of a stretch of time; `undefined` keeps all. */
export function setTime(state: ViewState, time: TimeRange | undefined): ViewState {
  return withFilters(state, { time });
}

/** Shows another axis of time; a range on the former one is given up. */
export function showAxis(state: ViewState, axis: TimeAxis): ViewState {
  return axis === state.axis ? state : { ...setTime(state, undefined), axis };
}

export function setConfidence(state: ViewState, confidence: ConfidenceRange | undefined): ViewState {
  return withFilters(state, { confidence });
}

/** Adds a community to those that are kept, or takes it back. */
export function toggleCommunity(state: ViewState, community: number): ViewState {
  const communities = new Set(state.filters.communities);
  if (!communities.delete(community)) communities.add(community);
  return withFilters(state, { communities });
}

/** Keeps these communities alone; none keeps all. */
export function onlyCommunities(state: ViewState, communities: readonly number[]): ViewState {
  return withFilters(state, { communities: new Set(communities) });
}

/**
 * Puts an article into the reading column, which is brought back where it was folded away. A selected claim gives way: it
 * would bring its own article.
 */
export function openArticle(state: ViewState, article: string): ViewState {
  const key = primary(state);
  const before = key !== undefined && isClaimKey(key) ? select(state, undefined) : state;
  const folded = new Set(before.folded);
  folded.delete('reading');
  return { ...before, article, folded };
}

/** Folds a panel away, or brings it back. */
export function toggleFold(state: ViewState, panel: Panel): ViewState {
  const folded = new Set(state.folded);
  if (!folded.delete(panel)) folded.add(panel);
  return { ...state, folded };
}

/** Sorts by a column; a second time turns the order round. @param descending how the column starts */
export function sortBy(state: ViewState, column: string, descending: boolean): ViewState {
  const turned = state.sort?.column === column ? !state.sort.descending : descending;
  return { ...state, sort: { column, descending: turned } };
}

/** Shows the other table, in its own first order. */
export function showRows(state: ViewState, rows: Rows): ViewState {
  const { sort: _, ...rest } = state;
  return { ...rest, rows };
}

type Changes = { readonly [Key in keyof Filters]?: Filters[Key] | undefined };

/** What is undefined is taken out. */
function withFilters(state: ViewState, changes: Changes): ViewState {
  const filters = Object.entries({ ...state.filters, ...changes }).filter(([, value]) => value !== undefined);
  return { ...state, filters: Object.fromEntries(filters) as unknown as Filters };
}

function withChoice(state: ViewState, facet: Facet, values: ReadonlySet<string>): ViewState {
  return withFilters(state, { chosen: { ...state.filters.chosen, [facet]: values } });
}

/** True where both let the same things through. */
export function sameFilters(a: Filters, b: Filters): boolean {
  return (
    sameParts(a.focus, b.focus) &&
    sameParts(a.time, b.time) &&
    sameParts(a.confidence, b.confidence) &&
    sameSet(a.hiddenKinds, b.hiddenKinds) &&
    sameSet(a.communities, b.communities) &&
    (a.within === undefined) === (b.within === undefined) &&
    sameSet(a.within ?? new Set(), b.within ?? new Set()) &&
    FACETS.every((facet) => sameSet(a.chosen[facet], b.chosen[facet]))
  );
}

function sameParts<T extends object>(a: T | undefined, b: T | undefined): boolean {
  const text = (part: T | undefined) => JSON.stringify(part && Object.entries(part).sort());
  return a === b || text(a) === text(b);
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
