/** The labels of a drawn graph: as many as find room, the most connected entities first, then predicates on lines. */
import { compareCodePoints } from '../model/index.ts';
import { lengthOf, pointAt } from './edge-path.ts';
import { Clutter, NOBODY } from './label-clutter.ts';
import { type LabelPlace, place, placesAround, TakenRoom } from './label-places.ts';
import type { LossCounter } from './losses.ts';
import type { Scene } from './svg-scene.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface SceneLabel extends LabelPlace {
  readonly kind: 'node' | 'edge';
  /** Key of the element that it names. */
  readonly key: string;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
}

/** Font sizes of labels in drawn units: of an entity without claims, of the most connected ones, of a predicate. */
const SMALLEST = 10;
const LARGEST = 16;
const ON_LINE = 8.5;
/** An entity's label that finds no room is tried once more in this size. */
const CROWDED = 8.5;
/** A label's lines are at most this wide, in units of its font size, and at most two. */
const WIDEST = 13;
const LINES = 2;

/** @param degrees claims at each entity */
export function placeLabels(
  scene: Scene,
  degrees: ReadonlyMap<string, number>,
  losses: LossCounter,
): SceneLabel[] {
  const room = new TakenRoom();
  for (const { x, y, radius } of scene.nodes) {
    room.take({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  }
  const clutter = clutterOf(scene.edges);
  return [
    ...entityLabels(scene, degrees, room, clutter, losses),
    ...claimLabels(scene, room, clutter, losses),
  ];
}

function entityLabels(
  { nodes }: Scene,
  degrees: ReadonlyMap<string, number>,
  room: TakenRoom,
  clutter: Clutter,
  losses: LossCounter,
): SceneLabel[] {
  const labels: SceneLabel[] = [];
  const entities = nodes
    .filter(({ attributes }) => attributes.role === 'entity' && attributes.label.trim() !== '')
    .map((node) => ({ ...node, degree: degrees.get(node.key) ?? 0 }))
    .sort((a, b) => b.degree - a.degree || compareCodePoints(a.key, b.key));
  for (const { key, x, y, radius, attributes, degree } of entities) {
    const { lines, cut } = wrapText(attributes.label, WIDEST, LINES);
    if (cut) losses.add('labels of entities that were cut');
    const widest = Math.max(...lines.map(textWidth));
    let found: LabelPlace | undefined;
    for (const fontSize of [Math.min(LARGEST, SMALLEST + Math.round(Math.sqrt(degree) * 2) / 2), CROWDED]) {
      const lineHeight = fontSize * 1.15;
      const places = placesAround(x, y, radius, widest * fontSize, lines.length * lineHeight, lineHeight);
      found = room.bestOf(places, (box) => clutter.cost(box, NOBODY));
      if (found === undefined) continue;
      room.take(found.box);
      labels.push({ ...found, kind: 'node', key, lines, fontSize, lineHeight });
      break;
    }
    if (found === undefined) losses.add('labels of entities that found no room');
  }
  return labels;
}

function claimLabels({ edges }: Scene, room: TakenRoom, clutter: Clutter, losses: LossCounter): SceneLabel[] {
  const labels: SceneLabel[] = [];
  for (const [number, { key, attributes, path }] of edges.entries()) {
    if (attributes.role === 'about' || attributes.label.trim() === '') continue;
    const { lines } = wrapText(attributes.label, WIDEST * 1.5, 1);
    const width = textWidth(lines[0]!) * ON_LINE;
    const lineHeight = ON_LINE * 1.2;
    const loop = Math.hypot(path.to.x - path.from.x, path.to.y - path.from.y) < lengthOf(path) / 3;
    const middle = pointAt(path, 0.5);
    // On the line; beside a loop, which a label on it would hide.
    const places = loop
      ? placesAround(middle.x, middle.y, 0, width, lineHeight, lineHeight)
      : [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => {
          const { x, y } = pointAt(path, t);
          return place(x - width / 2, y - lineHeight / 2, width, lineHeight, lineHeight, 'middle');
        });
    // A line that its label would hide is better without one.
    const found =
      lengthOf(path) > width * 1.15 ? room.bestOf(places, (box) => clutter.cost(box, number)) : undefined;
    if (found === undefined) losses.add('labels of claims that found no room');
    else {
      room.take(found.box);
      labels.push({ ...found, kind: 'edge', key, lines, fontSize: ON_LINE, lineHeight });
    }
  }
  return labels;
}

/** Length of a line that one of its points in the clutter stands for: the least, in drawn units. */
const STRETCH = 8;
/** Points that stand for all lines, about: where lines are longer together, each point stands for a longer stretch. */
const MOST_POINTS = 2_000_000;
/** What it costs to cover a stretch of a line, an arrow, the bar of a denied claim. */
const COSTS = { line: 1, arrow: 4, bar: 8 } as const;

function clutterOf(edges: Scene['edges']): Clutter {
  const clutter = new Clutter();
  const lengths = edges.map(({ path }) => lengthOf(path));
  const stretch = Math.max(STRETCH, lengths.reduce((sum, length) => sum + length, 0) / MOST_POINTS);
  for (const [number, { path, style }] of edges.entries()) {
    const steps = Math.max(2, Math.ceil(lengths[number]! / stretch));
    for (let i = 0; i <= steps; i += 1) {
      const { x, y } = pointAt(path, i / steps);
      clutter.add(x, y, i === steps ? COSTS.arrow : COSTS.line, number);
    }
    const { x, y } = pointAt(path, 0.5);
    // Not the line's own: its label may lie on the line, but not on its bar.
    if (style.denied) clutter.add(x, y, COSTS.bar, NOBODY);
  }
  return clutter;
}
