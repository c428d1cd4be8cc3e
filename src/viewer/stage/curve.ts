/** The line of an edge on screen: a straight line, a circular arc or a loop, with what lies on it and near it. */

/** Free space between a node's rim and the ends of its lines, in CSS pixels. */
export const RIM_GAP = 2;
/** Arcs flatter than this share of their chord are drawn straight. */
const FLAT = 1e-4;

/**
 * A drawn line, in CSS pixels, y downwards. A position on it is `s`, 0 at the middle of its arc, growing from source to
 * target: pixels on a straight line (`radius` 0), radians on an arc. One object is filled again and again: tracing
 * happens for every edge at every move of the pointer.
 */
export interface Trace {
  /** A straight line's middle; an arc's centre. */
  x: number;
  y: number;
  /** Unit vector from source to target. */
  alongX: number;
  alongY: number;
  /** Unit vector at right angles to it, towards the arc's apex. */
  outX: number;
  outY: number;
  /** 0: straight. */
  radius: number;
  /** Where the visible part starts, at the source's rim. */
  from: number;
  /** Where it ends, at the target's rim; not above `from` where nothing is left to see. */
  to: number;
}

export function newTrace(): Trace {
  return { x: 0, y: 0, alongX: 1, alongY: 0, outX: 0, outY: -1, radius: 0, from: 0, to: 0 };
}

/** The radius of a loop's circle at a node of radius `r`; the shader of the edges has the same line. */
export function loopRadius(r: number, scale: number): number {
  return 0.5 * r + Math.min(Math.max(5 * scale, 4), 12);
}

/** Distance from the node's centre to that of its loop, in the loop's radii, beyond the node's rim. */
export const LOOP_OUT = 0.6;

/**
 * Traces an edge between two nodes.
 *
 * @param bend as of `bendOf`  @param r0 radius of the source's disc in pixels  @param r1 that of the target's
 */
export function traceEdge(
  into: Trace,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  r0: number,
  r1: number,
  bend: number,
): Trace {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const chord = Math.sqrt(dx * dx + dy * dy);
  const ux = chord > 0 ? dx / chord : 1;
  const uy = chord > 0 ? dy / chord : 0;
  const side = bend < 0 ? -1 : 1;
  into.alongX = ux;
  into.alongY = uy;
  into.outX = side * uy;
  into.outY = -side * ux;
  const middleX = (x0 + x1) / 2;
  const middleY = (y0 + y1) / 2;
  if (Math.abs(bend) < FLAT) {
    into.x = middleX;
    into.y = middleY;
    into.radius = 0;
    into.from = -chord / 2 + r0 + RIM_GAP;
    into.to = chord / 2 - r1 - RIM_GAP;
    return into;
  }
  const height = Math.abs(bend) * chord;
  const radius = (chord * chord) / (8 * height) + height / 2;
  into.x = middleX + into.outX * (height - radius);
  into.y = middleY + into.outY * (height - radius);
  into.radius = radius;
  const half = 2 * Math.atan(2 * Math.abs(bend));
  into.from = -half + rimAngle(r0 + RIM_GAP, radius);
  into.to = half - rimAngle(r1 + RIM_GAP, radius);
  return into;
}

/** Traces an edge from a node to itself. @param angle in which direction the loop stands, y upwards, in radians */
export function traceLoop(
  into: Trace,
  x: number,
  y: number,
  r: number,
  angle: number,
  radius: number,
): Trace {
  into.outX = Math.cos(angle);
  into.outY = -Math.sin(angle);
  into.alongX = -into.outY;
  into.alongY = into.outX;
  const rim = r + RIM_GAP;
  const distance = r + LOOP_OUT * radius;
  const cosine = (distance * distance + radius * radius - rim * rim) / (2 * distance * radius);
  into.x = x + into.outX * distance;
  into.y = y + into.outY * distance;
  into.radius = radius;
  into.to = Math.PI - Math.acos(Math.min(1, Math.max(-1, cosine)));
  into.from = -into.to;
  return into;
}

/** The angle at the centre of an arc that a chord of length `rim` takes. */
function rimAngle(rim: number, radius: number): number {
  return 2 * Math.asin(Math.min(1, rim / (2 * radius)));
}

/** Length of the visible part in pixels; 0 or less where the nodes cover it. */
export function visibleLength({ from, to, radius }: Trace): number {
  return (to - from) * (radius || 1);
}

export function pointX(trace: Trace, s: number): number {
  if (trace.radius === 0) return trace.x + trace.alongX * s;
  return trace.x + trace.radius * (Math.sin(s) * trace.alongX + Math.cos(s) * trace.outX);
}

export function pointY(trace: Trace, s: number): number {
  if (trace.radius === 0) return trace.y + trace.alongY * s;
  return trace.y + trace.radius * (Math.sin(s) * trace.alongY + Math.cos(s) * trace.outY);
}

/** Distance in pixels from a point to the visible part of a line. */
export function distanceToTrace(trace: Trace, x: number, y: number): number {
  const dx = x - trace.x;
  const dy = y - trace.y;
  const along = dx * trace.alongX + dy * trace.alongY;
  const out = dx * trace.outX + dy * trace.outY;
  if (trace.radius === 0) {
    const s = Math.min(Math.max(along, trace.from), trace.to);
    return Math.sqrt((along - s) ** 2 + out ** 2);
  }
  const s = Math.atan2(along, out);
  if (s >= trace.from && s <= trace.to) return Math.abs(Math.sqrt(dx * dx + dy * dy) - trace.radius);
  const end = s < trace.from ? trace.from : trace.to;
  const other = s < trace.from ? trace.to : trace.from;
  return Math.min(
    Math.hypot(pointX(trace, end) - x, pointY(trace, end) - y),
    Math.hypot(pointX(trace, other) - x, pointY(trace, other) - y),
  );
}
