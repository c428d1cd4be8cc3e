/**
 * What GEXF 1.3 allows, in our own words after its RELAX NG grammar (which no package registry has): elements by
 * namespace, their attributes with the form of their values, their children; and what a grammar cannot say, ids that
 * meet. Says everything that is wrong; empty where a file is right.
 */
import { SaxesParser } from 'saxes';

const GEXF = 'http://gexf.net/1.3';
const VIZ = 'http://gexf.net/1.3/viz';

type Test = (value: string) => boolean;
const any: Test = () => true;
const oneOf =
  (...values: string[]): Test =>
  (value) =>
    values.includes(value);
const shaped =
  (pattern: RegExp): Test =>
  (value) =>
    pattern.test(value);
const count = shaped(/^\d+$/);
const float = shaped(/^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|INF|-INF|NaN)$/);
const positive: Test = (value) => float(value) && !(Number(value) < 0) && value !== '-INF';
const channel: Test = (value) => count(value) && Number(value) <= 255;
const date: Test = (value) => {
  const [, year, month, day] = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined) return false;
  // Date.UTC takes years below 100 for those of the last century.
  const when = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month) - 1, Number(day)));
  return when.getUTCMonth() === Number(month) - 1 && when.getUTCDate() === Number(day);
};

/** How the values of a column look, by its type; types that we do not write are not known. */
const TYPES: Readonly<Record<string, Test>> = {
  boolean: oneOf('true', 'false'),
  integer: (value) => /^-?\d+$/.test(value) && Number(value) === (Number(value) | 0),
  long: (value) => /^-?\d+$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value),
  double: float,
  string: any,
};

interface Rule {
  readonly needs?: Readonly<Record<string, Test>>;
  readonly may?: Readonly<Record<string, Test>>;
  /** Each at most once, but for `many`, in any order, but for `row`. */
  readonly children?: readonly string[];
  readonly many?: readonly string[];
  readonly row?: readonly string[];
  readonly text?: true;
}

const edgeType = oneOf('directed', 'undirected', 'mutual');
const dynamics = { start: date, end: date };
const RULES: Readonly<Record<string, Rule>> = {
  gexf: { needs: { version: oneOf('1.3') }, may: { variant: any }, row: ['meta', 'graph'] },
  meta: { may: { lastmodifieddate: date }, children: ['creator', 'keywords', 'description'] },
  creator: { text: true },
  keywords: { text: true },
  description: { text: true },
  graph: {
    may: {
      defaultedgetype: edgeType,
      idtype: oneOf('integer', 'string'),
      mode: oneOf('static', 'dynamic', 'slice'),
      timeformat: oneOf('integer', 'double', 'date', 'dateTime'),
      timerepresentation: oneOf('interval', 'timestamp'),
      timezone: any,
      ...dynamics,
    },
    row: ['attributes', 'attributes', 'nodes', 'edges'],
  },
  attributes: {
    needs: { class: oneOf('node', 'edge') },
    may: { mode: oneOf('static', 'dynamic') },
    many: ['attribute'],
  },
  attribute: {
    needs: { id: any, title: any, type: (value) => value in TYPES },
    children: ['default', 'options'],
  },
  default: { text: true },
  options: { text: true },
  nodes: { may: { count }, many: ['node'] },
  edges: { may: { count }, many: ['edge'] },
  node: {
    needs: { id: any },
    may: { label: any, ...dynamics },
    children: ['attvalues', 'viz:color', 'viz:position', 'viz:size', 'viz:shape'],
  },
  edge: {
    needs: { source: any, target: any },
    may: { id: any, type: edgeType, label: any, weight: float, kind: any, ...dynamics },
    children: ['attvalues', 'viz:color', 'viz:thickness', 'viz:shape'],
  },
  attvalues: { many: ['attvalue'] },
  attvalue: { needs: { for: any, value: any } },
  'viz:color': { may: { r: channel, g: channel, b: channel, hex: any, a: float } },
  'viz:position': { needs: { x: float, y: float }, may: { z: float } },
  'viz:size': { needs: { value: positive } },
  'viz:thickness': { needs: { value: positive } },
  'viz:shape': { needs: { value: any } },
};
const SHAPES: Readonly<Record<string, Test>> = {
  node: oneOf('disc', 'square', 'triangle', 'diamond', 'image'),
  edge: oneOf('solid', 'dotted', 'dashed', 'double'),
};

type Given = Readonly<Record<string, string>>;
interface Open {
  readonly name: string;
  readonly given: Given;
  readonly children: string[];
}

export function gexfFaults(text: string): string[] {
  const faults: string[] = [];
  const open: Open[] = [];
  const ids: Record<string, Set<string>> = { node: new Set(), edge: new Set() };
  const declared: Record<string, Map<string, string>> = { node: new Map(), edge: new Map() };
  const ends: string[] = [];
  let dynamic = false;
  const parser = new SaxesParser({ xmlns: true });
  const fault = (what: string) => faults.push(`line ${parser.line}: ${what}`);

  parser.on('opentag', (tag) => {
    const name =
      tag.uri === GEXF ? tag.local : tag.uri === VIZ ? `viz:${tag.local}` : `{${tag.uri}}${tag.local}`;
    const parent = open.at(-1);
    parent?.children.push(name);
    const given: Record<string, string> = {};
    for (const { name: key, value } of Object.values(tag.attributes)) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) given[key] = value;
    }
    const element = { name, given, children: [] };
    open.push(element);
    const rule = RULES[name];
    if (rule === undefined) return void fault(`there is no element ${name}`);
    if (parent === undefined && name !== 'gexf') fault(`${name} is the root`);
    ofForm(name, given, rule);
    meets(element, parent);
  });
  parser.on('text', (value) => {
    const name = open.at(-1)?.name ?? '';
    if (value.trim() !== '' && !RULES[name]?.text) fault(`text in ${name}`);
  });
  parser.on('closetag', () => {
    const { name, given, children } = open.pop()!;
    holds(name, children);
    if (given.count !== undefined && Number(given.count) !== children.length) fault(`${name} counts wrong`);
  });
  parser.on('error', (error) => fault(error.message));
  parser.write(text).close();
  for (const end of ends) if (!ids.node!.has(end)) faults.push(`no node ${end}`);
  return faults;

  function ofForm(name: string, given: Given, { needs = {}, may = {} }: Rule): void {
    for (const key of Object.keys(needs)) if (given[key] === undefined) fault(`${name} without ${key}`);
    for (const [key, value] of Object.entries(given)) {
      const test = needs[key] ?? may[key];
      if (test === undefined) fault(`${name} has ${key}`);
      else if (!test(value)) fault(`${name} has ${key}="${value}"`);
    }
  }

  function holds(name: string, children: readonly string[]): void {
    const { children: once = [], many = [], row } = RULES[name] ?? {};
    if (row !== undefined) {
      let at = 0;
      for (const child of children) {
        while (at < row.length && row[at] !== child) at += 1;
        if (at === row.length) fault(`${child} in ${name}, or not in its place`);
        at += 1;
      }
      return;
    }
    for (const child of new Set(children)) {
      if (many.includes(child)) continue;
      if (!once.includes(child)) fault(`${child} in ${name}`);
      else if (children.filter((other) => other === child).length > 1) fault(`${child} twice in ${name}`);
    }
  }

  /** What no grammar of elements can say. */
  function meets({ name, given }: Open, parent: Open | undefined): void {
    const { id = '' } = given;
    if (name === 'graph') dynamic = given.mode === 'dynamic';
    if (name === 'node' || name === 'edge') {
      if (ids[name]!.has(id)) fault(`two ${name}s ${id}`);
      ids[name]!.add(id);
      if (!dynamic && (given.start ?? given.end) !== undefined) fault('times in a static graph');
      if (
        given.start !== undefined &&
        given.end !== undefined &&
        date(given.start) &&
        given.start.length === given.end.length &&
        given.start > given.end
      )
        fault('an end before its start');
    }
    if (name === 'edge') ends.push(given.source ?? '', given.target ?? '');
    if (name === 'attribute') {
      const columns = declared[parent?.given.class ?? ''];
      if (columns?.has(id)) fault(`two columns ${id}`);
      columns?.set(id, given.type ?? '');
    }
    if (name === 'attvalue') {
      const type = declared[open.at(-3)?.name ?? '']?.get(given.for ?? '');
      if (type === undefined) fault(`no column ${given.for}`);
      else if (!TYPES[type]?.(given.value ?? '')) fault(`${given.for} is no ${type}: ${given.value}`);
    }
    if (name === 'viz:color' && (given.hex === undefined) === (given.r === undefined))
      fault('a colour is red, green and blue, or hex');
    if (name === 'viz:shape' && !SHAPES[parent?.name ?? '']?.(given.value ?? ''))
      fault(`no shape ${given.value} of ${parent?.name}`);
  }
}
