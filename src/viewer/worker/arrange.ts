/** The layout, run on from where entities stand: says where they are as it goes, and ends when they rest. */
import type { ClewGraph } from '../../graph/index.ts';
import { LayoutRun, type Place } from '../../layout/index.ts';
import type { TaskContext } from './tasks.ts';

export interface ArrangeRequest {
  /** Ids of the entities that take part, sorted. */
  readonly entities: readonly string[];
  /** Keys of the claims that draw them together. */
  readonly claims: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, Place>;
  readonly pinned: ReadonlySet<string>;
}

/** An entity that a hand drags meanwhile; it is pinned from then on. */
export interface ArrangeNote {
  readonly id: string;
  readonly place: Place;
}

export interface Arranged {
  /** Two numbers by entity, in the order of the request. */
  readonly places: Float64Array;
}

/** Milliseconds between two reports of where entities are: as often as a screen of many nodes can show them. */
const REPORT_EVERY = 45;

export async function arrange(
  { entities, ...request }: ArrangeRequest,
  { graph, signal, onProgress, notes }: TaskContext<ClewGraph>,
): Promise<Arranged> {
  const run = new LayoutRun(graph(), { ...request, entities: new Set(entities) });
  let reported = -Infinity;
  let batches = 0;
  for (let going = true; going && !signal.aborted; ) {
    for (const note of notes.splice(0)) {
      const { id, place } = note as ArrangeNote;
      run.pin(id, place);
    }
    going = run.step();
    batches += 1;
    const now = performance.now();
    if (now - reported >= REPORT_EVERY) {
      reported = now;
      onProgress({ stage: 'arranging', done: batches, places: run.places() });
    }
    // What the page says in the meantime is heard between two batches only.
    await new Promise((go) => setTimeout(go));
  }
  run.finish();
  return { places: run.places() };
}
