/** JSON-LD 1.1, compacted: one graph object per graph, one node object per subject and line, the context inline. */
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import {
  checkBase,
  checkPrefixes,
  type Graph,
  type Literal,
  type NamedNode,
  type Subject,
  type Term,
} from '../rdf/index.ts';
import { PrefixedNames, relativeTo } from './iri-text.ts';
import { type ContextTerm, type JsonLdContext, jsonLdContext } from './jsonld-context.ts';
import type { LossReport } from './losses.ts';
import { type QuadSource, type QuadText, type QuadWriteOptions, writeQuads } from './quad-text.ts';
import { CHUNK, type Sink } from './sink.ts';

export interface JsonLdOptions extends QuadWriteOptions {
  /** Beside those of the context; a name that the context has for something else is not used. */
  readonly prefixes: Prefixes;
  /** IRIs under it are written relative to it. Absolute, ending in `/` or `#`. */
  readonly base?: string;
  /** Escape everything beyond ASCII. */
  readonly ascii: boolean;
}
export const JSONLD_DEFAULTS: JsonLdOptions = { prefixes: {}, ascii: false };

/**
 * Quads of one subject should come together, and subjects of one graph: objects are opened anew wherever they change.
 * @throws ProblemError with every IRI that a reader would take for a prefixed name, and every triple term (RDF 1.2)
 */
export function writeJsonLd(
  quads: QuadSource,
  sink: Sink,
  options: Partial<JsonLdOptions> = {},
): Promise<LossReport> {
  return writeQuads(quads, new JsonLdText({ ...JSONLD_DEFAULTS, ...options }), sink, options);
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

type Json = string | number | boolean | { readonly [key: string]: Json } | readonly Json[];
/** Values by key; texts by language under keys whose container that is. */
type NodeObject = Map<string, Json[] | Map<string, Json[]>>;

class JsonLdText implements QuadText {
  readonly chunks: string[] = [];
  #text = '';
  readonly #ascii: boolean;
  readonly #base: string | undefined;
  readonly #context: JsonLdContext;
  /** What is not in the shared context. */
  readonly #own: Record<string, Json> = {};
  readonly #names: PrefixedNames;
  /** Names that a colon after them makes a prefix of. */
  readonly #known: ReadonlySet<string>;
  /** Keys of the context by the IRI that they stand for. */
  readonly #keys = new Map<string, string>();
  readonly #problems: Problem[] = [];
  #graph: Graph | undefined;
  #subject: Subject | undefined;
  #node: NodeObject = new Map();
  /** True until an object stands at the top level, or in the graph in hand. */
  #first = { graph: true, node: true };

  constructor({ ascii, base, prefixes }: JsonLdOptions) {
    const problems = [...checkPrefixes(prefixes), ...checkBase(base)];
    if (problems.length > 0) throw new ProblemError(problems);
    this.#ascii = ascii;
    this.#base = base;
    this.#context = jsonLdContext();
    const usable: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.#context)) {
      if (typeof value === 'string' && /[#/]$/.test(value)) usable[name] = value;
    }
    if (base !== undefined) this.#own['@base'] = base;
    for (const [name, namespace] of Object.entries(prefixes)) {
      if (this.#context[name] !== undefined && this.#context[name] !== namespace) continue;
      if (this.#context[name] === undefined) this.#own[name] = prefixDefinition(namespace);
      usable[name] = namespace;
    }
    this.#names = new PrefixedNames(usable);
    this.#known = new Set([...Object.keys(this.#context), ...Object.keys(usable)]);
    for (const [key, value] of Object.entries(this.#context)) {
      const id = typeof value === 'object' ? value['@id'] : value;
      if (typeof id === 'string' && !(key in usable)) this.#keys.set(this.#expand(id), key);
    }
  }

  begin(): void {
    const contexts = [this.#context, ...(Object.keys(this.#own).length > 0 ? [this.#own] : [])];
    this.#text += `{"@context":${this.#json(contexts.length > 1 ? contexts : this.#context)},\n"@graph":[`;
  }

  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    if (this.#graph === undefined || !graph.equals(this.#graph)) this.#open(graph);
    if (this.#subject === undefined || !subject.equals(this.#subject)) {
      this.#flush();
      this.#subject = subject;
    }
    if (predicate.value === RDF_TYPE && object.termType !== 'Literal') {
      this.#put('@type', this.#vocabulary(object));
      return;
    }
    const key = this.#keys.get(predicate.value);
    const term = key === undefined ? undefined : this.#context[key];
    if (typeof term === 'object' && term['@container'] === '@language') {
      if (object.termType === 'Literal' && object.language !== '' && object.direction === '') {
        this.#putText(key!, object);
        return;
      }
      // A value without a language cannot stand in a map of languages, nor has a direction a place there.
      this.#put(this.#vocabularyIri(predicate.value, false), this.#value(object, undefined));
      return;
    }
    this.#put(
      key ?? this.#vocabularyIri(predicate.value),
      this.#value(object, typeof term === 'object' ? term : undefined),
    );
  }

  /** @throws ProblemError with everything that was refused */
  end(): void {
    this.#closeGraph();
    this.#text += '\n]}\n';
    this.chunks.push(this.#text);
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
  }

  #open(graph: Graph): void {
    this.#closeGraph();
    this.#graph = graph;
    if (graph.termType === 'DefaultGraph') return;
    this.#text += `${this.#comma('graph')}\n{"@id":${this.#json(this.#reference(graph))},"@graph":[`;
    this.#first.node = true;
  }

  #closeGraph(): void {
    this.#flush();
    if (this.#graph !== undefined && this.#graph.termType !== 'DefaultGraph') this.#text += '\n]}';
  }

  /** Writes the node object in hand. */
  #flush(): void {
    if (this.#subject === undefined) return;
    const top = this.#graph?.termType === 'DefaultGraph';
    const object: Record<string, Json> = { '@id': this.#reference(this.#subject) };
    for (const [key, values] of this.#node) {
      object[key] =
        values instanceof Map
          ? Object.fromEntries([...values].map(([lang, texts]) => [lang, single(texts)]))
          : single(values);
    }
    this.#text += `${this.#comma(top ? 'graph' : 'node')}\n${this.#json(object)}`;
    if (this.#text.length >= CHUNK) {
      this.chunks.push(this.#text);
      this.#text = '';
    }
    this.#subject = undefined;
    this.#node = new Map();
  }

  #comma(level: 'graph' | 'node'): string {
    const first = this.#first[level];
    this.#first[level] = false;
    return first ? '' : ',';
  }

  #put(key: string, value: Json): void {
    const values = this.#node.get(key);
    if (Array.isArray(values)) values.push(value);
    else this.#node.set(key, [value]);
  }

  #putText(key: string, literal: Literal): void {
    const known = this.#node.get(key);
    const map = known instanceof Map ? known : new Map<string, Json[]>();
    this.#node.set(key, map);
    const texts = map.get(literal.language);
    if (texts) texts.push(literal.value);
    else map.set(literal.language, [literal.value]);
  }

  #value(object: Term, term: ContextTerm | undefined): Json {
    const coercion = term?.['@type'];
    if (object.termType === 'Literal') return this.#literal(object, coercion);
    if (object.termType === 'Quad') {
      this.#refuse('rdf12', 'JSON-LD 1.1 cannot hold a triple term', object.predicate.value);
      return '';
    }
    if (coercion === '@id') return this.#reference(object);
    if (coercion === '@vocab') return this.#vocabulary(object);
    return { '@id': this.#reference(object) };
  }

  #literal(literal: Literal, coercion: string | undefined): Json {
    const { value, language, direction, datatype } = literal;
    if (language !== '') {
      return { '@value': value, '@language': language, ...(direction !== '' && { '@direction': direction }) };
    }
    const type = datatype.value;
    if (coercion !== undefined && !coercion.startsWith('@')) {
      if (this.#expand(coercion) !== type) return { '@value': value, '@type': this.#vocabularyIri(type) };
      return nativeOf(value, type) ?? value;
    }
    if (type === `${XSD}string`) return coercion === undefined ? value : { '@value': value };
    // Bare numbers and booleans are xsd:integer and xsd:boolean; where a key is for IRIs they need their object.
    const native = type === `${XSD}boolean` || type === `${XSD}integer` ? nativeOf(value, type) : undefined;
    if (native !== undefined) return coercion === undefined ? native : { '@value': native };
    return { '@value': value, '@type': this.#vocabularyIri(type) };
  }

  /** As `@id` writes it: relative to the base, or absolute. */
  #reference(term: Subject): string {
    if (term.termType === 'BlankNode') return `_:${term.value}`;
    return relativeTo(this.#base, term.value) ?? this.#names.of(term.value) ?? this.#absolute(term.value);
  }

  /** As `@type` and keys write it: a key of the context, a prefixed name, or absolute. */
  #vocabulary(term: Term): string {
    if (term.termType === 'BlankNode') return `_:${term.value}`;
    return this.#vocabularyIri(term.value);
  }
  #vocabularyIri(iri: string, keys = true): string {
    return (keys ? this.#keys.get(iri) : undefined) ?? this.#names.of(iri) ?? this.#absolute(iri);
  }

  /** An IRI whose scheme is one of our prefixes would be expanded (JSON-LD 1.1 API section 5.2). */
  #absolute(iri: string): string {
    const scheme = iri.slice(0, iri.indexOf(':'));
    if (this.#known.has(scheme) && !iri.startsWith('//', scheme.length + 1)) {
      this.#refuse('jsonld-iri', `JSON-LD would take this IRI for a name with the prefix ${scheme}`, iri);
    }
    return iri;
  }

  #expand(name: string): string {
    const colon = name.indexOf(':');
    const namespace = this.#context[name.slice(0, colon)];
    return typeof namespace === 'string' && !name.startsWith('//', colon + 1)
      ? namespace + name.slice(colon + 1)
      : name;
  }

  #refuse(code: string, message: string, value: string): void {
    this.#problems.push({ severity: 'error', code, message, value, hint: 'Choose another RDF syntax.' });
  }

  #json(value: Json | JsonLdContext | readonly (JsonLdContext | Json)[]): string {
    const text = JSON.stringify(value);
    return this.#ascii
      ? text.replace(/[^\u0000-\u007f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : text;
  }
}

/** A JSON number or boolean that reads back as the same literal; `undefined` where there is none. */
function nativeOf(value: string, type: string): number | boolean | undefined {
  if (type === `${XSD}boolean`) return value === 'true' ? true : value === 'false' ? false : undefined;
  if (!/nteger$/.test(type) || !/^(?:0|-?[1-9]\d{0,14})$/.test(value)) return undefined;
  return Number(value);
}

/** A namespace that does not end like one has to be said to be a prefix (JSON-LD 1.1 section 9.15.1). */
function prefixDefinition(namespace: string): Json {
  return /[:/?#[\]@]$/.test(namespace) ? namespace : { '@id': namespace, '@prefix': true };
}

function single(values: readonly Json[]): Json {
  return values.length === 1 ? values[0]! : values;
}
