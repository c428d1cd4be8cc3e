/** What the flavours of GraphML add to it, so that one tool draws what the screen shows. */
import type { ClewGraph } from '../graph/index.ts';
import { compareCodePoints } from '../model/index.ts';
import { type Drawing, draw, rgb } from './drawing.ts';
import { edgePath, pointAt } from './edge-path.ts';
import { roundCoordinate } from './graph-table.ts';
import type { XmlGuard } from './xml.ts';

export interface GraphmlDrawing {
  /** More attributes of the root element. */
  readonly namespaces: string;
  readonly nodeKeys: string;
  readonly edgeKeys: string;
  /** Names of its keys, without the letter of their element: no attribute of the graph may have them. */
  readonly names: { readonly node: readonly string[]; readonly edge: readonly string[] };
  /** Node attributes that the drawing says itself. */
  readonly replaces: readonly string[];
  /** More data of a node or an edge. */
  readonly node: (key: string) => string;
  readonly edge: (key: string) => string;
}

const NOTHING = () => '';
const PLAIN: GraphmlDrawing = {
  namespaces: '',
  nodeKeys: '',
  edgeKeys: '',
  names: { node: [], edge: [] },
  replaces: [],
  node: NOTHING,
  edge: NOTHING,
};
const GEPHI_NODE = ['size', 'r', 'g', 'b'];
const GEPHI_EDGE = ['r', 'g', 'b'];

/** @param flavour of GraphmlOptions */
export function drawing(
  flavour: 'plain' | 'gephi' | 'yed',
  graph: ClewGraph,
  guard: XmlGuard,
): GraphmlDrawing {
  if (flavour === 'gephi') return gephi(draw(graph));
  if (flavour === 'yed') return yed(graph, draw(graph), guard);
  return PLAIN;
}

/** Gephi takes keys by these names for its own: `size` on nodes, `r`, `g`, `b` on nodes and edges. */
function gephi(drawn: Drawing): GraphmlDrawing {
  const keys = (letter: string, element: string, names: readonly string[]) =>
    names
      .map((name) => {
        const type = name === 'size' ? 'double' : 'int';
        return `  <key id="${letter}_${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`;
      })
      .join('');
  const colour = (letter: string, value: string) =>
    rgb(value)
      .map((part, i) => `\n      <data key="${letter}_${'rgb'[i]}">${part}</data>`)
      .join('');
  return {
    namespaces: '',
    nodeKeys: keys('n', 'node', GEPHI_NODE),
    edgeKeys: keys('e', 'edge', GEPHI_EDGE),
    names: { node: GEPHI_NODE, edge: GEPHI_EDGE },
    replaces: [],
    node(key) {
      const node = drawn.node(key);
      return `\n      <data key="n_size">${roundCoordinate(node.radius)}</data>${colour('n', node.colour)}`;
    },
    edge: (key) => colour('e', drawn.edge(key).colour),
  };
}

/** Namespace and element names of yFiles for Java, which yEd reads and writes; its y axis points down. */
function yed(graph: ClewGraph, drawn: Drawing, guard: XmlGuard): GraphmlDrawing {
  const round = roundCoordinate;
  const { ink } = drawn.palette;
  return {
    namespaces: '\n    xmlns:y="http://www.yworks.com/xml/graphml"',
    nodeKeys: '  <key id="n_graphics" for="node" yfiles.type="nodegraphics"/>\n',
    edgeKeys: '  <key id="e_graphics" for="edge" yfiles.type="edgegraphics"/>\n',
    names: { node: ['graphics'], edge: ['graphics'] },
    replaces: ['x', 'y'],
    node(key) {
      const { x, y, radius, colour } = drawn.node(key);
      const { label, role } = graph.getNodeAttributes(key);
      const size = round(radius * 2);
      return (
        '\n      <data key="n_graphics"><y:ShapeNode>' +
        `<y:Geometry x="${round(x - radius)}" y="${round(-y - radius)}" width="${size}" height="${size}"/>` +
        `<y:Fill color="${colour}" transparent="false"/><y:BorderStyle color="${colour}" type="line" width="1.0"/>` +
        `<y:NodeLabel modelName="sides" modelPosition="s" fontSize="12" textColor="${ink}">${guard.text(label, 'node', key, 'label')}</y:NodeLabel>` +
        `<y:Shape type="${role === 'claim' ? 'diamond' : 'ellipse'}"/></y:ShapeNode></data>`
      );
    },
    edge(key) {
      const { style, colour, width, lane } = drawn.edge(key);
      const [source, target] = graph.extremities(key);
      const attributes = graph.getEdgeAttributes(key);
      const flipped = compareCodePoints(source, target) > 0;
      const path = edgePath(drawn.node(source), drawn.node(target), lane, flipped);
      const bends =
        lane === 0 && source !== target
          ? []
          : (source === target ? [0.3, 0.5, 0.7] : [0.5]).map((t) => {
              const { x, y } = pointAt(path, t);
              return `<y:Point x="${round(x)}" y="${round(-y)}"/>`;
            });
      const line = style.stroke === 'solid' ? 'line' : style.stroke;
      const arrow = attributes.role === 'about' ? 'none' : style.denied ? 't_shape' : 'standard';
      const label = attributes.role === 'about' ? '' : guard.text(attributes.label, 'edge', key, 'label');
      return (
        '\n      <data key="e_graphics"><y:PolyLineEdge>' +
        `<y:Path sx="0.0" sy="0.0" tx="0.0" ty="0.0">${bends.join('')}</y:Path>` +
        `<y:LineStyle color="${colour}" type="${line}" width="${width}"/><y:Arrows source="none" target="${arrow}"/>` +
        (label === '' ? '' : `<y:EdgeLabel fontSize="10" textColor="${ink}">${label}</y:EdgeLabel>`) +
        '<y:BendStyle smoothed="true"/></y:PolyLineEdge></data>'
      );
    },
  };
}
