/** What labels say and how wide they are: texts in the chosen language, measured once. */
import { pickText } from '../../model/index.ts';
import { fitText, inertText, isRightToLeft } from './label-text.ts';
import type { Scene } from './scene.ts';

/** Two weights and two sizes carry the canvas, in CSS pixels. */
export interface LabelStyle {
  readonly font: string;
  readonly size: number;
  /** Height of a line. */
  readonly height: number;
  /** Longer texts end in an ellipsis. */
  readonly widest: number;
}

const FAMILY = '"Be Vietnam Pro", system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
const style = (weight: number, size: number, widest: number): LabelStyle => ({
  font: `${weight} ${size}px ${FAMILY}`,
  size,
  height: Math.round(size * 1.3),
  widest,
});
export const MAJOR = style(600, 14, 240);
export const MINOR = style(400, 12, 185);
export const LINE = style(400, 11, 150);
/** On a canvas narrower than this texts are cut sooner. */
const NARROW = 600;
const NARROW_SHARE = 0.72;
/** Of the label under the pointer: read in full. */
const WIDEST_READ = 420;
/** Of the canvas's width, what even that leaves free. */
const FREE = 24;

/** Every face that the canvas uses, for waiting until they are there. */
export const FONTS: readonly string[] = [MAJOR.font, MINOR.font];

/** A measured text. */
export interface LabelText {
  readonly text: string;
  readonly width: number;
  readonly style: LabelStyle;
  readonly rightToLeft: boolean;
}

/** Letters by which a change of fonts is noticed. */
const SAMPLE = 'Hamburgefontsiv ỆƯỢ 0123';

/** Measures a text in a font, in CSS pixels. */
export type Measure = (text: string, font: string) => number;

/** The labels of a scene; filled as they are asked for, emptied when language or fonts change. */
export class LabelBook {
  readonly #scene: Scene;
  readonly #measure: Measure;
  #languages: readonly string[];
  #major: ReadonlySet<number>;
  readonly #nodes = new Map<number, LabelText>();
  readonly #edges = new Map<number, LabelText>();
  readonly #predicates = new Map<string, LabelText>();

  /** @param major nodes whose labels are set in the larger style */
  constructor(scene: Scene, measure: Measure, languages: readonly string[], major: ReadonlySet<number>) {
    this.#scene = scene;
    this.#measure = measure;
    this.#languages = languages;
    this.#major = major;
    this.remeasure();
  }

  #narrow = false;
  #widestRead = WIDEST_READ;

  /** Takes over the canvas's width. @returns whether texts are cut elsewhere now */
  fitTo(width: number): boolean {
    this.#widestRead = Math.min(WIDEST_READ, Math.max(width - FREE, 0));
    const narrow = width < NARROW;
    if (narrow === this.#narrow) return false;
    this.#narrow = narrow;
    this.reset();
    return true;
  }

  #sample = 0;

  /** Looks whether the fonts measure otherwise now. @returns whether they do; all texts are forgotten then */
  remeasure(): boolean {
    const sample = this.#measure(SAMPLE, MAJOR.font) + this.#measure(SAMPLE, MINOR.font);
    if (sample === this.#sample) return false;
    this.#sample = sample;
    this.reset();
    return true;
  }

  /** Forgets all texts. */
  reset(languages: readonly string[] = this.#languages): void {
    this.#languages = languages;
    this.#nodes.clear();
    this.#edges.clear();
    this.#predicates.clear();
  }

  /** The label of an entity; empty for a bead. */
  node(node: number): LabelText {
    let label = this.#nodes.get(node);
    if (label === undefined) {
      label = this.#fit(this.#nodeText(node), this.#major.has(node) ? MAJOR : MINOR);
      this.#nodes.set(node, label);
    }
    return label;
  }

  /** The same, as long as it is. */
  nodeInFull(node: number): LabelText {
    const style = this.#major.has(node) ? MAJOR : MINOR;
    return this.#fit(this.#nodeText(node), { ...style, widest: this.#widestRead }, 1);
  }

  /** The label of a line: its predicate. */
  edge(edge: number): LabelText {
    let label = this.#edges.get(edge);
    if (label === undefined) {
      const predicate = this.#scene.predicateOf(edge) ?? '';
      label = this.#predicates.get(predicate) ?? this.#fit(this.#predicateText(predicate), LINE);
      this.#predicates.set(predicate, label);
      this.#edges.set(edge, label);
    }
    return label;
  }

  #nodeText(node: number): string {
    const literal = this.#scene.literalOf(node);
    if (literal !== undefined) return literal.label;
    const attributes = this.#scene.graph.getNodeAttributes(this.#scene.nodes.keys[node]!);
    if (attributes.role !== 'entity') return '';
    return pickText(attributes.model.label, this.#languages)?.text ?? attributes.label;
  }

  #predicateText(predicate: string): string {
    if (predicate === '') return '';
    const property = this.#scene.graph.getAttribute('dataset').ontology.properties[predicate];
    return (property && pickText(property.label, this.#languages)?.text) ?? predicate;
  }

  #fit(raw: string, style: LabelStyle, share = this.#narrow ? NARROW_SHARE : 1): LabelText {
    const measure = (text: string) => this.#measure(text, style.font);
    const text = fitText(inertText(raw), style.widest * share, measure);
    return { text, width: Math.ceil(measure(text)), style, rightToLeft: isRightToLeft(text) };
  }
}
