/** The canvas outlives its place on the page: while another view stands there it is kept, for making it takes long. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { App } from '../state/app.ts';
import { type Sight, startStage } from './start-stage.ts';

interface Kept {
  /** Fills the place that it is put into. */
  readonly element: HTMLElement;
  readonly seen: Signal<boolean>;
  /** Undefined until it is made. */
  readonly sight: ReadonlySignal<Sight | undefined>;
  readonly stop: () => void;
}

const kept = new WeakMap<App, Kept>();

/**
 * Puts the canvas of a graph into an empty place, and begins it there where the graph has none yet.
 *
 * @param onSight told the canvas once it is made, and when it is no more
 * @returns takes it out again
 */
export function showStage(
  app: App,
  place: HTMLElement,
  onSight: (sight: Sight | undefined) => void,
): () => void {
  const { element, seen, sight } = kept.get(app) ?? begin(app, place);
  place.append(element);
  seen.value = true;
  const stop = effect(() => onSight(sight.value));
  return () => {
    stop();
    seen.value = false;
    element.remove();
    // What is not made yet can't be made out of sight, and what is lost is not made again.
    if (sight.peek() === undefined || app.canvas.peek() === 'lost') dropStage(app);
  };
}

/** Ends the canvas of a graph, where it has one. */
export function dropStage(app: App): void {
  kept.get(app)?.stop();
  kept.delete(app);
}

function begin(app: App, place: HTMLElement): Kept {
  const element = document.createElement('div');
  Object.assign(element.style, { width: '100%', height: '100%' });
  place.append(element);
  const seen = signal(true);
  const sight = signal<Sight | undefined>(undefined);
  const stop = startStage(app, element, seen, (made) => {
    sight.value = made;
  });
  const begun = { element, seen, sight, stop };
  kept.set(app, begun);
  return begun;
}
