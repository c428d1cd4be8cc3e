/** Quads by subject and predicate, read as the model's values, with everything that is missing collected. */
import { type LangMap, NO_LANGUAGE, type Problem, ProblemError, type Span } from '../model/index.ts';
import type { Literal, NamedNode, Quad, Term } from './quad.ts';
import { oa, rdf } from './well-known.ts';

/** Objects by predicate: the one, or several by what tells them apart. A large graph has millions of those that are alone. */
type Objects = Map<string, Term | Map<string, Term>>;

/** What is said of a subject. */
interface Node {
  readonly objects: Objects;
  /** The one graph in which it is said: the node then stands there too, and not a second time. */
  readonly only: string | undefined;
}

/** What is wrong with a record, and the IRI that it is about where that is known. */
export interface RecordProblem extends Problem {
  readonly about?: string;
}

/** Reads quads that the mapping wrote. What lacks a required part is a problem; {@link finish} throws them together. */
export class QuadIndex {
  readonly #nodes = new Map<string, Node>();
  /** By graph: what is said there of a subject. Subjects in the default graph are in `#nodes` only. */
  readonly #inGraphs = new Map<string, Map<string, Node>>();
  readonly #problems: RecordProblem[] = [];
  #languages = new Map<string, string>();

  constructor(quads: Iterable<Quad>) {
    for (const { subject, predicate, object, graph } of quads) {
      const key = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
      const name = graph.termType === 'NamedNode' ? graph.value : undefined;
      const node = this.#node(key, name);
      put(node.objects, predicate.value, object);
      const inGraph = name === undefined ? node : this.#inGraph(key, name);
      if (inGraph !== node) put(inGraph.objects, predicate.value, object);
    }
  }

  /** What all graphs say of a subject, ready to be told more by this one. */
  #node(subject: string, graph: string | undefined): Node {
    const known = this.#nodes.get(subject);
    if (known !== undefined && (known.only === undefined || known.only === graph)) return known;
    const node: Node =
      known === undefined
        ? { objects: new Map(), only: graph }
        : { objects: copyOf(known.objects), only: undefined };
    this.#nodes.set(subject, node);
    return node;
  }

  /** What one graph says of a subject; called after {@link #node}. */
  #inGraph(subject: string, graph: string): Node {
    let nodes = this.#inGraphs.get(graph);
    if (nodes === undefined) {
      nodes = new Map();
      this.#inGraphs.set(graph, nodes);
    }
    let node = nodes.get(subject);
    if (node === undefined) {
      const all = this.#nodes.get(subject)!;
      node = all.only === graph ? all : { objects: new Map(), only: graph };
      nodes.set(subject, node);
    }
    return node;
  }

  /** Tags in the case in which texts are to be keyed, since stores and parsers change it. */
  useLanguages(tags: readonly string[]): void {
    this.#languages = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  }

  /** @param about IRI of the record */
  fail(code: string, message: string, value?: string, about?: string): void {
    const problem = { severity: 'error', code, message } as const;
    this.#problems.push({
      ...problem,
      ...(value !== undefined && { value }),
      ...(about !== undefined && { about }),
    });
  }

  /** @throws ProblemError with everything that was missing */
  finish(): void {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
  }

  /** IRIs of a class. @param graph where given and known, only what that graph says */
  ofType(type: NamedNode, graph?: string): string[] {
    const found: string[] = [];
    for (const [subject, node] of this.#within(graph)) {
      const types = node.objects.get(rdf.type.value);
      const has =
        types instanceof Map
          ? types.has(keyOf(type))
          : types?.termType === 'NamedNode' && types.value === type.value;
      if (has) found.push(subject);
    }
    return found;
  }

  /** Subjects that the property stands on. */
  subjects(predicate: NamedNode): string[] {
    return [...this.#nodes]
      .filter(([, { objects }]) => objects.has(predicate.value))
      .map(([subject]) => subject);
  }

  predicates(subject: string): string[] {
    return [...(this.#nodes.get(subject)?.objects.keys() ?? [])];
  }

  /** Objects, each once. @param graph where given and known, only what that graph says */
  objects(subject: string, predicate: NamedNode | string, graph?: string): readonly Term[] {
    const name = typeof predicate === 'string' ? predicate : predicate.value;
    const found = this.#within(graph).get(subject)?.objects.get(name);
    if (found === undefined) return [];
    return found instanceof Map ? [...found.values()] : [found];
  }

  iris(subject: string, predicate: NamedNode, graph?: string): string[] {
    return this.objects(subject, predicate, graph)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  }

  /** The one IRI; a problem where there is none or more. */
  iri(subject: string, predicate: NamedNode): string {
    return this.#one(subject, predicate, this.iris(subject, predicate)) ?? '';
  }

  literals(subject: string, predicate: NamedNode, graph?: string): readonly Literal[] {
    return this.objects(subject, predicate, graph).filter(
      (term): term is Literal => term.termType === 'Literal',
    );
  }

  /** The one lexical form, or `undefined` where there is none; a problem where there are more. */
  optional(subject: string, predicate: NamedNode): string | undefined {
    const found = this.literals(subject, predicate);
    return found.length === 0 ? undefined : this.string(subject, predicate);
  }

  /** The one lexical form; a problem where there is none or more. */
  string(subject: string, predicate: NamedNode): string {
    return (
      this.#one(
        subject,
        predicate,
        this.literals(subject, predicate).map(({ value }) => value),
      ) ?? ''
    );
  }

  /** The one whole number; a problem where there is none or more. */
  count(subject: string, predicate: NamedNode): number {
    const text = this.string(subject, predicate);
    if (/^\d+$/.test(text)) return Number(text);
    if (text !== '')
      this.fail('bad-number', `${predicate.value} of ${subject} is no whole number`, text, subject);
    return 0;
  }

  /** Texts by language, in code-point order of the tags. */
  texts(subject: string, predicate: NamedNode, graph?: string): LangMap {
    const texts = new Map<string, string>();
    for (const literal of this.literals(subject, predicate, graph)) {
      const tag = this.tag(literal) || NO_LANGUAGE;
      if (texts.has(tag) && texts.get(tag) !== literal.value) {
        // Only the union of articles that describe one entity differently: the model joins them so too.
        texts.set(tag, `${texts.get(tag)} ${literal.value}`);
      } else texts.set(tag, literal.value);
    }
    return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  tag({ language }: Literal): string {
    return this.#languages.get(language.toLowerCase()) ?? language;
  }

  /** The span of a node with a position selector. */
  span(subject: string): Span {
    const positions = this.iris(subject, oa.hasSelector).filter((selector) =>
      this.iris(selector, rdf.type).includes(oa.TextPositionSelector.value),
    );
    const position = this.#one(subject, oa.hasSelector, positions);
    if (position === undefined) return { start: 0, end: 0 };
    return { start: this.count(position, oa.start), end: this.count(position, oa.end) };
  }

  #within(graph: string | undefined): ReadonlyMap<string, Node> {
    return (graph === undefined ? undefined : this.#inGraphs.get(graph)) ?? this.#nodes;
  }

  #one<T>(subject: string, predicate: NamedNode, found: readonly T[]): T | undefined {
    if (found.length === 1) return found[0];
    this.fail(
      'bad-record',
      `${subject} has ${found.length === 0 ? 'no' : 'more than one'} ${predicate.value}`,
      found.join(' '),
      subject,
    );
    return undefined;
  }
}

function put(objects: Objects, predicate: string, object: Term): void {
  const known = objects.get(predicate);
  if (known instanceof Map) known.set(keyOf(object), object);
  else if (known === undefined || keyOf(known) === keyOf(object)) objects.set(predicate, object);
  else {
    const several = new Map([known, object].map((term) => [keyOf(term), term]));
    objects.set(predicate, several);
  }
}

function copyOf(objects: Objects): Objects {
  return new Map(
    [...objects].map(([predicate, some]) => [predicate, some instanceof Map ? new Map(some) : some]),
  );
}

function keyOf(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'Literal')
    return `${term.language.toLowerCase()}^${term.datatype.value}"${term.value}`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  return [term.subject, term.predicate, term.object].map((part) => keyOf(part)).join(' ');
}
