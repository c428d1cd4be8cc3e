/** The view as the fragment of the page's address, and back: readable, short, and harmless where malformed. */
import { compareCodePoints } from '../../model/index.ts';
import type { CameraState } from '../stage/stage-face.ts';
import { LANGUAGES } from '../strings/index.ts';
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import { type ConfidenceRange, FACETS, type Facet, type Filters } from './filters.ts';
import { COLOURINGS, SIZINGS } from './looks.ts';
import {
  isFew,
  MOST_PACKED,
  namePlaces,
  packPlaces,
  readNamedPlaces,
  readPackedPlaces,
} from './places-text.ts';
import { DEPTHS } from './surroundings.ts';
import { TIME_AXES, type TimeAxis, type TimeRange } from './timeline.ts';
import {
  INITIAL_VIEW,
  PANELS,
  READING_WIDTH,
  ROWS,
  type Sort,
  THEMES,
  VIEWS,
  type ViewState,
  WAY_COUNTS,
} from './view-state.ts';

/** Decimals of camera coordinates: a ten-thousandth of the view is less than a pixel. */
const CAMERA_DECIMALS = 4;

/** `#view=table&select=vidu`, or an empty string for the view that a page opens with. Equal views give equal text. */
export function formatAddress(state: ViewState, catalog: Pick<Catalog, 'entities'>): string {
  const parts: string[] = [];
  const put = (name: string, ...values: (string | number)[]) => {
    if (values.length > 0) parts.push(`${name}=${values.map((value) => escapeValue(`${value}`)).join(',')}`);
  };
  if (state.view !== INITIAL_VIEW.view) put('view', state.view);
  put('select', ...state.selection);
  put('hide', ...sorted(state.filters.hiddenKinds));
  for (const facet of FACETS) put(facet, ...sorted(state.filters.chosen[facet]));
  const { focus } = state.filters;
  if (focus !== undefined) put('focus', focus.entity, focus.depth);
  const { within, time, confidence, communities } = state.filters;
  if (within !== undefined) put('within', ...(within.size > 0 ? sorted(within) : ['']));
  put('community', ...[...communities].sort((a, b) => a - b).map((number) => number + 1));
  if (state.axis !== INITIAL_VIEW.axis) put('axis', state.axis);
  if (time !== undefined) put('time', time.from, time.to, ...(time.undated ? ['undated'] : []));
  if (confidence !== undefined) {
    put('confidence', confidence.min, confidence.max, ...(confidence.unknown ? ['unknown'] : []));
  }
  if (state.colouring !== INITIAL_VIEW.colouring) put('colour', state.colouring);
  if (state.sizing !== INITIAL_VIEW.sizing) put('size', state.sizing);
  if (state.literals) put('values', 'nodes');
  if (state.directed) put('ways', 'directed');
  if (state.wayCount !== INITIAL_VIEW.wayCount) put('most', state.wayCount);
  if (state.path > 0) put('way', state.path + 1);
  if (state.article !== undefined) put('read', state.article);
  if (state.rows !== INITIAL_VIEW.rows) put('rows', state.rows);
  if (state.sort !== undefined) put('sort', state.sort.column, ...(state.sort.descending ? ['down'] : []));
  put('fold', ...sorted(state.folded));
  if (state.overview) put('overview', 'shown');
  if (state.readingWidth !== INITIAL_VIEW.readingWidth) put('width', state.readingWidth);
  if (state.camera !== undefined) {
    const { x, y, ratio } = state.camera;
    put('camera', ...[x, y, ratio].map((value) => Number(value.toFixed(CAMERA_DECIMALS))));
  }
  putPlaces(state, catalog, put);
  if (state.language !== undefined) put('lang', state.language);
  if (state.theme !== INITIAL_VIEW.theme) put('theme', state.theme);
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** Reads an address against what the graph has; what it does not know it leaves out. */
export function parseAddress(hash: string, catalog: Catalog): ViewState {
  const fields = new Map<string, string[]>();
  for (const part of hash.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at <= 0) continue;
    const values = part
      .slice(at + 1)
      .split(',')
      .map(unescapeValue)
      .filter((value) => value !== undefined);
    fields.set(part.slice(0, at), values);
  }
  const many = (name: string) => fields.get(name) ?? [];
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === many(name)[0]);
  const language = one('lang', LANGUAGES);
  const camera = readCamera(many('camera'));
  const article = one('read', [...catalog.articles.keys()]);
  const sort = readSort(many('sort'));
  const axis = one('axis', TIME_AXES) ?? INITIAL_VIEW.axis;
  const most = Number(many('most')[0] ?? INITIAL_VIEW.wayCount);
  const width = Number(many('width')[0] ?? INITIAL_VIEW.readingWidth);
  return {
    view: one('view', VIEWS) ?? INITIAL_VIEW.view,
    selection: [
      ...new Set(many('select').filter((key) => catalog.entities.has(key) || catalog.claims.has(key))),
    ],
    filters: readFilters(many, catalog, axis),
    axis,
    colouring: one('colour', COLOURINGS) ?? INITIAL_VIEW.colouring,
    sizing: one('size', SIZINGS) ?? INITIAL_VIEW.sizing,
    literals: many('values')[0] === 'nodes',
    wayCount: WAY_COUNTS.includes(most) ? most : INITIAL_VIEW.wayCount,
    directed: many('ways')[0] === 'directed',
    path: /^([2-9]|1\d)$/.test(many('way')[0] ?? '') ? Number(many('way')[0]) - 1 : 0,
    theme: one('theme', THEMES) ?? INITIAL_VIEW.theme,
    rows: one('rows', ROWS) ?? INITIAL_VIEW.rows,
    folded: new Set(PANELS.filter((panel) => many('fold').includes(panel))),
    overview: many('overview')[0] === 'shown',
    readingWidth: Number.isFinite(width)
      ? Math.round(Math.min(Math.max(width, READING_WIDTH.min), READING_WIDTH.max))
      : INITIAL_VIEW.readingWidth,
    ...(language && { language }),
    ...(camera && { camera }),
    ...(article !== undefined && { article }),
    ...(sort && { sort }),
    ...readPlaces(many, catalog),
  };
}

/** The address of a view of a graph that the page does not carry. */
export function nameGraph(address: string, dataset: string): string {
  return `${address === '' ? '#' : `${address}&`}graph=${escapeValue(dataset)}`;
}

/** The dataset that an address is about; undefined where it is about the page's own. */
export function graphOf(hash: string): string | undefined {
  const value = /[#&]graph=([^&]*)/.exec(hash)?.[1];
  return value === undefined ? undefined : unescapeValue(value);
}

/** The theme that an address asks for, which can be told before there is a graph. */
export function themeOf(hash: string): ViewState['theme'] {
  const value = /[#&]theme=([^&]*)/.exec(hash)?.[1];
  return THEMES.find((theme) => theme === value) ?? INITIAL_VIEW.theme;
}

function putPlaces(
  { places, pinned }: ViewState,
  { entities }: Pick<Catalog, 'entities'>,
  put: (name: string, ...values: string[]) => void,
): void {
  const pins = new Map([...pinned].flatMap((id) => (places.has(id) ? [[id, places.get(id)!] as const] : [])));
  put('pin', ...namePlaces(pins));
  // Asked at every change of the view: what it can't hold it does not look at.
  if (!isFew(places.size - pins.size) && entities.size > MOST_PACKED) return;
  const free = new Map([...places].filter(([id]) => !pinned.has(id)));
  if (isFew(free.size)) put('at', ...namePlaces(free));
  else put('places', ...packPlaces(free, entities.keys()));
}

function readPlaces(
  many: (name: string) => readonly string[],
  { entities }: Catalog,
): Pick<ViewState, 'places' | 'pinned'> {
  const pins = readNamedPlaces(many('pin'), entities);
  const free = [
    ...readNamedPlaces(many('at'), entities),
    ...(many('places').length > 0 ? readPackedPlaces(many('places'), entities.keys()) : []),
  ];
  return { places: new Map([...free, ...pins]), pinned: new Set(pins.keys()) };
}

function readFilters(many: (name: string) => readonly string[], catalog: Catalog, axis: TimeAxis): Filters {
  // Asked only where an address chooses something: the index of a large graph is not made for nothing.
  const known = (facet: Facet, value: string) => claimIndex(catalog).facets[facet].names.includes(value);
  const [entity = '', far] = many('focus');
  const depth = DEPTHS.find((known) => `${known}` === far);
  const focus = depth !== undefined && catalog.entities.has(entity) && { entity, depth };
  const within = many('within').filter((id) => catalog.entities.has(id));
  const time = readTime(many('time'), axis);
  const confidence = readConfidence(many('confidence'));
  return {
    ...(focus && { focus }),
    ...(many('within').length > 0 && !focus && { within: new Set(within) }),
    ...(time && { time }),
    ...(confidence && { confidence }),
    communities: new Set(
      many('community')
        .filter((number) => /^[1-9]\d{0,5}$/.test(number))
        .map((number) => Number(number) - 1),
    ),
    hiddenKinds: new Set(many('hide').filter((kind) => catalog.kindCounts.has(kind))),
    chosen: Object.fromEntries(
      FACETS.map((facet) => [facet, new Set(many(facet).filter((value) => known(facet, value)))]),
    ) as unknown as Filters['chosen'],
  };
}

function readCamera(values: readonly string[]): CameraState | undefined {
  const [x, y, ratio] = values.map((value) => (value === '' ? Number.NaN : Number(value)));
  const usable = [x, y, ratio].every((value) => value !== undefined && Math.abs(value) < 1000);
  return usable && ratio! > 0 ? { x: x!, y: y!, ratio: ratio! } : undefined;
}

function readTime([from = '', to = '', undated]: readonly string[], axis: TimeAxis): TimeRange | undefined {
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay(from) || !isDay(to) || from > to) return undefined;
  return { axis, from, to, undated: undated === 'undated' };
}

function readConfidence([least = '', most = '', unknown]: readonly string[]): ConfidenceRange | undefined {
  const [min, max] = [least, most].map((text) => (/^[01](\.\d{1,4})?$/.test(text) ? Number(text) : 2));
  if (min! > max! || max! > 1) return undefined;
  return { min: min!, max: max!, unknown: unknown === 'unknown' };
}

function readSort([column, direction]: readonly string[]): Sort | undefined {
  if (column === undefined || !/^[a-z]+$/.test(column)) return undefined;
  return { column, descending: direction === 'down' };
}

function sorted(values: Iterable<string>): string[] {
  return [...values].sort(compareCodePoints);
}

/** Slash and colon stand in keys and CURIEs and are legal in a fragment (RFC 3986 section 3.5): left readable. */
function escapeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':');
}

function unescapeValue(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
