/** The layout of a graph: a place for every node, the same on every machine for the same nodes and edges. */
import type { ClewGraph } from '../graph/index.ts';
import { type ArrangeOptions, arrange, boundsOfPieces } from './arrange.ts';
import { type Bounds, type Boxes, boundsOf, boxesOf, pickBoxes } from './boxes.ts';
import { claimPoints, placeClaims } from './claim-points.ts';
import { type Component, components } from './components.ts';
import { type EntityNet, entityNet } from './entity-net.ts';
import type { Rest } from './forces.ts';
import { placeAmongKnown, takeOver } from './keep.ts';
import { pushApart } from './overlaps.ts';
import { type Piece, shift } from './packing.ts';
import { newPlaces, type Places, pickPlaces, roundCoordinate, writePlaces } from './places.ts';

export interface LayoutOptions {
  /** Iterations of the forces on a component at most, unless it rests before; large ones get fewer. Default 1000. */
  readonly iterations?: number;
  /** Width by height that components are packed to. Default 1.3: between a wide screen and one with panels on both sides. */
  readonly aspect?: number;
  /** Between the discs of two nodes at least, in graph units. Default 6. */
  readonly margin?: number;
  /** Kept free for labels to the right of each node, the same in every language. Default 72. */
  readonly labelRoom?: number;
  /** Between components, in graph units. Default 36. */
  readonly gap?: number;
  /** Places by entity id, kept unless discs would overlap: new entities find theirs around them. Default: none. */
  readonly previous?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Called between batches of iterations, in entities; `done` never falls. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at between batches of iterations. */
  readonly signal?: { readonly aborted: boolean };
}

export const DEFAULTS = {
  iterations: 1000,
  aspect: 1.3,
  margin: 6,
  labelRoom: 72,
  gap: 36,
} as const satisfies LayoutOptions;

/** Progress is told about so many times: components may be many and small. */
const MOST_REPORTS = 200;
/** Between the discs of nodes whose places are kept: these may stand closer than the layout itself would put them. */
const TOUCH = 0.5;

export interface LayoutReport {
  readonly entities: number;
  /** Nodes of claims that other claims refer to. */
  readonly claims: number;
  /** Connected components of two entities or more, and entities that stand alone. */
  readonly components: number;
  readonly singles: number;
  /** Iterations of the component that took the most. */
  readonly iterations: number;
  /** Whether all components came to rest before their iterations ran out. */
  readonly converged: boolean;
  /** Of the rectangle around the entities' discs, margins and label room, in graph units. */
  readonly width: number;
  readonly height: number;
}

/**
 * Writes `x` and `y` of all nodes, in graph units, rounded to 0.01. No two entities overlap at `nodeRadius` of the
 * claim edges at them, loops counted twice. Claims' nodes stand at the middle of their edges and push nothing away.
 * @throws Error named `AbortError` where the signal is aborted; the graph is as it was then
 */
export function layoutGraph(graph: ClewGraph, options: LayoutOptions = {}): LayoutReport {
  const settings = { ...DEFAULTS, ...options };
  const claims = claimPoints(graph);
  const net = entityNet(graph, claims);
  const boxes = boxesOf(net.radius, settings.margin, settings.labelRoom);
  const parts = components(net);
  let told = -Infinity;
  const report = (done: number): void => {
    if (options.signal?.aborted) throw abortError();
    if (done - told < net.order / MOST_REPORTS && done < net.order) return;
    told = done;
    options.onProgress?.(Math.floor(done), net.order);
  };
  report(0);
  const { places, rests } = placeAll(net, parts, boxes, { ...settings, onProgress: report });
  for (const [body, id] of net.ids.entries()) {
    // Within this room y grows downward, as on a page; in the graph it grows upward, as Sigma and Gephi draw it.
    const at = { x: roundCoordinate(places.x[body]!), y: roundCoordinate(0 - places.y[body]!) };
    graph.mergeNodeAttributes(id, at);
  }
  placeClaims(graph, claims);
  report(net.order);
  const bounds = boundsOf(boxes, places);
  const singles = parts.filter(({ order }) => order === 1).length;
  return {
    entities: net.order,
    claims: claims.length,
    components: parts.length - singles,
    singles,
    iterations: rests.reduce((most, { iterations }) => Math.max(most, iterations), 0),
    converged: rests.every(({ converged }) => converged),
    width: roundCoordinate(bounds.maxX - bounds.minX),
    height: roundCoordinate(bounds.maxY - bounds.minY),
  };
}

type WorkOptions = ArrangeOptions & Pick<LayoutOptions, 'previous'>;

/** The places of all bodies: known ones first, what has nothing to do with them below. */
function placeAll(
  net: EntityNet,
  parts: readonly Component[],
  boxes: Boxes,
  options: WorkOptions,
): { readonly places: Places; readonly rests: readonly Rest[] } {
  const places = newPlaces(net.order);
  const known = takeOver(options.previous ?? new Map(), net.ids, places);
  const isKept = ({ members }: Component): boolean => members.some((body) => known[body] === 1);
  const kept = parts.filter(isKept);
  let done = 0;
  const keptRests = kept.map((part) => {
    const onBatch = (): void => options.onProgress(done);
    const rest = placeAmongKnown(part, net.ids, boxes, places, known, { cap: options.iterations, onBatch });
    done += part.order;
    return rest;
  });
  const { pieces, rests } = arrange(
    parts.filter((part) => !isKept(part)),
    net.ids,
    boxes,
    {
      ...options,
      onProgress: (bodies) => options.onProgress(done + bodies),
    },
  );
  const bodies = Int32Array.from(kept.flatMap(({ members }) => [...members]));
  if (bodies.length > 0)
    shiftBelow(pieces, boundsOf(pickBoxes(boxes, bodies), pickPlaces(places, bodies)), options.gap);
  for (const piece of pieces) writePlaces(places, piece.members, piece.places);
  if (bodies.length > 0) pushApart(boxesOf(net.radius, TOUCH, 0), places);
  return { places, rests: [...keptRests, ...rests] };
}

function shiftBelow(pieces: readonly Piece[], above: Bounds, gap: number): void {
  const own = boundsOfPieces(pieces);
  if (own === undefined) return;
  const byX = (above.minX + above.maxX - own.minX - own.maxX) / 2;
  for (const { places } of pieces) shift(places, byX, above.maxY + gap - own.minY);
}

function abortError(): Error {
  const error = new Error('the layout was aborted');
  error.name = 'AbortError';
  return error;
}
