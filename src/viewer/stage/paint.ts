/** The palette as the shaders take it, and the colour of every node and edge. */
import { hueOf, type KindGroup, type Palette } from '../../graph/index.ts';
import { DENIED, IMPLIED, TIE } from './read-graph.ts';
import type { Scene } from './scene.ts';

/** Red, green and blue in `0..1`. */
export type Rgb = readonly [number, number, number];

export interface Paint {
  readonly palette: Palette;
  readonly ground: Rgb;
  readonly ink: Rgb;
  readonly quiet: Rgb;
  readonly accent: Rgb;
  readonly edge: Rgb;
}

export function paintOf(palette: Palette): Paint {
  return {
    palette,
    ground: rgbOf(palette.ground),
    ink: rgbOf(palette.ink),
    quiet: rgbOf(palette.quiet),
    accent: rgbOf(palette.accent),
    edge: rgbOf(palette.edge),
  };
}

/** @param hex `#rrggbb` */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** Writes a colour as four bytes. @param alpha in `0..1` */
export function putColor(bytes: Uint8Array | Uint8ClampedArray, at: number, hex: string, alpha = 1): void {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  bytes[at] = (value >> 16) & 255;
  bytes[at + 1] = (value >> 8) & 255;
  bytes[at + 2] = value & 255;
  bytes[at + 3] = Math.round(alpha * 255);
}

/** Colour by kind: that of the kind's group, else that of "other". */
export function kindColors(groups: readonly KindGroup[], palette: Palette): Map<string, string> {
  const colors = new Map<string, string>();
  for (const { hue, kinds } of groups) for (const kind of kinds) colors.set(kind, hueOf(palette, hue));
  return colors;
}

/** The colour of a node: an entity's by its kind or its own, a bead's that of its line. */
export function nodeColor(
  scene: Scene,
  node: number,
  colors: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string> | undefined,
  palette: Palette,
): string {
  const key = scene.nodes.keys[node]!;
  if (scene.literalOf(node) !== undefined) return palette.edge;
  const attributes = scene.graph.getNodeAttributes(key);
  if (attributes.role === 'entity') {
    return (own === undefined ? colors.get(attributes.kind) : own.get(key)) ?? palette.other;
  }
  return attributes.polarity === 'negative' ? palette.denied : palette.edge;
}

export function edgeColor({ edges }: Scene, edge: number, palette: Palette): string {
  return (edges.style[edge]! & DENIED) !== 0 ? palette.denied : palette.edge;
}

/** How opaque a line is: implied claims are lighter, ties are hairlines. */
export function edgeAlpha({ edges }: Scene, edge: number): number {
  const style = edges.style[edge]!;
  return (style & TIE) !== 0 ? 0.45 : (style & IMPLIED) !== 0 ? 0.75 : 1;
}
