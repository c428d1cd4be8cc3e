/** GraphML as a graph: our own files whole, those of other tools with their nodes, edges and attributes. */
import { ProblemError } from '../model/index.ts';
import { LossCounter } from './losses.ts';
import { parseScalar } from './parse-scalar.ts';
import {
  GRAPH_READ_DEFAULTS,
  type GraphReadOptions,
  type PlainAttributes,
  type ReadGraph,
  recognise,
} from './plain-graph.ts';
import { type Declared, PlainGraphBuilder } from './plain-graph-builder.ts';
import type { ColumnType, Scalar } from './scalar.ts';
import { readXml, type XmlHandler, type XmlPosition } from './xml-read.ts';

/**
 * Reads GraphML with typed keys, defaults, mixed directions, nested graphs (flattened) and yEd's labels and places.
 * Hyperedges and ports are counted as losses.
 *
 * @param pieces the text at once or in pieces
 * @throws ProblemError where the text is not well-formed XML, not GraphML, or not a graph
 */
export function readGraphml(
  pieces: string | Iterable<string>,
  options: Partial<GraphReadOptions> = {},
): ReadGraph {
  const { file } = { ...GRAPH_READ_DEFAULTS, ...options };
  const losses = new LossCounter();
  const asides = new LossCounter();
  const builder = new PlainGraphBuilder(file, losses);
  let handler: GraphmlHandler | undefined;
  readXml(pieces, file, (position) => {
    handler = new GraphmlHandler(builder, position, losses, asides);
    return handler;
  });
  if (!handler!.sawGraph) {
    throw new ProblemError([
      {
        severity: 'error',
        code: 'not-graphml',
        message: 'there is no <graph> in this file',
        place: { file },
      },
    ]);
  }
  return recognise(builder.finish(), losses, asides);
}

/** What a `<key>` declares. */
interface Key extends Declared {
  readonly element: string;
}

/** XML attributes of elements. */
const KNOWN = {
  node: new Set(['id']),
  edge: new Set(['id', 'source', 'target', 'directed', 'sourceport', 'targetport']),
} as const;

/** What a key is `for`. */
const ELEMENTS: Readonly<Record<string, readonly ('node' | 'edge')[]>> = {
  node: ['node'],
  edge: ['edge'],
  all: ['node', 'edge'],
};

const TYPES: Readonly<Record<string, ColumnType>> = {
  boolean: 'boolean',
  int: 'int',
  integer: 'int',
  long: 'long',
  float: 'float',
  double: 'double',
  string: 'string',
};

/** An element that attributes belong to while it is open. */
interface Holder {
  readonly element: 'graph' | 'node' | 'edge' | 'other';
  readonly attributes: PlainAttributes;
}

class GraphmlHandler implements XmlHandler {
  sawGraph = false;
  readonly #builder: PlainGraphBuilder;
  readonly #position: XmlPosition;
  readonly #losses: LossCounter;
  readonly #asides: LossCounter;
  readonly #keys = new Map<string, Key>();
  readonly #holders: Holder[] = [];
  /** `edgedefault` of the open graphs, innermost last. */
  readonly #directed: boolean[] = [];
  #declaring: Key | undefined;
  #text = '';
  /** Key of the open `<data>`. */
  #data: string | undefined;
  /** The open `<data>` holds elements: drawings of yEd, not text. */
  #drawn = false;
  /** Text of the open label of yEd; it stands beside elements of the label's own. */
  #label: string | undefined;

  constructor(builder: PlainGraphBuilder, position: XmlPosition, losses: LossCounter, asides: LossCounter) {
    this.#builder = builder;
    this.#position = position;
    this.#losses = losses;
    this.#asides = asides;
  }

  open(name: string, given: Readonly<Record<string, string>>): void {
    this.#text = '';
    if (this.#data !== undefined) this.#openDrawn(name, given);
    else if (name === 'key') this.#declare(given);
    else if (name === 'graph') this.#openGraph(given);
    else if (name === 'node') {
      this.#holders.push({ element: 'node', attributes: this.#builder.node(given.id, this.#position) });
      this.#countUnknown(given, KNOWN.node);
    } else if (name === 'edge') {
      const directed =
        given.directed === undefined
          ? this.#directed.at(-1)
          : given.directed.trim() === 'true' || given.directed.trim() === '1';
      const { id, source, target, sourceport, targetport } = given;
      const attributes = this.#builder.edge(
        {
          directed: directed ?? true,
          ...(id !== undefined && { id }),
          ...(source !== undefined && { source }),
          ...(target !== undefined && { target }),
        },
        this.#position,
      );
      this.#countUnknown(given, KNOWN.edge);
      if (sourceport !== undefined || targetport !== undefined)
        this.#losses.add('ends of edges at ports, read as ends at their nodes');
      this.#holders.push({ element: 'edge', attributes });
    } else if (name === 'data') {
      this.#data = given.key ?? '';
      this.#drawn = false;
    } else if (name === 'hyperedge' || name === 'port') {
      this.#losses.add(`${name}s`);
      this.#holders.push({ element: 'other', attributes: new Map() });
    } else if (name === 'desc' || name === 'locator') this.#asides.add(`elements <${name}>`);
  }

  #countUnknown(given: Readonly<Record<string, string>>, known: ReadonlySet<string>): void {
    const unknown = Object.keys(given).filter((name) => !known.has(name) && !name.startsWith('parse.'));
    this.#asides.add('XML attributes that GraphML does not have', unknown.length);
  }

  text(text: string): void {
    this.#text += text;
    if (this.#label !== undefined) this.#label += text;
  }

  close(name: string): void {
    if (this.#data !== undefined) {
      if (name === 'data') this.#closeData(this.#data);
      else this.#closeDrawn(name);
    } else if (name === 'default' && this.#declaring) this.#declaring.default = this.#text;
    else if (name === 'key') this.#declaring = undefined;
    else if (name === 'graph') {
      this.#directed.pop();
      this.#holders.pop();
    } else if (name === 'node' || name === 'edge' || name === 'hyperedge' || name === 'port') {
      const holder = this.#holders.pop();
      if (holder) this.#fillDefaults(holder);
    }
    this.#text = '';
  }

  #declare(given: Readonly<Record<string, string>>): void {
    const type = given['attr.type'];
    const element = given.for ?? 'all';
    // Keys of drawings have no name, and no text.
    const elements = given['yfiles.type'] === undefined ? ELEMENTS[element] : undefined;
    const declared = this.#builder.declare(
      elements ?? [],
      given['attr.name'] ?? given.id ?? '',
      TYPES[type ?? 'string'] ?? 'string',
    );
    const key: Key = { ...declared, element };
    if (type !== undefined && TYPES[type] === undefined)
      this.#losses.add(`keys of the unknown type ${type}, read as text`);
    this.#declaring = key;
    this.#keys.set(given.id ?? '', key);
  }

  #openGraph(given: Readonly<Record<string, string>>): void {
    if (this.sawGraph) this.#losses.add('nested or further graphs, read as one');
    this.sawGraph = true;
    this.#directed.push(given.edgedefault !== 'undirected');
    this.#holders.push({ element: 'graph', attributes: this.#builder.attributes });
  }

  #closeData(id: string): void {
    this.#data = undefined;
    const holder = this.#holders.at(-1);
    if (this.#drawn) this.#asides.add('drawings of yEd, of which places and labels are kept');
    if (holder === undefined || this.#drawn) return;
    const key = this.#keys.get(id);
    if (key === undefined) this.#losses.add('values of undeclared keys, read as text');
    const name = key?.name ?? id;
    if (holder.attributes.has(name) && holder.element !== 'graph')
      this.#losses.add('further values of one key on one element, of which the last is kept');
    holder.attributes.set(name, this.#convert(this.#text, key?.type ?? 'string'));
  }

  #fillDefaults({ element, attributes }: Holder): void {
    for (const key of this.#keys.values()) {
      if (key.default === undefined || attributes.has(key.name)) continue;
      if (key.element === element || key.element === 'all') {
        attributes.set(key.name, this.#convert(key.default, key.type));
      }
    }
  }

  /** yEd draws a node at its upper left corner, y downward; we keep its middle, y upward. */
  #openDrawn(name: string, given: Readonly<Record<string, string>>): void {
    this.#drawn = true;
    if (name === 'NodeLabel' || name === 'EdgeLabel') this.#label = '';
    const holder = this.#holders.at(-1);
    if (holder?.element !== 'node' || name !== 'Geometry') return;
    const [x, y, width, height] = [given.x, given.y, given.width, given.height].map(Number) as [
      number,
      number,
      number,
      number,
    ];
    if (![x, y, width, height].every(Number.isFinite)) return;
    holder.attributes.set('x', x + width / 2);
    holder.attributes.set('y', -(y + height / 2));
  }

  #closeDrawn(name: string): void {
    if (this.#label === undefined || (name !== 'NodeLabel' && name !== 'EdgeLabel')) return;
    const attributes = this.#holders.at(-1)?.attributes;
    const label = this.#label.trim();
    if (attributes && label !== '') {
      if (!attributes.has('label')) attributes.set('label', label);
      else if (attributes.get('label') !== label) this.#asides.add('further labels in drawings');
    }
    this.#label = undefined;
  }

  /** A value that is not of its type stays text, and is counted. */
  #convert(text: string, type: ColumnType): Scalar {
    const value = parseScalar(text, type);
    if (value === undefined) this.#losses.add('values that are not of their declared type, read as text');
    return value ?? text;
  }
}
