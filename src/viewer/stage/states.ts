/** What is shown, in focus and selected, as values that ease from one view to the next. */
import type { Selection } from './attention.ts';
import { type Channel, Channels, EMPHASIS, PRESENCE, SELECTION } from './channels.ts';
import { Clock } from './easing.ts';
import type { Items } from './focus.ts';
import type { Scene } from './scene.ts';
import type { Shown } from './visibility.ts';

/** What a view asks for. */
export interface Wanted {
  readonly shown: Shown;
  /** Undefined: nothing recedes. */
  readonly focus: Items | undefined;
  readonly selection: Selection;
}

/** More items that come or go are not told apart. */
const MANY = 8_000;

export class States {
  readonly nodes: Channels;
  readonly edges: Channels;
  readonly #clock = new Clock();
  #wanted: Wanted;
  #dimFrom = 0;
  #dimTo = 0;

  /** Starts with the first view as if it had always been there. */
  constructor(scene: Scene, wanted: Wanted) {
    this.nodes = new Channels(scene.nodes.keys.length);
    this.edges = new Channels(scene.edges.keys.length);
    this.#wanted = wanted;
    const { shown, focus, selection } = wanted;
    this.#putAll(shown);
    for (const node of focus?.nodes ?? []) this.nodes.put(node, EMPHASIS, 1);
    for (const edge of focus?.edges ?? []) this.edges.put(edge, EMPHASIS, 1);
    for (const node of selection.nodes) this.nodes.put(node, SELECTION, 1);
    for (const edge of selection.edges) this.edges.put(edge, SELECTION, 1);
    this.#dimFrom = focus === undefined ? 0 : 1;
    this.#dimTo = this.#dimFrom;
    this.#inFocus = focus;
  }

  get wanted(): Wanted {
    return this.#wanted;
  }

  clock(now: number): number {
    return this.#clock.at(now);
  }

  /** How far all that is not in focus has receded, in `0..1`. */
  dim(now: number): number {
    return this.#dimFrom + (this.#dimTo - this.#dimFrom) * this.#clock.at(now);
  }

  running(now: number): boolean {
    return this.#clock.running(now);
  }

  /**
   * Goes to another view, from wherever the present one is on its way.
   *
   * @param now in milliseconds  @param still whether so many changes come at once @returns the items whose data must be sent again;
   *   undefined: all, where so many come or go that they are not told apart
   */
  go(wanted: Wanted, now: number, still: (changes: number) => boolean): Items | undefined {
    const clock = this.#clock.at(now);
    const changed: Items = { nodes: this.nodes.restart(clock), edges: this.edges.restart(clock) };
    this.#dimFrom = this.dim(now);
    this.#dimTo = wanted.focus === undefined ? 0 : 1;
    const before = this.#wanted;
    this.#wanted = wanted;
    const turned = turnedBetween(before.shown, wanted.shown);
    // Sets of very many items are what a collection of garbage comes of.
    const many = turned > MANY && still(turned);
    if (many) this.#putAll(wanted.shown);
    for (const kind of ['nodes', 'edges'] as const) {
      const aim = (item: number, channel: Channel, value: number) => {
        if (this[kind].aim(item, channel, value)) changed[kind].add(item);
      };
      const aimAll = (channel: Channel, was: ReadonlySet<number> | undefined, is: ReadonlySet<number>) => {
        was?.forEach((item) => {
          if (!is.has(item)) aim(item, channel, 0);
        });
        is.forEach((item) => {
          aim(item, channel, 1);
        });
      };
      if (turned > 0 && !many) {
        const present = wanted.shown[kind];
        const was = before.shown[kind];
        for (let item = 0; item < present.length; item += 1)
          if (present[item] !== was[item]) aim(item, PRESENCE, present[item]!);
      }
      // Where nothing recedes any more, what was in focus keeps its mark, so that it does not fade on the way back.
      if (wanted.focus !== undefined) aimAll(EMPHASIS, this.#inFocus?.[kind], wanted.focus[kind]);
      aimAll(SELECTION, before.selection[kind], wanted.selection[kind]);
    }
    const atOnce = many || still(changed.nodes.size + changed.edges.size);
    this.#clock.restart(now, atOnce);
    if (atOnce) for (const kind of ['nodes', 'edges'] as const) this[kind].settle();
    if (wanted.focus !== undefined) this.#inFocus = wanted.focus;
    for (const node of symmetricDifference(before.selection.accent, wanted.selection.accent))
      changed.nodes.add(node);
    return many ? undefined : changed;
  }

  #putAll(shown: Shown): void {
    for (const kind of ['nodes', 'edges'] as const) {
      const present = shown[kind];
      for (let item = 0; item < present.length; item += 1) this[kind].put(item, PRESENCE, present[item]!);
    }
  }

  /** The last focus there was: the items whose emphasis is not 0. */
  #inFocus: Items | undefined;
}

/** How many items come or go. */
function turnedBetween(before: Shown, after: Shown): number {
  let turned = 0;
  if (before === after) return turned;
  for (const kind of ['nodes', 'edges'] as const) {
    for (let item = 0; item < after[kind].length; item += 1)
      if (before[kind][item] !== after[kind][item]) turned += 1;
  }
  return turned;
}

function symmetricDifference(a: ReadonlySet<number>, b: ReadonlySet<number>): number[] {
  return [...[...a].filter((item) => !b.has(item)), ...[...b].filter((item) => !a.has(item))];
}
