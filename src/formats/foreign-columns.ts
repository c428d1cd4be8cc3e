/** What the attributes of foreign graph files mean, by the names that tools give them. */
import { isLanguageTag, type LangMap, type LossCounter, NO_LANGUAGE } from '../model/index.ts';
import { isIri } from '../rdf/index.ts';
import type { PlainAttributes } from './plain-graph.ts';
import type { Scalar } from './scalar.ts';

/** Names in lower case, the best first. */
const NAMES = {
  label: ['label', 'name', 'title'],
  kind: ['kind', 'type', 'class', 'category', 'node_type', 'nodetype'],
  kindLabel: ['kindlabel'],
  description: ['description'],
  iri: ['iri', 'uri'],
  predicate: ['predicate', 'relation', 'relationship', 'interaction', 'kind', 'type', 'label', 'name'],
} as const;

/** What the names of attributes begin with that readers make of how things are drawn: the layout and the palette say it anew. */
export const LOOK = 'viz:';
/** Names that Gephi's GraphML has for looks, where all of the first three are there. */
const COLOUR = ['r', 'g', 'b'];
const GEPHI_LOOKS: ReadonlySet<string> = new Set([...COLOUR, 'a', 'size', 'z']);

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

  /**
   * The first text that is there and not empty; a number is no text but for a label, and stays an attribute. What is kept
   * under another name than its own is counted.
   */
  take(what: keyof typeof NAMES, losses: LossCounter): string | undefined {
    for (const lower of NAMES[what]) {
      const name = this.#byLowerCase.get(lower);
      const value = name === undefined ? undefined : this.#left.get(name)?.value;
      if (name === undefined || value === undefined || value === '') continue;
      if (typeof value !== 'string') {
        if (what !== 'label') continue;
        losses.add('labels that are no texts, made into ones');
      }
      this.#left.delete(name);
      // What an edge says is its label too.
      const kept = lower === 'label' ? 'label' : NAMES[what][0];
      if (name !== kept) losses.add(`attributes “${name}”, kept as “${kept}”`);
      return String(value);
    }
    return undefined;
  }

  /** An absolute IRI. What is none stays an attribute like others. */
  takeIri(): string | undefined {
    const name = NAMES.iri.map((lower) => this.#byLowerCase.get(lower)).find((one) => one !== undefined);
    const entry = name === undefined ? undefined : this.#left.get(name);
    if (entry === undefined || typeof entry.value !== 'string' || !isIri(entry.value)) return undefined;
    this.#left.delete(entry.name);
    return entry.value;
  }

  /** `label_<tag>` by language, as our own files without the model have them. */
  takeLabels(losses: LossCounter): LangMap {
    const labels: Record<string, string> = {};
    for (const { name, value } of this.#left.values()) {
      const tag = /^label_(.+)$/.exec(name)?.[1];
      if (tag === undefined || !isLanguageTag(tag) || typeof value !== 'string' || value === '') continue;
      labels[tag] = value;
      this.#left.delete(name);
    }
    const label = this.take('label', losses);
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
    const drawnByGephi = COLOUR.every((name) => this.#left.has(name));
    const looks = [...this.#left.keys()].filter(
      (name) => name.startsWith(LOOK) || (drawnByGephi && GEPHI_LOOKS.has(name)),
    );
    for (const name of looks) this.#left.delete(name);
    return looks.length;
  }

  /** What is left. Empty texts are counted: most readers cannot tell them from none. */
  rest(losses: LossCounter): { readonly name: string; readonly value: Scalar }[] {
    const rest = [...this.#left.values()].filter(({ value }) => value !== '');
    losses.add('empty texts, taken for none', this.#left.size - rest.length);
    return rest;
  }
}
