/** The whole graph as one small picture, and which part of it the canvas shows: drawn when the picture changes, never per frame. */
import type { Looks } from './buffers.ts';
import { PRESENCE } from './channels.ts';
import type { Frame } from './frame.ts';
import { edgeColor, nodeColor, putColor } from './paint.ts';
import { graphX, graphY } from './projection.ts';
import type { Scene } from './scene.ts';
import type { OverviewSight, Point } from './stage-face.ts';

/** Free space along the picture's border, as a share of its shorter side. */
const MARGIN = 0.06;
/** Lines of larger graphs would only grey the picture, and take the time of all else. */
const MOST_LINES = 6_000;
/** Radius of a dot as a share of the picture's shorter side, from the least node to the greatest. */
const DOT = { least: 0.008, most: 0.026 };
/** Nodes of larger graphs are pixels: so many discs would keep the page from answering. */
const MOST_DISCS = 3_000;

/** Graph units; a smaller graph does not fill the picture. */
const LEAST_SIDE = 120;

/** Around the middles of all nodes, in graph units. */
interface Span {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export class Overview implements OverviewSight {
  readonly #frame: Frame;
  readonly #looks: () => Looks;
  readonly #lookAt: (point: Point, still: boolean) => void;
  /** Undefined until it is asked for: a large graph is gone through. */
  #span: Span | undefined;
  #version = 1;

  /** @param lookAt brings a point of the graph to the middle of the canvas */
  constructor(frame: Frame, looks: () => Looks, lookAt: (point: Point, still: boolean) => void) {
    this.#frame = frame;
    this.#looks = looks;
    this.#lookAt = lookAt;
  }

  get version(): number {
    return this.#version;
  }

  /** Another picture from now on: things have moved, come, gone or changed their colour. */
  changed(): void {
    this.#version += 1;
  }

  draw(context: CanvasRenderingContext2D): void {
    const { width, height } = context.canvas;
    const { scene } = this.#frame;
    this.#span = spanOf(scene);
    context.clearRect(0, 0, width, height);
    const place = this.#place(width, height);
    if (scene.edges.keys.length <= MOST_LINES) this.#drawLines(context, place);
    if (scene.nodes.keys.length <= MOST_DISCS) this.#drawDiscs(context, place);
    else this.#drawPixels(context, place);
  }

  #drawLines(context: CanvasRenderingContext2D, { scale, left, top }: Place): void {
    const { scene, edgeStates, paint } = this.#frame;
    const { nodes, edges } = scene;
    context.lineWidth = Math.max(1, Math.min(context.canvas.width, context.canvas.height) / 160);
    context.globalAlpha = 0.4;
    const at = (node: number) => [left + nodes.x[node]! * scale, top - nodes.y[node]! * scale] as const;
    for (let edge = 0; edge < edges.keys.length; edge += 1) {
      if (edgeStates.to(edge, PRESENCE) === 0) continue;
      context.strokeStyle = edgeColor(scene, edge, paint.palette);
      context.beginPath();
      context.moveTo(...at(edges.source[edge]!));
      context.lineTo(...at(edges.target[edge]!));
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  #drawDiscs(context: CanvasRenderingContext2D, { scale, left, top }: Place): void {
    const { nodes } = this.#frame.scene;
    const side = Math.min(context.canvas.width, context.canvas.height);
    this.#eachDot((node, colour) => {
      const radius = Math.min(Math.max(nodes.radius[node]! * scale, DOT.least * side), DOT.most * side);
      context.fillStyle = colour;
      context.beginPath();
      context.arc(left + nodes.x[node]! * scale, top - nodes.y[node]! * scale, radius, 0, 2 * Math.PI);
      context.fill();
    });
  }

  #drawPixels(context: CanvasRenderingContext2D, { scale, left, top }: Place): void {
    const { width, height } = context.canvas;
    const { nodes } = this.#frame.scene;
    const image = context.createImageData(width, height);
    this.#eachDot((node, colour) => {
      const x = Math.round(left + nodes.x[node]! * scale);
      const y = Math.round(top - nodes.y[node]! * scale);
      if (x >= 0 && y >= 0 && x < width && y < height) putColor(image.data, 4 * (y * width + x), colour);
    });
    context.putImageData(image, 0, 0);
  }

  /** Goes through the entities that are shown, with their colours. */
  #eachDot(visit: (node: number, colour: string) => void): void {
    const { scene, nodeStates, paint } = this.#frame;
    const { colors, own } = this.#looks();
    for (let node = 0; node < scene.nodes.keys.length; node += 1) {
      if (scene.nodes.bead[node] === 1 || nodeStates.to(node, PRESENCE) === 0) continue;
      visit(node, nodeColor(scene, node, colors, own, paint.palette));
    }
  }

  window(width: number, height: number): ReturnType<OverviewSight['window']> {
    const { projection: view } = this.#frame;
    const { scale, left, top } = this.#place(width, height);
    return {
      left: left + graphX(view, 0) * scale,
      top: top - graphY(view, 0) * scale,
      width: (view.width / view.scale) * scale,
      height: (view.height / view.scale) * scale,
    };
  }

  lookAt({ x, y }: Point, width: number, height: number, still: boolean): void {
    const { scale, left, top } = this.#place(width, height);
    this.#lookAt({ x: (x - left) / scale, y: (top - y) / scale }, still);
  }

  /** As it was drawn last, while things move on. */
  #place(width: number, height: number): Place {
    this.#span ??= spanOf(this.#frame.scene);
    return fitted(this.#span, width, height);
  }
}

/** Pixels per graph unit, and where the graph's origin lies in the picture. */
interface Place {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Where a picture holds all of it. */
function fitted({ x, y }: Span, width: number, height: number): Place {
  const free = 1 - 2 * MARGIN;
  const scale = Math.min(
    (width * free) / Math.max(x[1] - x[0], LEAST_SIDE),
    (height * free) / Math.max(y[1] - y[0], LEAST_SIDE),
  );
  return {
    scale,
    left: width / 2 - ((x[0] + x[1]) / 2) * scale,
    top: height / 2 + ((y[0] + y[1]) / 2) * scale,
  };
}

function spanOf({ nodes }: Scene): Span {
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let node = 0; node < nodes.keys.length; node += 1) {
    x[0] = Math.min(x[0], nodes.x[node]!);
    x[1] = Math.max(x[1], nodes.x[node]!);
    y[0] = Math.min(y[0], nodes.y[node]!);
    y[1] = Math.max(y[1], nodes.y[node]!);
  }
  return nodes.keys.length === 0 ? { x: [0, 0], y: [0, 0] } : { x, y };
}
