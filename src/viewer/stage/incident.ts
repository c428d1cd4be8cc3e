/** The edges at each node, by number, in flat arrays. */

/** Numbers of the ends of each edge. */
export interface Ends {
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

export class Incident {
  /** Where the edges of each node begin in the list; the last is its end. */
  readonly #start: Int32Array;
  readonly #list: Int32Array;

  /** @param order how many nodes there are */
  constructor(order: number, { source, target }: Ends) {
    const start = new Int32Array(order + 1);
    for (let edge = 0; edge < source.length; edge += 1) {
      start[source[edge]! + 1]! += 1;
      if (source[edge] !== target[edge]) start[target[edge]! + 1]! += 1;
    }
    for (let node = 0; node < order; node += 1) start[node + 1]! += start[node]!;
    const next = start.slice(0, order);
    const list = new Int32Array(start[order]!);
    const put = (node: number, edge: number) => {
      list[next[node]!] = edge;
      next[node]! += 1;
    };
    for (let edge = 0; edge < source.length; edge += 1) {
      put(source[edge]!, edge);
      if (source[edge] !== target[edge]) put(target[edge]!, edge);
    }
    this.#start = start;
    this.#list = list;
  }

  /** A loop once. */
  at(node: number): Int32Array {
    return this.#list.subarray(this.#start[node]!, this.#start[node + 1]!);
  }
}
