/// <reference path="./forceatlas2-iterate.d.ts" />
/** A step of ForceAtlas2 (Jacomy and others 2014) that looks at all pairs of bodies: graphology's. */
import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Net } from './net.ts';
import type { Places } from './places.ts';

/**
 * Chosen by crossings, stress, spacing and neighbourhoods kept, on generated nets of 35 to 300 bodies: linear
 * attraction with light strong gravity has fewer crossings and evener edges than LinLog, which draws clusters into
 * clots, and than weak gravity, which lets chains run far out.
 */
export const SETTINGS: Required<ForceAtlas2Settings> = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 1,
  barnesHutOptimize: false,
  barnesHutTheta: 0.5,
};

/** The library's matrices: numbers for each body and spring, and where among them what stands. */
const BODY = { size: 10, x: 0, y: 1, mass: 6, convergence: 7, radius: 8, fixed: 9 } as const;
const SPRING = { size: 3, from: 0, to: 1, weight: 2 } as const;

/**
 * The returned function moves the bodies one step on from `places`, in place, `slowDown` times shorter than usual. It
 * steps the library's matrices rather than calling its face, which would forget the bodies' speeds whenever we look at
 * them, and takes masses from degrees only.
 */
export function exactStep(net: Net, places: Places, fixed: Uint8Array): (slowDown: number) => void {
  const bodies = bodyMatrix(net, places, fixed);
  const springs = springMatrix(net);
  return (slowDown) => {
    for (let body = 0; body < net.order; body += 1) {
      if (!fixed[body]) continue;
      bodies[body * BODY.size + BODY.x] = places.x[body]!;
      bodies[body * BODY.size + BODY.y] = places.y[body]!;
    }
    iterate({ ...SETTINGS, slowDown }, bodies, springs);
    for (let body = 0; body < net.order; body += 1) {
      if (fixed[body]) continue;
      places.x[body] = bodies[body * BODY.size + BODY.x]!;
      places.y[body] = bodies[body * BODY.size + BODY.y]!;
    }
  };
}

function bodyMatrix(net: Net, { x, y }: Places, fixed: Uint8Array): Float32Array {
  const matrix = new Float32Array(net.order * BODY.size);
  for (let body = 0; body < net.order; body += 1) {
    const at = body * BODY.size;
    matrix[at + BODY.x] = x[body]!;
    matrix[at + BODY.y] = y[body]!;
    matrix[at + BODY.mass] = net.mass[body]!;
    matrix[at + BODY.convergence] = 1;
    matrix[at + BODY.radius] = 1;
    matrix[at + BODY.fixed] = fixed[body]!;
  }
  return matrix;
}

function springMatrix(net: Net): Float32Array {
  const matrix = new Float32Array(net.from.length * SPRING.size);
  for (const [spring, weight] of net.weight.entries()) {
    const at = spring * SPRING.size;
    matrix[at + SPRING.from] = net.from[spring]! * BODY.size;
    matrix[at + SPRING.to] = net.to[spring]! * BODY.size;
    matrix[at + SPRING.weight] = weight;
  }
  return matrix;
}
