/** Sends what has changed to the card: at once where it is little, else in slices between which the page can answer. */
import type { Items } from './focus.ts';
import type { Scene } from './scene.ts';
import type { StageSigma } from './shell.ts';

/** Items that are sent in one task: some 30 milliseconds' work. */
export const SLICE = 8_000;

export class Sending {
  readonly #sigma: StageSigma;
  readonly #scene: Scene;
  readonly #waiting: Items = { nodes: new Set(), edges: new Set() };
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(sigma: StageSigma, scene: Scene) {
    this.#sigma = sigma;
    this.#scene = scene;
  }

  /** True while something has not been sent: the card still shows it as it was. */
  get busy(): boolean {
    return this.#next !== undefined;
  }

  /** Sends items as they are when their turn comes, all where none are named. */
  send(items?: Items): void {
    const { nodes, edges } = this.#scene;
    const nodeItems = items?.nodes ?? nodes.keys.keys();
    const edgeItems = items?.edges ?? edges.keys.keys();
    const count = items ? items.nodes.size + items.edges.size : nodes.keys.length + edges.keys.length;
    if (!this.busy && count <= SLICE) {
      this.#refresh([...nodeItems], [...edgeItems]);
      return;
    }
    for (const node of nodeItems) this.#waiting.nodes.add(node);
    for (const edge of edgeItems) this.#waiting.edges.add(edge);
    // To find out what has changed has taken its time: the first slice is a task of its own too.
    if (!this.busy) this.#next = setTimeout(() => this.#slice());
  }

  kill(): void {
    clearTimeout(this.#next);
  }

  #slice(): void {
    const nodes = take(this.#waiting.nodes, SLICE);
    const edges = take(this.#waiting.edges, SLICE - nodes.length);
    this.#refresh(nodes, edges);
    const left = this.#waiting.nodes.size + this.#waiting.edges.size;
    this.#next = left === 0 ? undefined : setTimeout(() => this.#slice());
  }

  #refresh(nodes: readonly number[], edges: readonly number[]): void {
    const { keys: nodeKeys } = this.#scene.nodes;
    const { keys: edgeKeys } = this.#scene.edges;
    const partialGraph = {
      nodes: nodes.map((node) => nodeKeys[node]!),
      edges: edges.map((edge) => edgeKeys[edge]!),
    };
    this.#sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
  }
}

/** Takes the first out of a set, so many at most. */
function take(from: Set<number>, most: number): number[] {
  const taken: number[] = [];
  for (const item of from) {
    if (taken.length >= most) break;
    taken.push(item);
    from.delete(item);
  }
  return taken;
}
