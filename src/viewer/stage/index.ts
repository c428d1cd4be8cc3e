/** The canvas of the viewer: makes a stage for a graph, and rebuilds it once where WebGL is lost. */
import type { DrawnGraph } from '../../graph/index.ts';
import { finish, type Steps } from '../../model/index.ts';
import { inTurns, nextTask } from '../turns.ts';
import { canvasFonts } from './fonts.ts';
import { type Groundwork, groundwork } from './groundwork.ts';
import { LiveStage } from './live-stage.ts';
import { hasWebGl } from './probe.ts';
import type { Scene } from './scene.ts';
import { resizedSteps, sceneSteps } from './scene-steps.ts';
import {
  NoWebGlError,
  type OverviewSight,
  type Stage,
  type StageEvents,
  type StageSight,
  type StageView,
} from './stage-face.ts';
import { watchSize } from './watch-size.ts';

export * from './stage-face.ts';

/**
 * What a view makes of the graph: it says where entities are that were dragged.
 *
 * @param like a scene that differs in sizes at most
 */
function* groundOf(graph: DrawnGraph, view: StageView, like?: Scene): Steps<Groundwork> {
  const scene = yield* like === undefined ? sceneSteps(graph, view) : resizedSteps(like, view.radii);
  yield;
  return yield* groundwork(scene, view);
}

/** Whether two views make the same scene. */
function sameShape(a: StageView, b: StageView): boolean {
  return a.radii === b.radii && a.literals === b.literals;
}

/** More lines are filled in, and given other sizes, by tasks of their own. */
const MANY = 5_000;

/** Milliseconds before a lost context is asked for anew: the graphics process may have to start again. */
const REBUILD_AFTER = 120;

/**
 * Makes the stage in a container that has a size of its own (or gets one later) and nothing else in it. Resolves when
 * the first frame, with the whole graph in sight, is drawn.
 *
 * @throws NoWebGlError where WebGL 2 can't be had
 */
export async function createStage(
  container: HTMLElement,
  graph: DrawnGraph,
  view: StageView,
  events: StageEvents,
): Promise<Stage & StageSight> {
  const [{ Sigma }] = await Promise.all([import('sigma'), canvasFonts()]);
  const ground = await inTurns(groundOf(graph, view));
  let { scene } = ground;
  let present = view;
  /** The view whose scene it is. */
  let shaped = view;
  if (getComputedStyle(container).position === 'static') container.style.position = 'relative';
  let rebuilt = false;
  let killed = false;

  const watchers = new Set<() => void>();
  const onDrawn = () => {
    for (const watcher of watchers) watcher();
  };

  /** @param beside out of sight until it takes the place of what is there */
  const open = (ground: Groundwork, beside = false) => {
    const element = document.createElement('div');
    Object.assign(element.style, { position: 'absolute', inset: '0', overflow: 'hidden' });
    element.style.visibility = beside ? 'hidden' : '';
    container.append(element);
    const live = new LiveStage(Sigma, element, ground, { ...events, onDrawn });
    const stopWatching = watchSize(element, () => live.resize());
    const fontsCame = () => live.reword();
    document.fonts.addEventListener('loadingdone', fontsCame);
    const close = () => {
      stopWatching();
      document.fonts.removeEventListener('loadingdone', fontsCame);
      for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', lost);
      live.kill();
      element.remove();
    };
    const canvases = live.canvases();
    const lost = (event: Event) => {
      event.preventDefault();
      rebuild();
    };
    for (const canvas of canvases) canvas.addEventListener('webglcontextlost', lost);
    const show = () => {
      element.style.visibility = '';
    };
    return { live, close, show };
  };

  const opened = () => {
    const made = open(finish(groundwork(scene, present)));
    finish(made.live.fill());
    return made;
  };

  /** Undefined while WebGL is lost. */
  let stage: ReturnType<typeof open> | undefined = orNoWebGl(() => open(ground));
  let camera = stage.live.camera();
  // Shaders are linked meanwhile.
  if (scene.edges.keys.length > MANY) await nextTask();
  if (stage !== undefined) await inTurns(stage.live.fill());

  /** Another scene is being made of the graph, for this view. */
  let making: { readonly view: StageView } | undefined;

  /** Makes it beside what is there, which stays in use until then. */
  function* reshape(own: { readonly view: StageView }): Steps<void> {
    let made: ReturnType<typeof open> | undefined;
    const left = () => making !== own;
    try {
      const steps = groundOf(graph, own.view, shaped.literals === own.view.literals ? scene : undefined);
      let next = steps.next();
      for (; !next.done && !left(); next = steps.next()) yield;
      if (!next.done || left()) return;
      const other = next.value;
      yield;
      if (left()) return;
      made = open(other, true);
      yield;
      if (left()) return;
      for (const _ of made.live.fill()) {
        yield;
        if (left()) return;
      }
      // Where all is in sight it stays so; where the reader has gone somewhere, the camera stays there.
      const whole = stage?.live.whole ?? true;
      camera = stage?.live.camera() ?? camera;
      stage?.close();
      stage = made;
      made = undefined;
      [scene, shaped, making] = [other.scene, own.view, undefined];
      stage.show();
      if (!whole) stage.live.setCamera(camera);
      if (present !== own.view) stage.live.update(present);
    } finally {
      made?.close();
    }
  }

  function rebuild(): void {
    making = undefined;
    camera = stage?.live.camera() ?? camera;
    stage?.close();
    stage = undefined;
    if (rebuilt) {
      events.onLost();
      return;
    }
    rebuilt = true;
    setTimeout(() => {
      if (killed) return;
      try {
        if (!sameShape(present, shaped)) ({ scene } = finish(groundOf(graph, present)));
        shaped = present;
        stage = orNoWebGl(opened);
        stage.live.setCamera(camera);
      } catch (error) {
        // What was lost may be refused, too, at any moment from here on.
        events.onLost();
        if (!(error instanceof NoWebGlError)) throw error;
      }
    }, REBUILD_AFTER);
  }

  return {
    update: (next) => {
      present = next;
      if (making === undefined ? !sameShape(next, shaped) : !sameShape(next, making.view)) {
        making = sameShape(next, shaped) ? undefined : { view: next };
        if (making !== undefined && stage !== undefined) {
          const own = making;
          // What asked for it has taken its time already.
          const begun = scene.edges.keys.length > MANY ? nextTask() : Promise.resolve();
          begun
            .then(() => inTurns(reshape(own)))
            .catch((error: unknown) => {
              making = undefined;
              console.error(error);
            });
        }
      }
      stage?.live.update(next);
    },
    carry: (places) => stage?.live.carry(places),
    fit: (keys) => stage?.live.fit(keys),
    covered: () => stage?.live.covered(),
    zoom: (factor) => stage?.live.zoom(factor),
    camera: () => stage?.live.camera() ?? camera,
    setCamera: (next) => {
      camera = next;
      stage?.live.setCamera(next);
    },
    locate: (key) => stage?.live.locate(key),
    readable: () => (stage?.live.labels() ?? []).map(({ text }) => text),
    inSight: () => stage?.live.inSight() ?? [],
    overview: () => stage?.live.overview ?? NO_OVERVIEW,
    watch: (drawn) => {
      watchers.add(drawn);
      return () => watchers.delete(drawn);
    },
    labels: () => stage?.live.labels() ?? [],
    kill: () => {
      killed = true;
      making = undefined;
      stage?.close();
      stage = undefined;
    },
  };
}

/** Asks for WebGL only where something went wrong: making a context takes as long as drawing a small graph. */
function orNoWebGl<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw hasWebGl() ? error : new NoWebGlError();
  }
}

/** While WebGL is lost. */
const NO_OVERVIEW: OverviewSight = {
  version: 0,
  draw: () => {},
  window: () => ({ left: 0, top: 0, width: 0, height: 0 }),
  lookAt: () => {},
};
