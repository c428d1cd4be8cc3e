/** The layout, run on from where entities stand: says where they are as it goes, and ends when they rest. */
import type { ClewGraph } from '../../graph/index.ts';
import { LayoutRun, type Place } from '../../layout/index.ts';
import { type MarkedPart, namedPart } from './part-of-graph.ts';
import type { TaskContext } from './tasks.ts';

export interface ArrangeRequest {
  /** The entities that take part, and the claims that draw them together. */
  readonly part: MarkedPart;
  readonly places: ReadonlyMap<string, Place>;
  readonly pinned: ReadonlySet<string>;
}

/** An entity that a hand drags meanwhile; it is pinned from then on. */
export interface ArrangeNote {
  readonly id: string;
  readonly place: Place;
}

export interface Arranged {
  /** Two numbers by entity that takes part, in the order of the graph. */
  readonly places: Float64Array;
}

/** Milliseconds between two reports of where entities are: as often as a screen of many nodes can show them. */
const REPORT_EVERY = 45;

export async function arrange(
  { part, ...request }: ArrangeRequest,
  { graph, signal, onProgress, notes }: TaskContext<ClewGraph>,
): Promise<Arranged> {
  const run = new LayoutRun(graph(), { ...request, ...namedPart(graph(), part) });
  let reported = -Infinity;
  for (let going = true; going && !signal.aborted; ) {
    for (const note of notes.splice(0)) {
      const { id, place } = note as ArrangeNote;
      run.pin(id, place);
    }
    going = run.step();
    const now = performance.now();
    if (now - reported >= REPORT_EVERY) {
      reported = now;
      onProgress({
        stage: 'arranging',
        done: run.share * run.ids.length,
        total: run.ids.length,
        places: run.places(),
      });
    }
    // What the page says in the meantime is heard between two batches only.
    await new Promise((go) => setTimeout(go));
  }
  run.finish();
  return { places: run.places() };
}
