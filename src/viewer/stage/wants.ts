/** From a view to what the canvas has to show: what is there, in focus, selected, and in which colours. */
import { focusOf, selectionOf } from './attention.ts';
import type { Looks } from './buffers.ts';
import { type Item, type Items, itemsOf } from './focus.ts';
import { kindColors } from './paint.ts';
import type { Scene } from './scene.ts';
import type { StageView } from './stage-face.ts';
import type { Wanted } from './states.ts';
import { type Shown, shownItems } from './visibility.ts';

export class Wants {
  readonly #scene: Scene;
  /** What filters left last: they change seldom, the pointer all the time. */
  #last: (Pick<StageView, 'hiddenNodes' | 'hiddenEdges'> & { readonly shown: Shown }) | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** @param pointed what is under the pointer */
  of({ hiddenNodes, hiddenEdges, emphasis, selected }: StageView, pointed: Item | undefined): Wanted {
    if (this.#last?.hiddenNodes !== hiddenNodes || this.#last.hiddenEdges !== hiddenEdges) {
      this.#last = { hiddenNodes, hiddenEdges, shown: shownItems(this.#scene, hiddenNodes, hiddenEdges) };
    }
    return {
      shown: this.#last.shown,
      focus: focusOf(this.#scene, this.emphasised(emphasis), pointed),
      selection: selectionOf(this.#scene, selected),
    };
  }

  #emphasised: { readonly keys: Iterable<string>; readonly items: Items } | undefined;

  /** The items that a view emphasises: a hub's are many, and asked for at every move of the pointer. */
  emphasised(keys: Iterable<string>): Items {
    if (this.#emphasised?.keys !== keys) this.#emphasised = { keys, items: itemsOf(this.#scene, keys) };
    return this.#emphasised.items;
  }
}

/** What the items wear. */
export function looksOf({ groups, palette, colours }: StageView, { selection }: Wanted): Looks {
  return {
    colors: kindColors(groups, palette),
    own: colours,
    accent: selection.accent,
  };
}
