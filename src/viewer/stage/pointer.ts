/** Mouse, trackpad and fingers: hover, click, double click, tap, pinch, zoom, and dragging of nodes. */
import type { MouseCoords, TouchCoords } from 'sigma/types';
import type { Item } from './focus.ts';
import { Glide, wheelFactor } from './glide.ts';
import { FINGER, MOUSE, type Reach } from './pick.ts';
import type { StageSigma } from './shell.ts';

export interface PointerHost {
  itemAt(x: number, y: number, reach: Reach): Item | undefined;
  onHover(item: Item | undefined): void;
  onSelect(item: Item | undefined, additive: boolean): void;
  /** @returns whether the double click was for the item; else it zooms */
  onExpand(item: Item): boolean;
  /** Whether an item can be dragged. */
  movable(item: Item): boolean;
  /** @param x, y in CSS pixels */
  onDrag(item: Item, x: number, y: number): void;
  onDragEnd(): void;
  /** A hand, or the wheel, has taken the camera. */
  onGrab(): void;
  still(): boolean;
}

/** Pixels that the pointer may move before a press becomes a drag. */
const DRAG_AFTER = 4;
const DOUBLE_CLICK_ZOOM = 2;

export class Pointer {
  readonly #sigma: StageSigma;
  readonly #host: PointerHost;
  readonly #surface: HTMLElement;
  readonly #glide: Glide;
  #at: { x: number; y: number } | undefined;
  #frame = 0;
  #pressed: { x: number; y: number; item: Item | undefined } | undefined;
  #dragging: Item | undefined;
  /** The press became a drag: the click that the browser sends after it is none. */
  #dragged = false;
  #lastClicked: Item | undefined;

  constructor(sigma: StageSigma, host: PointerHost) {
    this.#sigma = sigma;
    this.#host = host;
    this.#glide = new Glide(sigma);
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
    const touch = sigma.getTouchCaptor();
    touch.on('tap', this.#onTap);
    touch.on('doubletap', this.#onDoubleTap);
    touch.on('touchmove', this.#onTouchMove);
    touch.on('touchdown', this.#onTouchDown);
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
    if (this.#at === undefined || this.#dragging !== undefined) return;
    const item = this.#host.itemAt(this.#at.x, this.#at.y, MOUSE);
    this.#cursor(item === undefined ? 'grab' : 'pointer');
    this.#host.onHover(item);
  }

  #cursor(cursor: string): void {
    this.#surface.style.cursor = cursor;
  }

  readonly #onMove = ({ x, y }: MouseCoords): void => {
    this.#at = { x, y };
    if (this.#pressed === undefined) this.lookAgain();
  };

  readonly #onMoveBody = (event: MouseCoords): void => {
    const pressed = this.#pressed;
    if (pressed === undefined) return;
    const far = Math.hypot(event.x - pressed.x, event.y - pressed.y) > DRAG_AFTER;
    if (pressed.item === undefined) {
      if (far) this.#cursor('grabbing');
      return;
    }
    event.preventSigmaDefault();
    if (this.#dragging === undefined && !far) return;
    this.#dragging = pressed.item;
    this.#dragged = true;
    this.#cursor('grabbing');
    this.#host.onDrag(pressed.item, event.x, event.y);
  };

  readonly #onLeave = (): void => {
    this.#at = undefined;
    if (this.#dragging === undefined) this.#host.onHover(undefined);
  };

  readonly #onDown = ({ x, y, original }: MouseCoords): void => {
    if ('button' in original && original.button !== 0) return;
    this.#glide.stop();
    this.#host.onGrab();
    this.#dragged = false;
    const item = this.#host.itemAt(x, y, MOUSE);
    this.#pressed = { x, y, item: item !== undefined && this.#host.movable(item) ? item : undefined };
  };

  readonly #onUp = (): void => {
    this.#pressed = undefined;
    if (this.#dragging !== undefined) this.#host.onDragEnd();
    this.#dragging = undefined;
    this.lookAgain();
    if (this.#at === undefined) this.#cursor('grab');
  };

  readonly #onClick = ({ x, y, original }: MouseCoords): void => {
    if (this.#dragged) return;
    const item = this.#host.itemAt(x, y, MOUSE);
    this.#lastClicked = item;
    this.#host.onSelect(item, isAdditive(original));
  };

  readonly #onDoubleClick = (event: MouseCoords): void => {
    if (this.#dragged) {
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

  /** Where two fingers were; kept here, for some browsers change the touches of past events. */
  #fingers: readonly { x: number; y: number }[] = [];

  readonly #onTouchDown = ({ touches }: TouchCoords): void => {
    this.#glide.stop();
    this.#host.onGrab();
    this.#at = undefined;
    this.#fingers = touches;
  };

  readonly #onTap = ({ touches, previousTouches, original }: TouchCoords): void => {
    const point = touches[0] ?? previousTouches[0];
    if (point === undefined) return;
    const item = this.#host.itemAt(point.x, point.y, FINGER);
    this.#lastClicked = item;
    this.#host.onSelect(item, isAdditive(original));
  };

  readonly #onDoubleTap = (event: TouchCoords): void => {
    const point = event.touches[0] ?? event.previousTouches[0];
    if (point === undefined) return;
    const { x, y } = point;
    this.#double(
      { x, y, preventSigmaDefault: () => event.preventSigmaDefault() },
      this.#host.itemAt(x, y, FINGER),
      event.original,
    );
  };

  /** Two fingers: Sigma turns the view with them even where the camera may not turn, so that it drifts away. */
  readonly #onTouchMove = (event: TouchCoords): void => {
    const [a, b] = event.touches;
    const [oldA, oldB] = this.#fingers;
    this.#fingers = event.touches;
    if (a === undefined || b === undefined) return;
    event.preventSigmaDefault();
    if (oldA === undefined || oldB === undefined) return;
    const camera = this.#sigma.getCamera();
    const before = { x: (oldA.x + oldB.x) / 2, y: (oldA.y + oldB.y) / 2 };
    const after = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const apart = Math.hypot(oldA.x - oldB.x, oldA.y - oldB.y);
    if (apart === 0) return;
    const factor = Math.hypot(a.x - b.x, a.y - b.y) / apart;
    const ratio = camera.getBoundedRatio(camera.ratio / Math.max(factor, 0.01));
    camera.setState(this.#sigma.getViewportZoomedState(before, ratio));
    const from = this.#sigma.viewportToFramedGraph(before);
    const to = this.#sigma.viewportToFramedGraph(after);
    camera.setState({ x: camera.x + from.x - to.x, y: camera.y + from.y - to.y });
  };
}

function isAdditive(event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.metaKey || event.ctrlKey;
}

function sameItem(a: Item | undefined, b: Item | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return 'node' in a ? 'node' in b && a.node === b.node : 'edge' in b && a.edge === b.edge;
}
