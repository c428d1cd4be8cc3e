/** Where the view has entities, brought into the scene: as little of it as has changed. */
import type { Items } from './focus.ts';
import type { Scene } from './scene.ts';
import type { Point } from './stage-face.ts';

/** Up to so many moved entities are followed one by one; more, and the whole scene is shaped anew. */
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
      const home = scene.homeOf(node);
      if (nodes.bead[node] === 0 && (nodes.x[node] !== home.x || nodes.y[node] !== home.y))
        this.#away.add(node);
    }
  }

  /** Puts entities where they are asked to be, and all others where the data has them. @returns what has moved */
  put(places: ReadonlyMap<string, Point>): Items | 'all' | undefined {
    const wanted = new Map<number, Point>();
    for (const [key, place] of places) {
      const node = this.#scene.nodes.index.get(key);
      if (node !== undefined) wanted.set(node, place);
    }
    for (const node of this.#away) if (!wanted.has(node)) wanted.set(node, this.#scene.homeOf(node));
    return this.#go(wanted);
  }

  /** Puts some entities elsewhere and leaves the others. @returns what has moved */
  carry(places: ReadonlyMap<string, Point>): Items | 'all' | undefined {
    const wanted = new Map<number, Point>();
    for (const [key, place] of places) {
      const node = this.#scene.nodes.index.get(key);
      if (node !== undefined) wanted.set(node, place);
    }
    return this.#go(wanted);
  }

  #go(wanted: ReadonlyMap<number, Point>): Items | 'all' | undefined {
    const { nodes } = this.#scene;
    const moved = new Map<number, Point>();
    for (const [node, { x, y }] of wanted) {
      if (nodes.x[node] === x && nodes.y[node] === y) continue;
      moved.set(node, { x, y });
      const home = this.#scene.homeOf(node);
      if (home.x === x && home.y === y) this.#away.delete(node);
      else this.#away.add(node);
    }
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
