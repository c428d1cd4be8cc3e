/** What drawn formats show: a circle per entity, a line per claim, with the sizes, colours and lanes of the screen. */
import {
  type ClewGraph,
  claimDegrees,
  hueOf,
  type KindGroup,
  kindGroups,
  LIGHT,
  type LineStyle,
  lineStyle,
  nodeRadius,
  type Palette,
} from '../graph/index.ts';
import { roundCoordinate } from './graph-table.ts';
import { Parallels } from './parallels.ts';

export interface DrawingOptions {
  /** Default {@link LIGHT}. */
  readonly palette: Palette;
  /** Colours by kind, `#rrggbb`; kinds that are not in it take the hue of their group. */
  readonly colours: ReadonlyMap<string, string>;
  /** Colours by node, `#rrggbb`; nodes that are not in it take that of their kind. */
  readonly nodeColours: ReadonlyMap<string, string>;
  /** Radii by node in graph units; nodes that are not in it take theirs from the claims at them. */
  readonly nodeRadii: ReadonlyMap<string, number>;
  /** What colours mean where they do not stand for kinds; default: the kinds. */
  readonly colourRows?: readonly ColourRow[];
}
export const DRAWING_DEFAULTS: DrawingOptions = {
  palette: LIGHT,
  colours: new Map(),
  nodeColours: new Map(),
  nodeRadii: new Map(),
};

/** A row of a drawing's legend. */
export interface ColourRow {
  readonly label: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Entities that have it. */
  readonly count: number;
}

/** The node of a claim that others refer to is drawn this small: it sits on a line and is no entity. */
const CLAIM_RADIUS = 3;

export interface DrawnNode {
  /** Place in graph units, y upward. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** `#rrggbb`. */
  readonly colour: string;
}

export interface DrawnEdge {
  readonly style: LineStyle;
  /** `#rrggbb`. */
  readonly colour: string;
  /** In graph units. */
  readonly width: number;
  /**
   * Which of the parallel lines between its ends, counted from the straight one to the left of the way from the
   * end with the smaller key to the other: 0 alone, -0.5 and 0.5 as one of two, -1, 0, 1 as one of three. For
   * self-loops 0, 1, 2 outward.
   */
  readonly lane: number;
}

export interface Drawing {
  readonly palette: Palette;
  /** Kind groups in the order of the legend. */
  readonly groups: readonly KindGroup[];
  readonly colourRows?: readonly ColourRow[];
  readonly kindColour: (kind: string) => string;
  readonly node: (key: string) => DrawnNode;
  readonly edge: (key: string) => DrawnEdge;
}

/** Looks at the whole graph once; what it returns for an element costs little. */
export function draw(graph: ClewGraph, options: Partial<DrawingOptions> = {}): Drawing {
  const { palette, colours, nodeColours, nodeRadii, colourRows } = { ...DRAWING_DEFAULTS, ...options };
  const counts = new Map<string, number>();
  graph.forEachNode((_, attributes) => {
    if (attributes.role === 'entity') counts.set(attributes.kind, (counts.get(attributes.kind) ?? 0) + 1);
  });
  const groups = kindGroups(graph.getAttribute('dataset').ontology, counts);
  const ofKind = new Map(
    groups.flatMap(({ hue, kinds }) =>
      kinds.map((kind): [string, string] => [kind, colours.get(kind) ?? hueOf(palette, hue)]),
    ),
  );
  const kindColour = (kind: string): string => ofKind.get(kind) ?? palette.other;
  const degrees = claimDegrees(graph);
  const laneOf = lanesOf(graph);
  return {
    palette,
    groups,
    ...(colourRows && { colourRows }),
    kindColour,
    node(key) {
      const attributes = graph.getNodeAttributes(key);
      const entity = attributes.role === 'entity';
      return {
        x: roundCoordinate(attributes.x),
        y: roundCoordinate(attributes.y),
        radius: entity ? (nodeRadii.get(key) ?? nodeRadius(degrees.get(key) ?? 0)) : CLAIM_RADIUS,
        colour: entity ? (nodeColours.get(key) ?? kindColour(attributes.kind)) : palette.edge,
      };
    },
    edge(key) {
      const attributes = graph.getEdgeAttributes(key);
      if (attributes.role === 'about') return { ...ABOUT, colour: palette.rule, lane: 0 };
      const style = lineStyle(attributes.model);
      return {
        style,
        colour: style.denied ? palette.denied : palette.edge,
        width: style.implied ? 0.7 : 1.2,
        lane: laneOf(key),
      };
    },
  };
}

const ABOUT = { style: { stroke: 'dotted', denied: false, implied: true }, width: 0.7 } as const;

/** Of parallel claims, in the order of their keys. */
function lanesOf(graph: ClewGraph): (key: string) => number {
  const isClaim = (edge: string): boolean => graph.getEdgeAttribute(edge, 'role') === 'claim';
  const beside = new Parallels((source, target) => {
    const all = graph.edges(source, target);
    return all.length < 2 ? all : all.filter(isClaim);
  });
  return (key) => {
    const [source, target] = graph.extremities(key);
    const { place, count } = beside.placeOf(key, source, target);
    return source === target ? place : place - (count - 1) / 2;
  };
}

/** `#rrggbb` as three numbers from 0 to 255. */
export function rgb(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
