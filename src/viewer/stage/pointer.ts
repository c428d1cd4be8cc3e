/** Mouse, trackpad and fingers: hover, click, double click, tap, pinch, zoom, dragging of nodes, outlines. */
import type { MouseCoords } from 'sigma/types';
import { Fingers } from './fingers.ts';
import type { Item } from './focus.ts';
import { Glide, wheelFactor } from './glide.ts';
import { FINGER, MOUSE, type Reach } from './pick.ts';
import { Press, type PressEvents } from './press.ts';
import type { StageSigma } from './shell.ts';
import type { Outlining } from './stage-face.ts';

export interface PointerHost extends PressEvents {
  itemAt(x: number, y: number, reach: Reach): Item | undefined;
  onHover(item: Item | undefined): void;
  onSelect(item: Item | undefined, additive: boolean): void;
  /** @returns whether the double click was for the item; else it zooms */
  onExpand(item: Item): boolean;
  /** Whether an item can be dragged. */
  movable(item: Item): boolean;
  /** Whether a finger may drag it: what is selected, so that a graph full of nodes can still be moved. */
  held(item: Item): boolean;
  /** What a press on the ground draws even without Shift. */
  outlining(): Outlining | undefined;
  /** A hand, or the wheel, has taken the camera. */
  onGrab(): void;
  still(): boolean;
}

const DOUBLE_CLICK_ZOOM = 2;

export class Pointer {
  readonly #sigma: StageSigma;
  readonly #host: PointerHost;
  readonly #surface: HTMLElement;
  readonly #glide: Glide;
  #at: { x: number; y: number } | undefined;
  #frame = 0;
  /** The mouse is down, and Sigma pans unless the press has taken hold of something. */
  #down = false;
  readonly #press: Press;
  #lastClicked: Item | undefined;

  constructor(sigma: StageSigma, host: PointerHost) {
    this.#sigma = sigma;
    this.#host = host;
    this.#glide = new Glide(sigma);
    this.#press = new Press(host);
    this.#surface = sigma.getCanvases()['mouse']!;
    this.#cursor('grab');
    const mouse = sigma.getMouseCaptor();
    mouse.on('mousemove', this.#onMove);
    mouse.on('mousemovebody', this.#onMoveBody);
    mouse.on('mouseleave', this.#onLeave);
    mouse.on('mousedown', this.#onDown);
    mouse.on('mouseup', this.#onUp);
    mouse.on('click', this.#onClick);
    mouse.on('doubleClick', this.#onDoubleClick);
    mouse.on('wheel', this.#onWheel);
    new Fingers(sigma, {
      press: this.#press,
      onDown: () => {
        this.#glide.stop();
        this.#host.onGrab();
        this.#at = undefined;
      },
      onTap: (x, y, original) => {
        const item = this.#host.itemAt(x, y, FINGER);
        this.#lastClicked = item;
        this.#host.onSelect(item, isAdditive(original));
      },
      onDoubleTap: (event, original) =>
        this.#double(event, this.#host.itemAt(event.x, event.y, FINGER), original),
      holdAt: (x, y) => {
        const item = this.#host.itemAt(x, y, FINGER);
        if (item !== undefined && this.#host.movable(item) && this.#host.held(item)) return item;
        return this.#host.outlining();
      },
    });
  }

  /** Under way by itself: the wheel's glide. */
  get gliding(): boolean {
    return this.#glide.running;
  }

  /** Looks again at what is under the pointer, after the picture has moved under it. */
  lookAgain(): void {
    if (this.#at === undefined || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  }

  zoom(anchor: { x: number; y: number }, factor: number): void {
    this.#glide.aim(anchor, factor, this.#host.still());
  }

  stop(): void {
    this.#glide.stop();
  }

  /** The canvas is out of sight: nothing says any more where the pointer is. */
  gone(): void {
    this.#glide.stop();
    this.#onLeave();
  }

  /** Inertia after a pan is movement too. Sigma divides by its duration, so it may not be 0. */
  setStill(still: boolean): void {
    const settings = {
      ...this.#sigma.getSettings(),
      inertiaRatio: still ? 0 : 3,
      inertiaDuration: still ? 1 : 200,
    };
    this.#sigma.getMouseCaptor().setSettings(settings);
    this.#sigma.getTouchCaptor().setSettings(settings);
  }

  kill(): void {
    this.#glide.stop();
    cancelAnimationFrame(this.#frame);
  }

  #look(): void {
    if (this.#at === undefined || (this.#press.taken && this.#press.dragged)) return;
    const item = this.#host.itemAt(this.#at.x, this.#at.y, MOUSE);
    this.#cursor(item !== undefined ? 'pointer' : this.#host.outlining() ? 'crosshair' : 'grab');
    this.#host.onHover(item);
  }

  #cursor(cursor: string): void {
    this.#surface.style.cursor = cursor;
  }

  readonly #onMove = ({ x, y }: MouseCoords): void => {
    this.#at = { x, y };
    if (!this.#down) this.lookAgain();
  };

  readonly #onMoveBody = (event: MouseCoords): void => {
    if (!this.#down) return;
    if (!this.#press.taken) {
      this.#cursor('grabbing');
      return;
    }
    event.preventSigmaDefault();
    if (this.#press.move(event.x, event.y)) this.#cursor(this.#outlines ? 'crosshair' : 'grabbing');
  };

  /** The press draws an outline. */
  #outlines = false;

  readonly #onLeave = (): void => {
    this.#at = undefined;
    if (!this.#press.taken) this.#host.onHover(undefined);
  };

  readonly #onDown = ({ x, y, original }: MouseCoords): void => {
    if ('button' in original && original.button !== 0) return;
    this.#glide.stop();
    this.#host.onGrab();
    this.#down = true;
    this.#press.dragged = false;
    const item = this.#host.itemAt(x, y, MOUSE);
    const by = this.#host.outlining() ?? (original.shiftKey ? 'frame' : undefined);
    this.#outlines = item === undefined && by !== undefined;
    if (item !== undefined && this.#host.movable(item)) this.#press.take(x, y, item, false);
    else if (item === undefined && by !== undefined) this.#press.take(x, y, by, isAdditive(original));
  };

  readonly #onUp = (): void => {
    this.#down = false;
    this.#press.release();
    this.lookAgain();
    if (this.#at === undefined) this.#cursor('grab');
  };

  readonly #onClick = ({ x, y, original }: MouseCoords): void => {
    if (this.#press.dragged) return;
    const item = this.#host.itemAt(x, y, MOUSE);
    this.#lastClicked = item;
    this.#host.onSelect(item, isAdditive(original));
  };

  readonly #onDoubleClick = (event: MouseCoords): void => {
    if (this.#press.dragged) {
      event.preventSigmaDefault();
      return;
    }
    this.#double(event, this.#host.itemAt(event.x, event.y, MOUSE), event.original);
  };

  #double(
    event: { preventSigmaDefault(): void; x: number; y: number },
    item: Item | undefined,
    original: MouseEvent | TouchEvent,
  ): void {
    event.preventSigmaDefault();
    // Two quick clicks on different things are two clicks.
    if (!sameItem(item, this.#lastClicked)) {
      this.#lastClicked = item;
      this.#host.onSelect(item, isAdditive(original));
    } else if (item === undefined || !this.#host.onExpand(item)) {
      this.#glide.aim({ x: event.x, y: event.y }, DOUBLE_CLICK_ZOOM, this.#host.still());
    }
  }

  readonly #onWheel = (event: MouseCoords): void => {
    event.preventSigmaDefault();
    this.#host.onGrab();
    this.#glide.aim(
      { x: event.x, y: event.y },
      wheelFactor(event.original as WheelEvent),
      this.#host.still(),
    );
  };
}

function isAdditive(event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.metaKey || event.ctrlKey;
}

function sameItem(a: Item | undefined, b: Item | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return 'node' in a ? 'node' in b && a.node === b.node : 'edge' in b && a.edge === b.edge;
}
