/** Components that have no place yet: each laid out alone, then all packed, single entities in rows below. */
import { type Bounds, type Boxes, boundsOf, pickBoxes } from './boxes.ts';
import type { Component } from './components.ts';
import type { Rest } from './forces.ts';
import { scaleToBoxes, turnLevel } from './frame.ts';
import { layoutNet } from './multilevel.ts';
import { pushApart } from './overlaps.ts';
import { type Piece, pack, shift } from './packing.ts';
import { rowsBelow } from './singles.ts';

export interface ArrangeOptions {
  /** Iterations at most, by component. */
  readonly iterations: number;
  /** Width by height of the whole. */
  readonly aspect: number;
  /** Between components, in graph units. */
  readonly gap: number;
  /** Called between batches of iterations, with the number of bodies that are done; may throw to stop. */
  readonly onProgress: (bodies: number) => void;
}

export interface Arrangement {
  /** The components of two bodies or more, then, if there are any, all single bodies as one piece. */
  readonly pieces: readonly Piece[];
  /** How each component of two bodies or more came to rest. */
  readonly rests: readonly Rest[];
}

/** The share of a component's time that the forces take, about; pushing boxes apart takes the rest. */
const FORCES = 0.6;

/**
 * Places the bodies with the middle of them all at 0.
 * @param components largest first  @param ids of all bodies of the whole net  @param boxes of all these bodies
 */
export function arrange(
  components: readonly Component[],
  ids: readonly string[],
  boxes: Boxes,
  options: ArrangeOptions,
): Arrangement {
  const rests: Rest[] = [];
  const pieces: Piece[] = [];
  let done = 0;
  for (const net of components.filter(({ order }) => order > 1)) {
    const { members } = net;
    const own = pickBoxes(boxes, members);
    const names = Array.from(members, (body) => ids[body]!);
    const onShare = (share: number) => options.onProgress(done + share * net.order);
    const { places, ...rest } = layoutNet(net, names, {
      cap: options.iterations,
      onProgress: (part) => onShare(FORCES * part),
    });
    turnLevel(places);
    scaleToBoxes(own, places, options.aspect);
    pushApart(own, places, (part) => onShare(FORCES + (1 - FORCES) * part));
    pieces.push({ net, members, boxes: own, places });
    rests.push(rest);
    done += net.order;
  }
  pack(pieces, options.gap, options.aspect);
  const members = Int32Array.from(components.slice(pieces.length), (net) => net.members[0]!);
  if (members.length > 0) {
    const own = pickBoxes(boxes, members);
    const places = rowsBelow(own, boundsOfPieces(pieces), options.gap, options.aspect);
    pieces.push({ net: NO_SPRINGS, members, boxes: own, places });
  }
  centre(pieces);
  return { pieces, rests };
}

const NO_SPRINGS = { from: new Int32Array(0), to: new Int32Array(0) };

function centre(pieces: readonly Piece[]): void {
  const bounds = boundsOfPieces(pieces);
  if (bounds === undefined) return;
  for (const { places } of pieces) {
    shift(places, -(bounds.minX + bounds.maxX) / 2, -(bounds.minY + bounds.maxY) / 2);
  }
}

/** The rectangle around all pieces; undefined where there are none. */
export function boundsOfPieces(pieces: readonly Piece[]): Bounds | undefined {
  const all = pieces.map(({ boxes, places }) => boundsOf(boxes, places));
  const [first, ...others] = all;
  return first && others.reduce(unite, first);
}

function unite(a: Bounds, b: Bounds): Bounds {
  return {
    minX: Math.min(a.minX, b.minX),
    maxX: Math.max(a.maxX, b.maxX),
    minY: Math.min(a.minY, b.minY),
    maxY: Math.max(a.maxY, b.maxY),
  };
}
