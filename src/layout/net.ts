/** What the forces act on: bodies and the springs between them, in flat arrays. */

/** Bodies `0..order`, and springs without loops or parallels. */
export interface Net {
  readonly order: number;
  /** How strongly a body pushes the others away: 1 and the stiffness of its springs. */
  readonly mass: Float64Array;
  /** The ends of each spring. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Its stiffness, above 0. */
  readonly weight: Float64Array;
}

/** The springs at each body: those of body `i` are at `start[i]..start[i + 1]`. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
}

export function adjacency({ order, from, to, weight }: Omit<Net, 'mass'>): Adjacency {
  const start = new Int32Array(order + 1);
  for (const ends of [from, to]) for (const body of ends) start[body + 1]! += 1;
  for (let body = 0; body < order; body += 1) start[body + 1]! += start[body]!;
  const next = start.slice(0, order);
  const springs = { neighbour: new Int32Array(2 * from.length), weight: new Float64Array(2 * from.length) };
  const add = (body: number, neighbour: number, stiffness: number): void => {
    const at = next[body]!;
    next[body] = at + 1;
    springs.neighbour[at] = neighbour;
    springs.weight[at] = stiffness;
  };
  for (let i = 0; i < from.length; i += 1) {
    add(from[i]!, to[i]!, weight[i]!);
    add(to[i]!, from[i]!, weight[i]!);
  }
  return { start, ...springs };
}

/** Adds up pulls between pairs of bodies and gives them as springs, sorted by their ends. */
export class Springs {
  readonly #order: number;
  readonly #pulls = new Map<number, number>();

  constructor(order: number) {
    this.#order = order;
  }

  /** A pull between a body and itself is nothing. */
  add(a: number, b: number, pull: number): void {
    if (a === b) return;
    const pair = Math.min(a, b) * this.#order + Math.max(a, b);
    this.#pulls.set(pair, (this.#pulls.get(pair) ?? 0) + pull);
  }

  /** @param stiffness of a spring, from the sum of its pulls. */
  build(stiffness: (pull: number) => number): Pick<Net, 'from' | 'to' | 'weight'> {
    const pairs = Float64Array.from(this.#pulls.keys()).sort();
    const order = this.#order;
    const from = new Int32Array(pairs.length);
    const to = new Int32Array(pairs.length);
    const weight = new Float64Array(pairs.length);
    for (const [i, pair] of pairs.entries()) {
      from[i] = Math.floor(pair / order);
      to[i] = pair % order;
      weight[i] = stiffness(this.#pulls.get(pair)!);
    }
    return { from, to, weight };
  }
}
