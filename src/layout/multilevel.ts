/** A net laid out from the coarse to the fine: first the whole shape, then what is within it. */
import { type Coarsening, coarsen } from './coarsen.ts';
import { type Rest, settle } from './forces.ts';
import type { Net } from './net.ts';
import { newPlaces, type Places } from './places.ts';
import { hashedPoint } from './start.ts';

export interface MultilevelOptions {
  /** No more iterations on the net itself than these. */
  readonly cap: number;
  /** Called between batches of iterations, with the part of the work that is done, in `0..1`; may throw to stop. */
  readonly onProgress?: (part: number) => void;
}

/** Nets of this order or less start from hashed points; larger ones from their coarser net. */
const COARSEST = 8;
/** Distance of hashed starts in the units of the forces: about that of two joined bodies at rest. */
const SPACING = 5;
/** Bodies moved over all iterations, on the net and on each coarser one: what bounds the time for large nets. */
const EFFORT = { net: 3_600_000, coarser: 1_000_000 } as const;
/** Iterations at most on the coarsest net, which decides on the whole shape. */
const COARSEST_CAP = 200;
/** Iterations at most on the nets between: they have only to be about right, and more of them gain nothing. */
const COARSE_CAP = 30;
/** Iterations that a net of any size gets. */
const LEAST = 15;

/**
 * Coarsens the net until few bodies are left, lets those rest from points hashed from ids, then hands each body's
 * place down to the bodies behind it, a hashed step apart, and lets these rest in their turn (multilevel layout;
 * Walshaw 2003). From hashed points alone, rings stay twisted and meshes folded.
 * @param ids by body
 */
export function layoutNet(
  net: Net,
  ids: readonly string[],
  options: MultilevelOptions,
): Rest & { readonly places: Places } {
  const levels: { net: Net; ids: readonly string[]; down?: Coarsening }[] = [{ net, ids }];
  for (let level = levels[0]!; level.net.order > COARSEST; level = levels.at(-1)!) {
    const down = coarsen(level.net);
    levels.push({ net: down.net, ids: Array.from(down.first, (body) => level.ids[body]!), down });
  }
  const top = levels.at(-1)!;
  let places = spread(newPlaces(top.net.order), top.ids, Math.sqrt(net.order));
  let rest: Rest = { iterations: 0, converged: false };
  const work = levels.map((level, depth) => level.net.order * cap(level.net.order, depth, options.cap));
  const total = work.reduce((sum, part) => sum + part, 0);
  let done = 0;
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth]!;
    const { order } = level.net;
    const before = done;
    rest = settle(level.net, places, {
      cap: cap(order, depth, options.cap),
      onBatch: (iterations) => options.onProgress?.((before + iterations * order) / total),
    });
    done += work[depth]!;
    const finer = levels[depth - 1];
    if (finer !== undefined) places = handDown(places, level.down!.parent, finer.ids);
  }
  return { ...rest, places };
}

/** Iterations on a net of this order at most: fewer than `most` where it is large. */
export function iterationsFor(order: number, most: number, effort: number = EFFORT.net): number {
  return Math.min(most, Math.max(LEAST, Math.floor(effort / order)));
}

/** The same on the net that is `depth` times coarser. */
function cap(order: number, depth: number, most: number): number {
  if (depth === 0) return iterationsFor(order, most);
  return iterationsFor(order, order <= COARSEST ? COARSEST_CAP : COARSE_CAP, EFFORT.coarser);
}

function handDown({ x, y }: Places, parent: Int32Array, ids: readonly string[]): Places {
  const finer: Places = {
    x: Float64Array.from(parent, (top) => x[top]!),
    y: Float64Array.from(parent, (top) => y[top]!),
  };
  return spread(finer, ids, 1);
}

/** Moves each body by its hashed point, in place. @param reach in spacings */
function spread(places: Places, ids: readonly string[], reach: number): Places {
  for (const [body, id] of ids.entries()) {
    const { x, y } = hashedPoint(id);
    places.x[body]! += x * reach * SPACING;
    places.y[body]! += y * reach * SPACING;
  }
  return places;
}
