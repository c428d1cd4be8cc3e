/** Sends what has changed to the card: at once where it is little, else in slices between which the page can answer. */
import type { Buffers } from './buffers.ts';
import type { Items } from './focus.ts';
import type { Scene } from './scene.ts';
import type { StageSigma } from './shell.ts';

/** Items that are sent in one task: some 30 milliseconds' work. */
export const SLICE = 8_000;

export class Sending {
  readonly #sigma: Pick<StageSigma, 'scheduleRender'>;
  readonly #buffers: Pick<Buffers, 'write'>;
  readonly #nodes: Waiting;
  readonly #edges: Waiting;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(
    sigma: Pick<StageSigma, 'scheduleRender'>,
    buffers: Pick<Buffers, 'write'>,
    { nodes, edges }: Scene,
  ) {
    this.#sigma = sigma;
    this.#buffers = buffers;
    this.#nodes = new Waiting(nodes.keys.length);
    this.#edges = new Waiting(edges.keys.length);
  }

  /** True while something has not been sent: the card still shows it as it was. */
  get busy(): boolean {
    return this.#next !== undefined;
  }

  /** Sends items as they are when their turn comes, all where none are named. */
  send(items?: Items): void {
    this.#nodes.add(items?.nodes);
    this.#edges.add(items?.edges);
    if (this.busy) return;
    if (this.#left <= SLICE) this.#slice();
    // To find out what has changed has taken its time: the first slice is a task of its own too.
    else this.#next = setTimeout(() => this.#slice());
  }

  kill(): void {
    clearTimeout(this.#next);
  }

  get #left(): number {
    return this.#nodes.count + this.#edges.count;
  }

  #slice(): void {
    const nodes = this.#nodes.take(SLICE);
    this.#buffers.write(nodes, this.#edges.take(SLICE - nodes.length));
    this.#sigma.scheduleRender();
    this.#next = this.#left === 0 ? undefined : setTimeout(() => this.#slice());
  }
}

/** Items that wait, by their numbers. */
class Waiting {
  readonly #marks: Uint8Array;
  count = 0;

  constructor(items: number) {
    this.#marks = new Uint8Array(items);
  }

  /** @param items default all */
  add(items?: ReadonlySet<number>): void {
    if (items === undefined) {
      this.#marks.fill(1);
      this.count = this.#marks.length;
      return;
    }
    items.forEach((item) => {
      if (this.#marks[item] === 1) return;
      this.#marks[item] = 1;
      this.count += 1;
    });
  }

  /** Takes out the first, so many at most. */
  take(most: number): Int32Array {
    const taken = new Int32Array(Math.min(most, this.count));
    for (let place = 0, at = -1; place < taken.length; place += 1) {
      at = this.#marks.indexOf(1, at + 1);
      this.#marks[at] = 0;
      taken[place] = at;
    }
    this.count -= taken.length;
    return taken;
  }
}
