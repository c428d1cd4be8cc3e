/** ForceAtlas2 on a net until it rests. */
import { exactStep } from './exact-forces.ts';
import type { Net } from './net.ts';
import type { Places } from './places.ts';
import { treeStep } from './tree-forces.ts';

export interface SettleOptions {
  /** No more iterations than these. */
  readonly cap: number;
  /** 1 for bodies that stay where they are. */
  readonly fixed?: Uint8Array;
  /** Called with the iterations so far, before each batch; may throw to stop. */
  readonly onBatch?: (iterations: number) => void;
}

export interface Rest {
  readonly iterations: number;
  /** False where the cap came first. */
  readonly converged: boolean;
}

/** Between two looks at how far the bodies have moved: the forces tremble from step to step. */
const BATCH = 10;
/** A batch is calm where the bodies moved by less than this part of the layout's radius per iteration, on average. */
const CALM = 3e-4;
/** So many calm batches in a row are rest. */
const CALM_BATCHES = 3;
/** From so many iterations on steps get shorter, by the iterations over this: heavy hubs would tremble on and on. */
const COOLING = 50;
/** From here on a tree of the bodies, which approximates, is faster than looking at all pairs of them. */
const TREE_ORDER = 500;

/** Moves the bodies from `places`, in place, until they rest. */
export function settle(net: Net, places: Places, options: SettleOptions): Rest {
  const batches = settling(net, places, options);
  let done = 0;
  for (;;) {
    options.onBatch?.(done);
    const step = batches.next();
    if (step.done) return step.value;
    done = step.value;
  }
}

/**
 * The same, a batch of iterations at a time; gives the iterations so far. Between two batches bodies that are fixed
 * may be put elsewhere.
 */
export function* settling(
  net: Net,
  places: Places,
  {
    cap,
    fixed = new Uint8Array(net.order),
    batch = BATCH,
  }: Omit<SettleOptions, 'onBatch'> & { readonly batch?: number },
): Generator<number, Rest> {
  const step = (net.order < TREE_ORDER ? exactStep : treeStep)(net, places, fixed);
  let iterations = 0;
  let calm = 0;
  while (iterations < cap && calm < CALM_BATCHES) {
    const before: Places = { x: places.x.slice(), y: places.y.slice() };
    const steps = Math.min(batch, cap - iterations);
    const slowDown = Math.max(1, iterations / COOLING);
    for (let i = 0; i < steps; i += 1) step(slowDown);
    iterations += steps;
    calm = meanWay(before, places) / steps <= CALM * radiusOf(places) ? calm + 1 : 0;
    if (iterations < cap && calm < CALM_BATCHES) yield iterations;
  }
  return { iterations, converged: calm >= CALM_BATCHES };
}

/** How far the bodies moved to each other, on average: a way that they all go together does not count. */
function meanWay(from: Places, to: Places): number {
  const byX = to.x.map((x, body) => x - from.x[body]!);
  const byY = to.y.map((y, body) => y - from.y[body]!);
  const [allX, allY] = [mean(byX), mean(byY)];
  return mean(byX.map((way, body) => Math.sqrt((way - allX) ** 2 + (byY[body]! - allY) ** 2)));
}

/** The bodies' distance from their middle: root of the mean square. */
function radiusOf({ x, y }: Places): number {
  const variance = (values: Float64Array): number => {
    const middle = mean(values);
    return mean(values.map((value) => (value - middle) ** 2));
  };
  return Math.sqrt(variance(x) + variance(y));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
