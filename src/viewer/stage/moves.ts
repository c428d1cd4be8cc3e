/** Where the view has entities, brought into the scene: as little of it as has changed. */
import type { Items } from './focus.ts';
import type { Scene } from './scene.ts';
import type { Point } from './stage-face.ts';

/** Up to so many moved entities are followed one by one; more, and all lines of the scene follow. */
const FEW = 48;

export class Moves {
  readonly #scene: Scene;
  /** Nodes that are not where the data has them. */
  readonly #away = new Set<number>();

  constructor(scene: Scene) {
    this.#scene = scene;
    if (!scene.moved) return;
    const { nodes } = scene;
    for (let node = 0; node < nodes.keys.length; node += 1) {
      if (nodes.bead[node] === 0 && !scene.isHome(node, nodes.x[node]!, nodes.y[node]!)) this.#away.add(node);
    }
  }

  /**
   * Puts entities where they are asked to be, and all others where the data has them.
   *
   * @returns what has moved; `all`: lines and beads have to follow yet, see {@link Scene.follow}
   */
  put(places: ReadonlyMap<string, Point>): Items | 'all' | undefined {
    const wanted = this.#byNode(places);
    this.#away.forEach((node) => {
      if (!wanted.has(node)) wanted.set(node, this.#scene.homeOf(node));
    });
    return this.#go(wanted);
  }

  /** Puts some entities elsewhere and leaves the others. @returns as {@link put} */
  carry(places: ReadonlyMap<string, Point>): Items | 'all' | undefined {
    return this.#go(this.#byNode(places));
  }

  #byNode(places: ReadonlyMap<string, Point>): Map<number, Point> {
    const { index } = this.#scene.nodes;
    const byNode = new Map<number, Point>();
    places.forEach((place, key) => {
      const node = index.get(key);
      if (node !== undefined) byNode.set(node, place);
    });
    return byNode;
  }

  #go(wanted: ReadonlyMap<number, Point>): Items | 'all' | undefined {
    const { nodes } = this.#scene;
    const moved = new Map<number, Point>();
    wanted.forEach((place, node) => {
      const { x, y } = place;
      if (nodes.x[node] === x && nodes.y[node] === y) return;
      moved.set(node, place);
      if (this.#scene.isHome(node, x, y)) this.#away.delete(node);
      else this.#away.add(node);
    });
    if (moved.size === 0) return undefined;
    if (moved.size > FEW) {
      this.#scene.moveMany(moved);
      return 'all';
    }
    const items: Items = { nodes: new Set(), edges: new Set() };
    for (const [node, { x, y }] of moved) {
      const along = this.#scene.move(node, x, y);
      for (const other of along.nodes) items.nodes.add(other);
      for (const edge of along.edges) items.edges.add(edge);
    }
    return items;
  }
}
