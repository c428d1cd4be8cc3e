/** A layout that goes on from where entities stand, batch by batch: some pinned, the others led by the forces. */
import type { ClewGraph } from '../graph/index.ts';
import { boxesOf } from './boxes.ts';
import { claimPoints } from './claim-points.ts';
import { type Component, components } from './components.ts';
import { type EntityNet, entityNet } from './entity-net.ts';
import { SETTINGS } from './exact-forces.ts';
import { settling } from './forces.ts';
import { pushAround } from './overlaps.ts';
import { newPlaces, type Places, pickPlaces, roundCoordinate } from './places.ts';

/** In graph units, y upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface LayoutRunOptions {
  /** Where entities stand that are elsewhere than in the graph. */
  readonly places?: ReadonlyMap<string, Place>;
  /** Entities that stay where they are. */
  readonly pinned?: ReadonlySet<string>;
  /** Entities that take part; default: all. The others stay where they are, and nothing is drawn to them. */
  readonly entities?: ReadonlySet<string>;
  /** Keys of the claims that draw their ends together; default: all. */
  readonly claims?: ReadonlySet<string>;
  /** Iterations of the forces on a component at most, unless it rests before. Default 2000. */
  readonly iterations?: number;
}
export const RUN_DEFAULTS = { iterations: 2000 } as const;

/** Between the discs of two entities at the end at least, in graph units. */
const TOUCH = 0.5;
/** The unit of the forces for bodies that stand in one spot, in graph units. */
const LEAST_SCALE = 0.05;

interface Part {
  readonly members: Int32Array;
  /** In units of the forces, from the part's own middle. */
  readonly places: Places;
  readonly fixed: Uint8Array;
  readonly scale: number;
  readonly middle: Place;
  readonly start: () => Generator<number, unknown>;
  batches: Generator<number, unknown>;
  /** Of the iterations that it may take, those that it has taken: 1 where it rests. */
  share: number;
  done: boolean;
}

export class LayoutRun {
  /** Of the entities that take part, in the order of {@link places}. */
  readonly ids: readonly string[];
  readonly #net: EntityNet;
  readonly #places: Places;
  readonly #fixed: Uint8Array;
  readonly #parts: readonly Part[];
  readonly #cap: number;
  readonly #body: ReadonlyMap<string, number>;

  /** The same graph, places and pins give the same run. Entities without a claim that counts stay where they are. */
  constructor(graph: ClewGraph, options: LayoutRunOptions = {}) {
    const { places = new Map(), pinned = new Set(), entities, claims } = options;
    const points = claimPoints(graph);
    const net = entityNet(graph, points, (key) => claims === undefined || claims.has(key));
    this.#net = entities === undefined ? net : within(net, entities);
    this.ids = this.#net.ids;
    this.#body = new Map(this.ids.map((id, body) => [id, body]));
    this.#places = newPlaces(this.#net.order);
    for (const [body, id] of this.ids.entries()) {
      const { x, y } = places.get(id) ?? graph.getNodeAttributes(id);
      this.#places.x[body] = x;
      this.#places.y[body] = y;
    }
    this.#fixed = Uint8Array.from(this.ids, (id) => (pinned.has(id) ? 1 : 0));
    this.#cap = options.iterations ?? RUN_DEFAULTS.iterations;
    this.#parts = components(this.#net)
      .filter(({ order }) => order > 1)
      .map((part) => this.#start(part));
  }

  /** How far it has come at least, in `0..1`: by the iterations that it may take, and it may come to rest before. */
  get share(): number {
    let [done, all] = [0, 0];
    for (const { members, share } of this.#parts) {
      done += members.length * share;
      all += members.length;
    }
    return all === 0 ? 1 : done / all;
  }

  /** A batch of iterations. @returns false where all has come to rest */
  step(): boolean {
    for (const part of this.#parts) {
      if (part.done) continue;
      const { done = false, value } = part.batches.next();
      part.done = done;
      part.share = done ? 1 : (value as number) / this.#cap;
      const { x, y } = this.#places;
      for (const [i, body] of part.members.entries()) {
        if (this.#fixed[body]) continue;
        x[body] = part.places.x[i]! * part.scale + part.middle.x;
        y[body] = part.places.y[i]! * part.scale + part.middle.y;
      }
    }
    return this.#parts.some(({ done }) => !done);
  }

  /** Pins an entity elsewhere, as a hand does that drags it. Its component starts anew from where it is. */
  pin(id: string, { x, y }: Place): void {
    const body = this.#body.get(id);
    if (body === undefined) return;
    this.#places.x[body] = x;
    this.#places.y[body] = y;
    this.#fixed[body] = 1;
    for (const part of this.#parts) {
      const at = part.members.indexOf(body);
      if (at < 0) continue;
      part.places.x[at] = (x - part.middle.x) / part.scale;
      part.places.y[at] = (y - part.middle.y) / part.scale;
      part.fixed[at] = 1;
      // Bodies that have come to rest have no speed left to go on with.
      part.batches = part.start();
      Object.assign(part, { share: 0, done: false });
    }
  }

  /** Moves discs that overlap apart, the pinned ones left in their places. */
  finish(): void {
    pushAround(boxesOf(this.#net.radius, TOUCH, 0), this.#places, this.#fixed);
  }

  /** Two numbers by entity, rounded to hundredths: x and y. */
  places(): Float64Array {
    const { x, y } = this.#places;
    return Float64Array.from({ length: 2 * x.length }, (_, at) =>
      roundCoordinate(at % 2 === 0 ? x[at >> 1]! : y[at >> 1]!),
    );
  }

  #start(net: Component): Part {
    const { members } = net;
    const own = pickPlaces(this.#places, members);
    const middle = { x: mean(own.x), y: mean(own.y) };
    for (let i = 0; i < net.order; i += 1) {
      own.x[i]! -= middle.x;
      own.y[i]! -= middle.y;
    }
    const scale = scaleOf(net, own);
    for (let i = 0; i < net.order; i += 1) {
      own.x[i]! /= scale;
      own.y[i]! /= scale;
    }
    const fixed = Uint8Array.from(members, (body) => this.#fixed[body]!);
    const start = () => settling(net, own, { cap: this.#cap, fixed, batch: batchFor(net.order) });
    return { members, places: own, fixed, scale, middle, start, batches: start(), share: 0, done: false };
  }
}

/**
 * Graph units to a unit of the forces, so that the component as it stands would neither grow nor shrink: where what
 * draws together, times the way (springs, gravity), equals what pushes apart, times the way (all pairs of masses).
 */
function scaleOf({ order, mass, from, to, weight }: Component, { x, y }: Places): number {
  let drawn = 0;
  for (let spring = 0; spring < from.length; spring += 1) {
    const [a, b] = [from[spring]!, to[spring]!];
    drawn += weight[spring]! * ((x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2);
  }
  let sum = 0;
  let squares = 0;
  for (let body = 0; body < order; body += 1) {
    drawn += SETTINGS.gravity * mass[body]! * (x[body]! ** 2 + y[body]! ** 2);
    sum += mass[body]!;
    squares += mass[body]! ** 2;
  }
  const pushed = (SETTINGS.scalingRatio * (sum * sum - squares)) / 2;
  return Math.max(LEAST_SCALE, Math.sqrt(drawn / pushed));
}

/** Iterations in a batch: so many that a batch takes a moment and no longer. */
function batchFor(order: number): number {
  return order < 1_000 ? 10 : order < 5_000 ? 4 : 1;
}

/** The net of some of the entities. */
function within(net: EntityNet, entities: ReadonlySet<string>): EntityNet {
  const bodies = Int32Array.from(net.ids.keys()).filter((body) => entities.has(net.ids[body]!));
  const body = new Int32Array(net.order).fill(-1);
  for (const [at, old] of bodies.entries()) body[old] = at;
  const springs = Int32Array.from(net.from.keys()).filter(
    (spring) => body[net.from[spring]!]! >= 0 && body[net.to[spring]!]! >= 0,
  );
  const mass = new Float64Array(bodies.length).fill(1);
  for (const spring of springs) {
    for (const end of [net.from[spring]!, net.to[spring]!]) mass[body[end]!]! += net.weight[spring]!;
  }
  return {
    ids: Array.from(bodies, (old) => net.ids[old]!),
    order: bodies.length,
    mass,
    from: springs.map((spring) => body[net.from[spring]!]!),
    to: springs.map((spring) => body[net.to[spring]!]!),
    weight: Float64Array.from(springs, (spring) => net.weight[spring]!),
    radius: Float64Array.from(bodies, (old) => net.radius[old]!),
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
