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
const CALM = 5e-4;
/** So many calm batches in a row are rest. */
const CALM_BATCHES = 3;
/** From here on a tree of the bodies, which approximates, is faster than looking at all pairs of them. */
const TREE_ORDER = 500;

/** Moves the bodies from `places`, in place, until they rest. */
export function settle(net: Net, places: Places, options: SettleOptions): Rest {
  const fixed = options.fixed ?? new Uint8Array(net.order);
  const step = (net.order < TREE_ORDER ? exactStep : treeStep)(net, places, fixed);
  let iterations = 0;
  let calm = 0;
  while (iterations < options.cap && calm < CALM_BATCHES) {
    options.onBatch?.(iterations);
    const before: Places = { x: places.x.slice(), y: places.y.slice() };
    const steps = Math.min(BATCH, options.cap - iterations);
    for (let i = 0; i < steps; i += 1) step();
    iterations += steps;
    calm = meanWay(before, places) / steps <= CALM * radiusOf(places) ? calm + 1 : 0;
  }
  return { iterations, converged: calm >= CALM_BATCHES };
}

function meanWay(from: Places, to: Places): number {
  let sum = 0;
  for (let body = 0; body < to.x.length; body += 1) {
    sum += Math.sqrt((to.x[body]! - from.x[body]!) ** 2 + (to.y[body]! - from.y[body]!) ** 2);
  }
  return sum / to.x.length;
}

/** The bodies' distance from their middle: root of the mean square. */
function radiusOf({ x, y }: Places): number {
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: Float64Array): number => {
    const middle = mean(values);
    return mean(values.map((value) => (value - middle) ** 2));
  };
  return Math.sqrt(variance(x) + variance(y));
}
