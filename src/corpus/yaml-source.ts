/** YAML 1.2 (core schema) as plain values with places; what is not plain data is refused. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Place } from '../model/index.ts';
import type { ProblemList } from './problem-list.ts';
import { codePointsIn, type Path, type SourcePart } from './source.ts';

/** Aliases (`*name`) in one file. With no alias inside an aliased part, what a file unfolds to stays in proportion. */
const ALIASES = 100;

/** What people get wrong in YAML most, by the parser's own codes: what it is, and the way out. */
const SYNTAX: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    'there is a second colon within this value',
    'put text that holds ": " in quotes; check that the line is indented like its neighbours',
  ],
  MULTILINE_IMPLICIT_KEY: ['a field has no colon', 'write `field: value`, with a space after the colon'],
  BAD_SCALAR_START: ['text cannot begin with this sign', 'put the text in quotes'],
  TAB_AS_INDENT: ['a tab stands where spaces indent', 'indent with spaces'],
  BAD_DQ_ESCAPE: ['a backslash begins no known escape', 'write \\\\ for a backslash, or use single quotes'],
  MULTIPLE_DOCS: ['a second document begins here', 'keep one document in the file: take out the `---`'],
  RESOURCE_EXHAUSTION: ['the nesting is too deep to be data', 'is this the right file?'],
  MISSING_CHAR: ['a quote, bracket, comma or dash is missing', 'look at this line and the one above it'],
  BAD_INDENT: [
    'a bracket is left open, or the line is not indented like its neighbours',
    'look at the line above it',
  ],
};
const SYNTAX_HINT = 'check the quotes, brackets and indentation on this line and the one above it';

/** Reads one YAML file; `undefined` after reporting its errors. */
export function readYaml(text: string, file: string, problems: ProblemList): SourcePart | undefined {
  // Duplicate keys are found below: the parser's own search is quadratic. `error` keeps its report of a second document.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const places = new Places(text, file);
  const broken = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken.length > 0) {
    reportSyntax(broken, places, problems);
    return undefined;
  }
  const errors = problems.errors;
  const reader = new ValueReader(places, problems);
  const value = document.contents === null ? null : reader.read(document.contents);
  if (problems.errors > errors) return undefined;
  return new YamlPart(value, document.contents, reader.anchors, places);
}

/** The first error of each line, up to the point where the parser has lost its way: what it says after that is noise. */
function reportSyntax(
  broken: readonly { code: string; message: string; pos: readonly [number, number] }[],
  places: Places,
  problems: ProblemList,
): void {
  const lines = new Set<number>();
  for (const { code, message, pos } of broken) {
    const place = places.at(pos[0]);
    const isLost = code === 'UNEXPECTED_TOKEN';
    if (isLost && lines.size > 0) return;
    if (lines.has(place.line)) continue;
    lines.add(place.line);
    const line = places.line(place.line);
    const known = /^ *\t/.test(line) ? SYNTAX.TAB_AS_INDENT : SYNTAX[code];
    const [what, hint] = known ?? [message.split('\n')[0]!, SYNTAX_HINT];
    problems.error('yaml-syntax', `this is not YAML: ${what}`, { place, value: line.trim(), hint });
    if (isLost) return;
  }
}

/** Offsets in the text to lines and columns. */
class Places {
  readonly #text: string;
  readonly #file: string;
  /** Offsets at which lines begin. */
  readonly #starts: readonly number[];

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    const starts = [0];
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    this.#starts = starts;
  }

  at(offset: number): Required<Place> {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      file: this.#file,
      line: low + 1,
      column: codePointsIn(this.#text.slice(this.#starts[low], offset)) + 1,
    };
  }

  line(line: number): string {
    return this.#text.slice(this.#starts[line - 1], this.#starts[line]);
  }
}

/** Nodes to plain values. */
class ValueReader {
  readonly anchors = new Map<string, { node: Node; value: unknown }>();
  readonly #places: Places;
  readonly #problems: ProblemList;
  #aliases = 0;
  /** How many nodes with an anchor stand around the current one. */
  #anchored = 0;

  constructor(places: Places, problems: ProblemList) {
    this.#places = places;
    this.#problems = problems;
  }

  read(node: unknown): unknown {
    if (isAlias(node)) return this.#alias(node.source, node.range?.[0] ?? 0);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
    this.#refuseTag(node);
    const { anchor } = node;
    if (anchor === undefined) return this.#plain(node);
    this.#anchored += 1;
    const value = this.#plain(node);
    this.#anchored -= 1;
    this.anchors.set(anchor, { node, value });
    return value;
  }

  #plain(node: Node): unknown {
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    if (isSeq(node)) return node.items.map((item) => this.read(item));
    return isMap(node) ? this.#map(node.items) : null;
  }

  #map(pairs: readonly Pair[]): unknown {
    const fields = new Map<string, unknown>();
    for (const pair of pairs) {
      const name = keyName(pair);
      const place = this.#places.at(startOf(pair.key) ?? 0);
      if (name === undefined) {
        this.#problems.error('yaml-syntax', "a field's name must be text", { place, hint: SYNTAX_HINT });
      } else if (fields.has(name)) {
        const hint = 'keep one of the two';
        this.#problems.error('duplicate-field', `the field \`${name}\` stands here twice`, {
          place,
          value: name,
          hint,
        });
      } else {
        fields.set(name, this.read(pair.value));
      }
    }
    // fromEntries makes an own field even of `__proto__`.
    return Object.fromEntries(fields);
  }

  #alias(name: string, offset: number): unknown {
    const details = { place: this.#places.at(offset), value: `*${name}`, hint: 'write it out in full' };
    const target = this.anchors.get(name);
    this.#aliases += 1;
    if (target === undefined) {
      this.#problems.error('yaml-alias', `nothing before this is marked \`&${name}\``, details);
    } else if (this.#anchored > 0) {
      this.#problems.error(
        'yaml-alias',
        'an alias must not stand inside a part that is itself marked with `&`',
        details,
      );
    } else if (this.#aliases === ALIASES + 1) {
      this.#problems.error('yaml-alias', `a file may hold ${ALIASES} aliases at most`, details);
    } else {
      return target.value;
    }
    return null;
  }

  #refuseTag(node: Node & { tag?: string }): void {
    if (node.tag === undefined || /^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/.test(node.tag))
      return;
    const place = this.#places.at(node.range?.[0] ?? 0);
    const hint = 'take out the tag: the data is text, numbers, lists and fields';
    this.#problems.error('yaml-syntax', 'a YAML tag of this kind is not data', {
      place,
      value: node.tag,
      hint,
    });
  }
}

class YamlPart implements SourcePart {
  readonly value: unknown;
  readonly #root: Node | null;
  readonly #anchors: ReadonlyMap<string, { node: Node }>;
  readonly #places: Places;

  constructor(
    value: unknown,
    root: Node | null,
    anchors: ReadonlyMap<string, { node: Node }>,
    places: Places,
  ) {
    this.value = value;
    this.#root = root;
    this.#anchors = anchors;
    this.#places = places;
  }

  place(path: Path, at?: 'key'): Place {
    let node: unknown = this.#root;
    let offset = startOf(node) ?? 0;
    for (const [depth, step] of path.entries()) {
      const next = this.#step(node, step);
      if (next === undefined) break;
      const wantsKey = at === 'key' && depth === path.length - 1;
      offset = (wantsKey ? next.key : startOf(next.node)) ?? next.key ?? offset;
      node = next.node;
    }
    return this.#places.at(offset);
  }

  lexical(path: Path): string | undefined {
    let node: unknown = this.#root;
    for (const step of path) node = this.#step(node, step)?.node;
    const scalar = isAlias(node) ? this.#anchors.get(node.source)?.node : node;
    return isScalar(scalar) ? (scalar.source ?? String(scalar.value)) : undefined;
  }

  #step(node: unknown, step: string | number): { node: unknown; key?: number | undefined } | undefined {
    const target = isAlias(node) ? this.#anchors.get(node.source)?.node : node;
    if (isSeq(target)) return step in target.items ? { node: target.items[step as number] } : undefined;
    if (!isMap(target)) return undefined;
    const pair = target.items.find((candidate) => keyName(candidate) === step);
    return pair && { node: pair.value, key: startOf(pair.key) };
  }
}

/** A field's name as it is spelt: `2024:` and `true:` are names too. */
function keyName({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function startOf(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0];
  return undefined;
}
