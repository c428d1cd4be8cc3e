/** The face between the application and the canvas: the application says what to show, the stage says what was touched. */
import type { DrawnGraph, KindGroup, Palette } from '../../graph/index.ts';

/** What the canvas shows. Keys are node and edge keys of the graph; nothing of this is ever written into the graph. */
export interface StageView {
  readonly palette: Palette;
  /** Kind groups with their hues; a node's colour is that of its kind's group. */
  readonly groups: readonly KindGroup[];
  /** Colours by entity, `#rrggbb`, in place of those by kind; an entity that is not in it is drawn as "other". */
  readonly colours?: ReadonlyMap<string, string> | undefined;
  /** Radii by entity in graph units, in place of those by claims. */
  readonly radii?: ReadonlyMap<string, number> | undefined;
  /** Literal values are small nodes, each known by its claim. */
  readonly literals?: boolean;
  /** Languages of labels in order of preference. */
  readonly languages: readonly string[];
  /** Nodes and edges that filters take out. */
  readonly hiddenNodes: ReadonlySet<string>;
  readonly hiddenEdges: ReadonlySet<string>;
  /** Drawn in full with their labels while all else dims; empty: nothing dims. */
  readonly emphasis: ReadonlySet<string>;
  /**
   * Selected node or edge keys; selected claims wear the accent. A claim with a literal object, which has no edge, marks
   * its subject.
   */
  readonly selected: ReadonlySet<string>;
  readonly reducedMotion: boolean;
  /** Entities that are elsewhere than the graph has them, in graph units, y upwards; none where absent. */
  readonly places?: ReadonlyMap<string, Point>;
  /** Entities with a pin on them; none where absent. */
  readonly pinned?: ReadonlySet<string>;
  /** A press on the ground draws an outline around what is to be selected; with Shift it draws a frame anyway. */
  readonly outlining?: Outlining | undefined;
  /** What covers the canvas along its sides (a title, a sheet), so that nothing is fitted below it; nothing where absent. */
  readonly insets?: Insets;
  /** Asked for what lies over the canvas (tools, an overview), so that no label that stands inside the canvas stands below it. */
  readonly covers?: () => readonly Insets[];
}

/** How an outline is drawn: by two corners, or freely. */
export type Outlining = 'frame' | 'lasso';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** CSS pixels: from each side of the canvas, or for a cover its sides from the canvas's left top corner. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface CameraState {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** A claim is named `<article>/<id>`, as its edge is, whether its line or the bead on it was touched. */
export interface StageEvents {
  /** A click on a node, an edge, or the empty ground (`undefined`). `additive`: with Shift, Cmd or Ctrl. */
  onSelect(key: string | undefined, additive: boolean): void;
  onHover(key: string | undefined): void;
  /** A double click on a node. */
  onExpand(key: string): void;
  /** A hand drags an entity, and has let it go at the end. */
  onMove(key: string, place: Point, done: boolean): void;
  /** An outline was drawn around these entities. */
  onOutline(keys: readonly string[], additive: boolean): void;
  /** The camera came to rest. */
  onCamera(camera: CameraState): void;
  /** WebGL was lost and could not be rebuilt. */
  onLost(): void;
}

export interface Stage {
  /** Shows another view of the same graph; cheap where little changed. */
  update(view: StageView): void;
  /**
   * Shows entities elsewhere for the moment, as a running layout has them; the next view with other `places` puts them
   * where it says.
   */
  carry(places: ReadonlyMap<string, Point>): void;
  /**
   * Moves the camera so that the keys (nodes, edges; all where empty) are in sight. Some keys that can be read where they
   * are leave it in its place.
   */
  fit(keys: Iterable<string>): void;
  /** Other things lie over the canvas now than before: labels that they hide give way. */
  covered(): void;
  zoom(factor: number): void;
  camera(): CameraState;
  setCamera(camera: CameraState): void;
  kill(): void;
}

/** What can be asked of a stage besides: where things are on screen, and what can be read there. */
export interface StageSight {
  /**
   * The place of a node, of an edge's middle or of a claim in CSS pixels from the container's top left corner, with the
   * radius of what is drawn there; undefined where the graph has no such key.
   */
  locate(key: string): { readonly x: number; readonly y: number; readonly radius: number } | undefined;
  /** The labels that are drawn, least important first. */
  readable(): readonly string[];
  /** The entities whose middle is on the canvas, those that filters hide apart. */
  inSight(): readonly string[];
  /** The same with what each names, and the upright box around it in CSS pixels from the container's top left corner. */
  labels(): readonly LabelSight[];
  /** Of the stage as it stands; another object once it had to be made anew. */
  overview(): OverviewSight;
  /** Calls back after each frame that was drawn. @returns stops it */
  watch(drawn: () => void): () => void;
}

/** The whole graph as one picture. Places and sizes are those of the picture that is asked for, in its own pixels. */
export interface OverviewSight {
  /** Another number whenever the picture would be another one. */
  readonly version: number;
  /** Fills the context's canvas. */
  draw(context: CanvasRenderingContext2D): void;
  /** The part of a picture of this size that the canvas shows; it may reach beyond the picture. */
  window(
    width: number,
    height: number,
  ): { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Brings a point of such a picture to the middle of the canvas. @param still arrive at once */
  lookAt(point: Point, width: number, height: number, still: boolean): void;
}

export interface LabelSight {
  readonly key: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Makes the stage; rejects with a {@link NoWebGlError} where WebGL 2 can't be had. */
export type CreateStage = (
  container: HTMLElement,
  graph: DrawnGraph,
  view: StageView,
  events: StageEvents,
) => Promise<Stage>;

export class NoWebGlError extends Error {
  constructor() {
    super('WebGL 2 is not available in this browser');
    this.name = 'NoWebGlError';
  }
}
