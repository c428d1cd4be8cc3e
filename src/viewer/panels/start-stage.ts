/** Makes the canvas and keeps it in step with the view: what to show goes in, what was touched comes out. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { createStage } from '../stage/index.ts';
import {
  type Insets,
  NoWebGlError,
  type Stage,
  type StageSight,
  type StageView,
} from '../stage/stage-face.ts';
import type { App } from '../state/app.ts';
import {
  graphKeys,
  hiddenParts,
  keysAlong,
  neighbourhood,
  selectionKey,
  sightOf,
} from '../state/emphasis.ts';
import { further } from '../state/further.ts';
import { isLarge, preparation } from '../state/prepare.ts';
import { shownLooks } from '../state/shown-looks.ts';
import { inTurns, nextFrame, nextTask } from '../turns.ts';
import { grow } from './growing.ts';

/** A stage that can also be asked where things are. */
export type Sight = Stage & StageSight;

/** The hint and the tools lie over the lower edge. */
const INSETS = { top: 0, right: 0, bottom: 32, left: 0 };

/**
 * Starts it in an empty element.
 *
 * @param seen whether the element stands on the page: else the canvas waits, and follows the view once it is back
 * @returns stops it, made or not
 */
export function startStage(
  app: App,
  container: HTMLElement,
  seen: ReadonlySignal<boolean>,
  onStage: (stage: Sight | undefined) => void,
): () => void {
  const { catalog } = app;
  const stops: (() => void)[] = [];
  const view = stageView(app, stops, () => coversOf(container));
  let stopped = false;
  const start = async () => {
    await fontsReady();
    if (stopped) return;
    const stage = await createStage(container, catalog.graph, view.peek(), {
      onSelect: (key, additive) => app.select(key && selectionKey(key), { additive }),
      onHover: (key) => {
        app.pointed.value = key === undefined ? [] : [selectionKey(key)];
      },
      onExpand: (key) => {
        const at = selectionKey(key);
        grow(app, at);
      },
      onMove: app.arranging.drag,
      onOutline: (keys, additive) => app.selectMany(keys, additive),
      onCamera: app.setCamera,
      onLost: () => {
        app.canvas.value = 'lost';
      },
    });
    if (stopped) {
      stage.kill();
      return;
    }
    const { camera, selection } = app.state.peek();
    if (camera !== undefined) stage.setCamera(camera);
    else if (selection.length > 0) stage.fit(keysInSight(app, selection));
    stops.push(followWhileSeen(app, stage, view, seen), () => stage.kill());
    onStage(stage);
    // The first frame is on the screen before the panels are filled.
    await nextFrame();
  };
  const follow = async () => {
    if (isLarge(catalog)) {
      await inTurns(preparation(app));
      await nextTask();
    }
    if (stopped) return;
    app.canvas.value = 'ready';
    if (!isLarge(catalog)) return;
    for (const _ of further(catalog)) {
      await nextTask();
      if (stopped) return;
    }
  };
  /** Whatever the reason, the table shows the same; only a foreign one is worth a line in the console. */
  const fail = (error: unknown, then: 'absent' | 'broken') => {
    if (stopped) return;
    if (!(error instanceof NoWebGlError)) console.error(error);
    app.canvas.value = then;
  };
  const checked = () =>
    app.check().then(
      () => true,
      (error: unknown) => fail(error, 'broken'),
    );
  start()
    .then(
      async () => {
        if (await checked()) await follow();
      },
      // Data that is not whole may be why.
      async (error: unknown) => {
        if (await checked()) fail(error, 'absent');
      },
    )
    .catch((error: unknown) => fail(error, 'absent'));
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    onStage(undefined);
  };
}

/** Shows what the view says as long as the canvas is seen, and what has changed meanwhile when it is seen again. @returns stops it */
function followWhileSeen(
  app: App,
  stage: Sight,
  view: ReadonlySignal<StageView>,
  seen: ReadonlySignal<boolean>,
): () => void {
  /** Where the camera stood when the canvas was last seen: an address that was gone to since may have another. */
  let stood = app.state.peek().camera;
  let met: object | undefined;
  const follow = () => {
    const { camera, selection } = app.state.peek();
    if (camera !== stood) {
      if (camera !== undefined) stage.setCamera(camera);
      else stage.fit(keysInSight(app, selection));
    }
    return [
      effect(() => stage.update(view.value)),
      effect(() => {
        const carried = app.arranging.carried.value;
        if (carried !== undefined) stage.carry(carried);
      }),
      effect(() => {
        const sight = app.sight.value;
        if (sight === undefined || sight === met) return;
        met = sight;
        const bring = () => stage.fit(keysInSight(app, sight.keys));
        if (!isLarge(app.catalog)) bring();
        // What is near a hub takes its time: the camera goes there in a task of its own.
        else void nextTask().then(() => app.sight.peek() === sight && seen.peek() && bring());
      }),
    ];
  };
  return effect(() => {
    if (!seen.value) return;
    const stops = follow();
    return () => {
      stood = app.state.peek().camera;
      for (const stop of stops) stop();
    };
  });
}

/** What lies over the canvas and is no part of it: an overview as a whole, of the tools the middle half, which their signs fill. */
function coversOf(canvas: HTMLElement): Insets[] {
  const from = canvas.getBoundingClientRect();
  const over = canvas.closest('.canvas-view')?.querySelectorAll('.canvas-tools, .overview') ?? [];
  return [...over].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const free = element.matches('.overview') ? 0 : (right - left) / 4;
    return {
      left: left - from.left + free,
      top: top - from.top,
      right: right - from.left - free,
      bottom: bottom - from.top,
    };
  });
}

/** What the canvas shows, of the view and of what is pointed at: of a large graph when the panels have answered. */
function stageView(app: App, stops: (() => void)[], covers: () => readonly Insets[]) {
  const { catalog } = app;
  const present = computed(() => ({
    state: app.state.value,
    shown: app.shown.value,
    pointed: app.pointed.value,
    way: app.ways.value[app.state.value.path],
  }));
  const now = isLarge(catalog) ? afterTask(present, stops) : present;
  const shown = computed(() => now.value.shown);
  const hidden = computed(() => hiddenParts(catalog, shown.value));
  const selection = computed(() => now.value.state.selection);
  const selected = computed(() => new Set(selection.value.flatMap((key) => graphKeys(catalog, key))));
  const pointed = computed(() => now.value.pointed);
  const way = computed(() => now.value.way);
  const emphasis = computed(() => {
    if (way.value !== undefined && pointed.value.length === 0) return keysAlong(catalog, way.value);
    const keys = pointed.value.length > 0 ? pointed.value : selection.value;
    return neighbourhood(catalog, shown.value, keys);
  });
  const places = computed(() => now.value.state.places);
  const pinned = computed(() => now.value.state.pinned);
  const literals = computed(() => app.state.value.literals);
  const { colours, radii } = shownLooks(app);
  const view = computed<StageView>(() => ({
    palette: app.palette.value,
    groups: catalog.groups,
    colours: colours.value,
    radii: radii.value,
    literals: literals.value,
    languages: app.languages.value,
    hiddenNodes: hidden.value.nodes,
    hiddenEdges: hidden.value.edges,
    emphasis: emphasis.value,
    selected: selected.value,
    places: places.value,
    pinned: pinned.value,
    outlining: app.outlining.value,
    reducedMotion: app.environment.prefersLessMotion.value,
    insets: INSETS,
    covers,
  }));
  // To find out what is near a hub takes as long as to show it.
  return isLarge(catalog) ? afterTask(view, stops) : view;
}

/** Follows a signal when the task that changed it is over, so that the page can answer first. */
function afterTask<T>(source: ReadonlySignal<T>, stops: (() => void)[]): ReadonlySignal<T> {
  const late = signal(source.peek());
  let next: ReturnType<typeof setTimeout> | undefined;
  stops.push(
    effect(() => {
      const value = source.value;
      clearTimeout(next);
      next = setTimeout(() => {
        late.value = value;
      });
    }),
    () => clearTimeout(next),
  );
  return late;
}

/** What has to be seen: the way that is shown between two entities, else what is selected with its nearest. */
function keysInSight({ catalog, shown, ways, state }: App, keys: readonly string[]): Set<string> {
  const way = ways.peek()[state.peek().path];
  return way ? keysAlong(catalog, way) : sightOf(catalog, shown.peek(), keys);
}

/** Resolves when the faces that the canvas writes with have arrived, or can't be had. */
async function fontsReady(): Promise<void> {
  const faces = ['400', '600'].map((weight) => document.fonts.load(`${weight} 14px "Be Vietnam Pro"`, 'aạ'));
  await Promise.allSettled(faces);
}
