/** What the attributes of foreign graph files mean, by the names that tools give them. */
import { isLanguageTag, type LangMap, NO_LANGUAGE } from '../model/index.ts';
import { isIri } from '../rdf/index.ts';
import type { Scalar } from './graph-table.ts';
import type { PlainAttributes } from './plain-graph.ts';

/** Names in lower case, the best first. */
const NAMES = {
  label: ['label', 'name', 'title'],
  kind: ['kind', 'type', 'class', 'category', 'node_type', 'nodetype'],
  kindLabel: ['kindlabel'],
  description: ['description'],
  iri: ['iri', 'uri'],
  predicate: ['predicate', 'relation', 'relationship', 'interaction', 'kind', 'type', 'label', 'name'],
} as const;

/** How things look and where they lie: the layout and the palette say it anew. */
const LOOKS: ReadonlySet<string> = new Set([
  'z',
  'size',
  'color',
  'colour',
  'r',
  'g',
  'b',
  'a',
  'thickness',
  'shape',
]);

/** The attributes of one node or edge, of which each is taken at most once. */
export class ForeignColumns {
  readonly #left: Map<string, { readonly name: string; readonly value: Scalar }>;
  readonly #byLowerCase = new Map<string, string>();

  constructor(attributes: PlainAttributes) {
    this.#left = new Map([...attributes].map(([name, value]) => [name, { name, value }]));
    for (const name of attributes.keys()) {
      if (!this.#byLowerCase.has(name.toLowerCase())) this.#byLowerCase.set(name.toLowerCase(), name);
    }
  }

  /** The first text that is there and not empty. */
  take(what: keyof typeof NAMES): string | undefined {
    for (const lower of NAMES[what]) {
      const value = this.#left.get(this.#byLowerCase.get(lower) ?? '')?.value;
      if (value === undefined || value === '') continue;
      this.#left.delete(this.#byLowerCase.get(lower)!);
      return String(value);
    }
    return undefined;
  }

  /** An absolute IRI. What is none stays an attribute like others. */
  takeIri(): string | undefined {
    const entry = NAMES.iri.map((lower) => this.#left.get(this.#byLowerCase.get(lower) ?? '')).find(Boolean);
    if (entry === undefined || typeof entry.value !== 'string' || !isIri(entry.value)) return undefined;
    this.#left.delete(entry.name);
    return entry.value;
  }

  /** `label_<tag>` by language, as our own files without the model have them. */
  takeLabels(): LangMap {
    const labels: Record<string, string> = {};
    for (const { name, value } of this.#left.values()) {
      const tag = /^label_(.+)$/.exec(name)?.[1];
      if (tag === undefined || !isLanguageTag(tag) || typeof value !== 'string' || value === '') continue;
      labels[tag] = value;
      this.#left.delete(name);
    }
    const label = this.take('label');
    // A label of no language is one of those that have one, or says more.
    if (label !== undefined && !Object.values(labels).includes(label)) labels[NO_LANGUAGE] = label;
    return labels;
  }

  takePlace(): { readonly x: number; readonly y: number } | undefined {
    const [x, y] = ['x', 'y'].map((name) => this.#left.get(name)?.value);
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return undefined;
    this.#left.delete('x');
    this.#left.delete('y');
    return { x, y };
  }

  /** How many attributes of looks there were. */
  takeLooks(): number {
    const looks = [...this.#left.keys()].filter((name) => LOOKS.has(name.toLowerCase()));
    for (const name of looks) this.#left.delete(name);
    return looks.length;
  }

  /** What is left, but for empty texts. */
  rest(): readonly { readonly name: string; readonly value: Scalar }[] {
    return [...this.#left.values()].filter(({ value }) => value !== '');
  }
}
