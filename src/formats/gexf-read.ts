/** GEXF 1.1 to 1.3 as a graph: our own files whole, those of other tools with their nodes, edges and attributes. */
import { ProblemError } from '../model/index.ts';
import { LOOK } from './foreign-columns.ts';
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
import type { ColumnType } from './scalar.ts';
import { readXml, type XmlHandler, type XmlPosition } from './xml-read.ts';

/**
 * Reads GEXF with typed attributes, defaults, places, sizes and colours. Nested nodes are flattened; values that
 * change over time keep their last; both are counted.
 *
 * @param pieces the text at once or in pieces
 * @throws ProblemError where the text is not well-formed XML, not GEXF, or not a graph
 */
export function readGexf(
  pieces: string | Iterable<string>,
  options: Partial<GraphReadOptions> = {},
): ReadGraph {
  const { file } = { ...GRAPH_READ_DEFAULTS, ...options };
  const losses = new LossCounter();
  const asides = new LossCounter();
  const builder = new PlainGraphBuilder(file, losses);
  let handler: GexfHandler | undefined;
  readXml(pieces, file, (position) => {
    handler = new GexfHandler(builder, position, losses, asides);
    return handler;
  });
  if (!handler!.sawGraph) {
    throw new ProblemError([
      { severity: 'error', code: 'not-gexf', message: 'there is no <graph> in this file', place: { file } },
    ]);
  }
  return recognise(builder.finish(), losses, asides);
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  boolean: 'boolean',
  integer: 'int',
  int: 'int',
  short: 'int',
  byte: 'int',
  long: 'long',
  float: 'float',
  double: 'double',
  string: 'string',
  anyURI: 'string',
  char: 'string',
  biginteger: 'long',
  bigdecimal: 'double',
};

type Given = Readonly<Record<string, string>>;

class GexfHandler implements XmlHandler {
  sawGraph = false;
  readonly #builder: PlainGraphBuilder;
  readonly #position: XmlPosition;
  readonly #losses: LossCounter;
  readonly #asides: LossCounter;
  readonly #declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  readonly #open: { readonly element: 'node' | 'edge'; readonly attributes: PlainAttributes }[] = [];
  #class: 'node' | 'edge' = 'node';
  #declaring: Declared | undefined;
  #directed = false;
  #inMeta = false;
  #weightName: string | undefined;
  #text = '';

  constructor(builder: PlainGraphBuilder, position: XmlPosition, losses: LossCounter, asides: LossCounter) {
    this.#builder = builder;
    this.#position = position;
    this.#losses = losses;
    this.#asides = asides;
  }

  open(name: string, given: Given): void {
    this.#text = '';
    if (name === 'graph') {
      this.sawGraph = true;
      this.#directed = given.defaultedgetype === 'directed';
    } else if (name === 'attributes') this.#class = given.class === 'edge' ? 'edge' : 'node';
    else if (name === 'meta') this.#inMeta = true;
    else if (name === 'attribute') this.#declare(given);
    else if (name === 'node') this.#openNode(given);
    else if (name === 'edge') this.#openEdge(given);
    else if (name === 'attvalue') this.#value(given);
    else if (name === 'position' || name === 'size' || name === 'color' || name === 'thickness')
      this.#look(name, given);
    else if (name === 'shape') this.#open.at(-1)?.attributes.set(`${LOOK}shape`, given.value ?? '');
    else if (name === 'spell') this.#losses.add('spells of presence');
    else if (name === 'options') this.#asides.add('values that attributes are allowed to have');
    else if (name === 'parent') this.#losses.add('parents of nodes');
    else if (this.#inMeta) this.#asides.add('what the file says of itself');
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'meta') this.#inMeta = false;
    else if (name === 'default' && this.#declaring) this.#declaring.default = this.#text;
    else if (name === 'attribute') this.#declaring = undefined;
    else if (name === 'node' || name === 'edge') {
      const closed = this.#open.pop();
      if (closed) this.#fillDefaults(closed.element, closed.attributes);
    }
    this.#text = '';
  }

  #declare(given: Given): void {
    const type = TYPES[given.type ?? 'string'];
    if (type === undefined) this.#losses.add(`attributes of the type ${given.type}, read as text`);
    const id = given.id ?? '';
    this.#declaring = this.#builder.declare([this.#class], given.title ?? id, type ?? 'string');
    this.#declared[this.#class].set(id, this.#declaring);
  }

  #openNode(given: Given): void {
    if (this.#open.length > 0) this.#losses.add('nodes within nodes, read side by side');
    const attributes = this.#builder.node(given.id, this.#position);
    if (given.label !== undefined) attributes.set('label', given.label);
    if (given.pid !== undefined) this.#losses.add('parents of nodes');
    this.#countBounds(given);
    this.#presence(given, attributes);
    this.#open.push({ element: 'node', attributes });
  }

  #openEdge(given: Given): void {
    const { id, source, target, type, label, kind, weight } = given;
    this.#countBounds(given);
    if (type === 'mutual') this.#losses.add('mutual edges, read as undirected');
    const directed = type === undefined ? this.#directed : type === 'directed';
    const time = this.#time(given);
    const attributes = this.#builder.edge(
      {
        directed,
        ...(time !== undefined && { time }),
        ...(id === undefined ? {} : { id }),
        ...(source === undefined ? {} : { source }),
        ...(target === undefined ? {} : { target }),
      },
      this.#position,
    );
    if (label !== undefined && label !== '') attributes.set('label', label);
    if (kind !== undefined) attributes.set('kind', kind);
    if (weight !== undefined) attributes.set(this.#weight(), this.#convert(weight, 'double'));
    if (time === undefined) this.#presence(given, attributes);
    this.#open.push({ element: 'edge', attributes });
  }

  #presence(given: Given, attributes: PlainAttributes): void {
    for (const bound of ['start', 'end', 'timestamp'] as const) {
      const value = given[bound];
      if (value !== undefined) attributes.set(bound, value);
    }
  }

  /** The attribute's name, declared where the first edge has a weight; an attribute of the file's own may be called so. */
  #weight(): string {
    this.#weightName ??= this.#builder.declare(['edge'], 'weight', 'double').name;
    return this.#weightName;
  }

  #countBounds(given: Given): void {
    const open = ['startopen', 'endopen'].filter((name) => given[name] !== undefined);
    this.#losses.add('bounds of time that are no part of it', open.length);
  }

  /** Of edges with dates: an interval of days, open where it has no bound. */
  #time({ start, end, timestamp }: Given): string | undefined {
    const bounds = [start ?? timestamp, end ?? timestamp];
    if (bounds.every((bound) => bound === undefined)) return undefined;
    if (bounds.some((bound) => bound !== undefined && !/^\d{4}-\d\d-\d\d$/.test(bound))) return undefined;
    return bounds[0] === bounds[1] ? bounds[0] : bounds.map((bound) => bound ?? '..').join('/');
  }

  #value(given: Given): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    const id = given.for ?? given.id ?? '';
    const declared = this.#declared[open.element].get(id);
    if (declared === undefined) this.#losses.add('values of undeclared attributes, read as text');
    const name = declared?.name ?? id;
    if (given.start !== undefined || given.end !== undefined || given.timestamp !== undefined) {
      this.#losses.add('values that change over time, of which the last is kept');
    }
    open.attributes.set(name, this.#convert(given.value ?? '', declared?.type ?? 'string'));
  }

  #look(name: string, given: Given): void {
    const attributes = this.#open.at(-1)?.attributes;
    if (attributes === undefined) return;
    if (name === 'color') {
      const colour = given.hex ?? hexOf(given);
      if (colour !== undefined) attributes.set(`${LOOK}color`, colour);
      return;
    }
    const fields = name === 'position' ? (['x', 'y', 'z'] as const) : (['value'] as const);
    for (const field of fields) {
      const number = parseScalar(given[field] ?? '', 'double');
      if (typeof number !== 'number') continue;
      attributes.set(
        field === 'x' || field === 'y' ? field : `${LOOK}${field === 'z' ? field : name}`,
        number,
      );
    }
  }

  #fillDefaults(element: 'node' | 'edge', attributes: PlainAttributes): void {
    for (const { name, type, default: value } of this.#declared[element].values()) {
      if (value !== undefined && !attributes.has(name)) attributes.set(name, this.#convert(value, type));
    }
  }

  #convert(text: string, type: ColumnType) {
    const value = parseScalar(text, type);
    if (value === undefined) this.#losses.add('values that are not of their declared type, read as text');
    return value ?? text;
  }
}

function hexOf({ r, g, b }: Given): string | undefined {
  const channels = [r, g, b].map(Number);
  if (!channels.every((channel) => Number.isInteger(channel) && channel >= 0 && channel <= 255))
    return undefined;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
