/** The application: one immutable view state, everything that follows from it, and the only ways to change it. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { DARK, LIGHT, type Palette } from '../../graph/index.ts';
import { type CodePointText, type LangMap, pickText } from '../../model/index.ts';
import type { CameraState, Outlining } from '../stage/stage-face.ts';
import { chooseLanguage, type Language, STRINGS, type Strings } from '../strings/index.ts';
import type { Background } from '../worker/background.ts';
import { type Arranging, createArranging } from './arranging.ts';
import type { Catalog } from './catalog.ts';
import type { Environment } from './environment.ts';
import { applyFilters, type Shown } from './filters.ts';
import { type History, record, redo, startHistory, undo } from './history.ts';
import { measureFor } from './looks.ts';
import { createMeasures, type Measures, type Values } from './measures.ts';
import { samePlaces } from './places.ts';
import { type SeekingWays, seekWays } from './seeking-ways.ts';
import { primary, sameFilters, select, selectAlso, type ViewState } from './view-state.ts';
import { whyNot } from './why-not.ts';

/** More are not selected at once: neither an address nor a reader could hold them. */
export const MOST_SELECTED = 400;

/** `starting`: being made. `absent`: no WebGL. `lost`: it was taken away. `broken`: what it shows is not whole. */
export type CanvasState = 'starting' | 'ready' | 'absent' | 'lost' | 'broken';

/** How far the sheet of the narrow page is up. */
export const SHEETS = ['peek', 'half', 'full'] as const;
export type Sheet = (typeof SHEETS)[number];

/** A wish that the canvas brings keys into sight; a new object each time. */
export interface Sight {
  readonly keys: readonly string[];
}

export interface SelectOptions {
  /** Joins or leaves the selection in place of becoming it. */
  readonly additive?: boolean;
  /** Joins the selection, as the one whose card is shown. */
  readonly keep?: boolean;
  /** Brings the selection into sight on the canvas: for every way of selecting but the canvas itself. */
  readonly sight?: boolean;
}

export interface App {
  readonly catalog: Catalog;
  /** Whether the data has been looked through: until then it may be drawn, but not put into words. */
  readonly checked: ReadonlySignal<boolean>;
  /** Looks through it. @throws ProblemError where something is wrong with it */
  check(): Promise<void>;
  /** Does what takes long, or is not needed before the first frame. */
  readonly background: Background;
  /** The `.json` of the graph, as the page carries it, in pieces. */
  readonly json: () => Iterable<string>;
  readonly environment: Environment;
  readonly state: ReadonlySignal<ViewState>;
  readonly language: ReadonlySignal<Language>;
  readonly strings: ReadonlySignal<Strings>;
  /** Languages of the data's texts in order of preference. */
  readonly languages: ReadonlySignal<readonly string[]>;
  readonly palette: ReadonlySignal<Palette>;
  readonly shown: ReadonlySignal<Shown>;
  /** Measures of the whole graph. */
  readonly measures: Measures;
  /** Numbers of communities by entity; undefined until something asks for them and they are found. */
  readonly communityOf: ReadonlySignal<Values | undefined>;
  /** Asks for the communities. */
  readonly communitiesWanted: Signal<boolean>;
  /** The key whose card is shown. */
  readonly primary: ReadonlySignal<string | undefined>;
  /** Ways between two selected entities; empty while anything else is selected. */
  readonly ways: SeekingWays['ways'];
  /** Whether they are still being sought. */
  readonly seekingWays: SeekingWays['seeking'];
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Keys under the pointer, on the canvas or in a list. */
  readonly pointed: Signal<readonly string[]>;
  readonly sight: Signal<Sight | undefined>;
  readonly canvas: Signal<CanvasState>;
  /** Whether the legend lies over the middle, on a page that has no column for it. */
  readonly legendOver: Signal<boolean>;
  /** Whether the timeline of the narrow page is open. */
  readonly timelineOver: Signal<boolean>;
  /** How far the phone's sheet is pulled up. */
  readonly sheet: Signal<Sheet>;
  /** The layout that the reader runs. */
  readonly arranging: Arranging;
  /** What a press on the canvas's ground draws around what is to be selected; undefined: it moves the camera. */
  readonly outlining: Signal<Outlining | undefined>;
  /** Said to screen readers. */
  readonly announcement: Signal<string>;
  /** Source texts that the reader brought, by article. */
  readonly sources: Signal<ReadonlyMap<string, CodePointText>>;
  /** The article in the reading column. */
  readonly article: ReadonlySignal<string | undefined>;
  text(map: LangMap | undefined): string;
  /** @param gesture changes of one gesture, while a slider is drawn for instance, are one step */
  change(step: (state: ViewState) => ViewState, gesture?: object): void;
  /** Whether the last change went on with a gesture. */
  goesOn(): boolean;
  select(key: string | undefined, options?: SelectOptions): void;
  /** Selects several entities at once. @param additive they join the selection */
  selectMany(keys: readonly string[], additive: boolean): void;
  setCamera(camera: CameraState): void;
  /** Takes over a state from the address. */
  restore(state: ViewState): void;
  undo(): void;
  redo(): void;
}

export interface AppParts {
  readonly catalog: Catalog;
  readonly environment: Environment;
  /** The state that the address asks for. */
  readonly initial: ViewState;
  readonly background: Background;
  readonly json: () => Iterable<string>;
  /** Looks through the data; absent: that has been done. */
  readonly check?: () => Promise<void>;
}

export function createApp({ catalog, environment, initial, background, json, check }: AppParts): App {
  const checked = signal(check === undefined);
  let checking: Promise<void> | undefined;
  const history = signal<History<ViewState>>(startHistory(initial));
  const state = computed(() => history.value.present);
  const language = computed(() => state.value.language ?? chooseLanguage(environment.languages));
  const filters = computed(() => state.value.filters);
  const announcement = signal('');
  const measures = createMeasures(background, (answer) => {
    announcement.value = whyNot(answer, STRINGS[language.peek()]);
  });
  const communitiesWanted = signal(false);
  const communityOf = computed(() =>
    communitiesWanted.value ||
    filters.value.communities.size > 0 ||
    measureFor(state.value.colouring) === 'community'
      ? measures('community').value
      : undefined,
  );
  const shown = computed(() => applyFilters(catalog, filters.value, communityOf.value));
  const selection = computed(() => state.value.selection);
  const languages = computed(() => [...new Set([language.value, ...catalog.dataset.languages])]);
  const sight = signal<Sight | undefined>(undefined);
  const { ways, seeking } = seekWays(
    catalog,
    {
      selection,
      shown,
      directed: computed(() => state.value.directed),
      count: computed(() => state.value.wayCount),
    },
    (keys) => {
      // What was to be seen of the selection is the way between them.
      if (sight.peek()?.keys === keys) sight.value = { keys };
    },
  );
  const replace = (next: ViewState) => {
    history.value = { ...history.value, present: next };
  };
  /** Goes to a remembered state, keeping what is not part of a step. */
  const step = (turn: typeof undo<ViewState>) => {
    const turned = turn(history.value);
    if (turned === history.value) return;
    const { selection } = turned.present;
    const kept = Object.fromEntries(STEPS.map((part) => [part, turned.present[part]]));
    batch(() => {
      history.value = { ...turned, present: { ...state.value, ...kept } };
      if (selection.length > 0) sight.value = { keys: selection };
    });
  };
  let lastGesture: object | undefined;
  let goesOn = false;
  const change = (turn: (state: ViewState) => ViewState, gesture?: object) => {
    const before = state.value;
    const next = turn(before);
    if (next === before) return;
    goesOn = gesture !== undefined && gesture === lastGesture;
    lastGesture = gesture;
    if (!goesOn && isStep(before, next)) history.value = record(history.value, next);
    else replace(next);
  };
  const app: Omit<App, 'arranging'> & { arranging?: Arranging } = {
    catalog,
    checked,
    check() {
      checking ??= (check?.() ?? Promise.resolve()).then(() => {
        checked.value = true;
      });
      return checking;
    },
    background,
    json,
    environment,
    state,
    language,
    languages,
    strings: computed(() => STRINGS[language.value]),
    palette: computed(() => {
      const { theme } = state.value;
      return theme === 'dark' || (theme === 'auto' && environment.prefersDark.value) ? DARK : LIGHT;
    }),
    shown,
    measures,
    communityOf,
    communitiesWanted,
    primary: computed(() => primary(state.value)),
    ways,
    seekingWays: seeking,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    pointed: signal([]),
    sight,
    canvas: signal<CanvasState>('starting'),
    legendOver: signal(false),
    timelineOver: signal(false),
    sheet: signal<Sheet>('peek'),
    outlining: signal<Outlining | undefined>(undefined),
    announcement,
    sources: signal(new Map()),
    article: computed(() => articleOf(catalog, state.value)),
    text: (map) => (map && pickText(map, languages.value)?.text) ?? '',
    change,
    goesOn: () => goesOn,
    select(key, { additive = false, keep = false, sight: wanted = false } = {}) {
      batch(() => {
        change((before) =>
          keep && key !== undefined ? selectAlso(before, key) : select(before, key, additive),
        );
        if (wanted && key !== undefined) sight.value = { keys: state.value.selection };
      });
    },
    selectMany(keys, additive) {
      const before = additive ? state.value.selection : [];
      const all = [...new Set([...before, ...keys])];
      change((now) => ({ ...now, selection: all.slice(0, MOST_SELECTED), path: 0 }));
    },
    setCamera: (camera) => replace({ ...state.value, camera }),
    restore: (next) => {
      if (isStep(state.value, next)) history.value = record(history.value, next);
      else replace(next);
    },
    undo: () => step(undo),
    redo: () => step(redo),
  };
  return Object.assign(app, { arranging: createArranging(app as App) });
}

/** What undo brings back; camera, language, theme, panels stay as they are. */
const STEPS = [
  'view',
  'selection',
  'filters',
  'rows',
  'places',
  'pinned',
  'colouring',
  'sizing',
  'literals',
  'axis',
  'article',
] as const;

/** True where a change is one that undo takes back. */
function isStep(before: ViewState, next: ViewState): boolean {
  return STEPS.some((part) => {
    if (part === 'filters') return !sameFilters(before.filters, next.filters);
    if (part === 'selection') return before.selection.join('\n') !== next.selection.join('\n');
    if (part === 'places') return !samePlaces(before, next);
    return part !== 'pinned' && before[part] !== next[part];
  });
}

/** The article that was chosen, else that of the selected claim, else the first that mentions the selected entity. */
function articleOf(catalog: Catalog, state: ViewState): string | undefined {
  const key = primary(state);
  const ofSelection =
    key === undefined
      ? undefined
      : (catalog.claims.get(key)?.article ?? catalog.entities.get(key)?.articles[0]);
  return ofSelection !== undefined && (state.article === undefined || catalog.claims.has(key!))
    ? ofSelection
    : (state.article ?? catalog.dataset.articles[0]?.id);
}
