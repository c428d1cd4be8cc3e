/** Works out, for every constraint of a shapes graph, a change to conforming data that must break it. */
import {
  BlankNode,
  DEFAULT_GRAPH,
  Literal,
  NamedNode,
  type Quad,
  quad,
  type Subject,
  type Term,
} from '../../src/rdf/quad.ts';
import { ShapeData, termKey } from '../../src/rdf/shape-data.ts';
import type { ShapeGraph } from '../../src/rdf/shape-graph.ts';
import { rdf, xsd } from '../../src/rdf/well-known.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const sh = (name: string) => new NamedNode(SH + name);

/** Parameters that constrain nothing by themselves. */
const SILENT = new Set(
  [
    'path',
    'message',
    'description',
    'severity',
    'property',
    'targetClass',
    'targetObjectsOf',
    'qualifiedValueShape',
  ].map((name) => SH + name),
);

/** One constraint: the shape with targets that it is reached from, the shape that it stands on, parameter and value. */
export interface Constraint {
  readonly target: Subject;
  readonly shape: Subject;
  readonly parameter: string;
  readonly value: Term;
  readonly title: string;
}

interface Step {
  readonly predicate: NamedNode;
  readonly inverse: boolean;
}

const STRANGER = new NamedNode('urn:example:stranger');
const text = (value: string, datatype = xsd.string) => new Literal(value, datatype);

export class Breaches {
  readonly shapes: ShapeGraph;

  constructor(shapes: ShapeGraph) {
    this.shapes = shapes;
  }

  /** Every constraint of every shape with targets and of its property shapes. */
  constraints(): Constraint[] {
    return this.shapes.targeted.flatMap((target) =>
      [target, ...this.#objects(target, 'property').map((term) => term as Subject)].flatMap((shape) => {
        const path = this.#path(shape);
        const name = path
          .map(({ predicate, inverse }) => `${inverse ? '^' : ''}${localName(predicate)}`)
          .join('/');
        return [...this.shapes.data.match(shape)]
          .filter(({ predicate }) => predicate.value.startsWith(SH) && !SILENT.has(predicate.value))
          .map(({ predicate, object }) => ({
            target,
            shape,
            parameter: predicate.value.slice(SH.length),
            value: object,
            title: `${localName(target)} ${name} ${predicate.value.slice(SH.length)}`,
          }));
      }),
    );
  }

  /** Each way of breaking the constraint in the data: the node that is then wrong, and the changed data. */
  *changes(
    { target, shape, parameter, value }: Constraint,
    quads: readonly Quad[],
  ): Generator<[Subject, Quad[]]> {
    const data = new ShapeData(quads);
    const path = this.#path(shape);
    for (const focus of this.shapes.targets(target, data, new ShapeData([])) as Subject[]) {
      if (path.length === 0) yield* this.#ofNode(parameter, value, focus, shape, quads);
      else {
        const mids = walk([focus], path.slice(0, -1), data) as Subject[];
        const last = path.at(-1)!;
        const values = walk(mids, [last], data);
        if (values.length === 0) continue;
        const set = (terms: readonly Term[]) => replaced(quads, mids, last, terms);
        const broken = this.#ofProperty(parameter, value, focus, values, shape, quads, set);
        if (broken !== undefined) yield [focus, broken];
      }
    }
  }

  #ofProperty(
    parameter: string,
    value: Term,
    focus: Subject,
    values: readonly Term[],
    shape: Subject,
    quads: readonly Quad[],
    set: (terms: readonly Term[]) => Quad[],
  ): Quad[] | undefined {
    const other = value as NamedNode;
    const first = values[0]!;
    const datatype = first.termType === 'Literal' ? first.datatype : xsd.string;
    switch (parameter) {
      case 'minCount':
        return set([]);
      case 'maxCount':
        return set([...values, ...[1, 2].map((n) => new NamedNode(`${STRANGER.value}-${n}`))]);
      case 'nodeKind':
        return set([
          localName(other) === 'IRI'
            ? text('x')
            : localName(other) === 'Literal'
              ? STRANGER
              : new BlankNode('b'),
        ]);
      case 'class':
      case 'in':
      case 'hasValue':
      case 'or':
      case 'qualifiedMinCount':
        return set([STRANGER]);
      case 'node':
      case 'pattern':
        return set([text('§')]);
      case 'datatype':
        return set([text('x', new NamedNode('urn:example:datatype'))]);
      case 'minLength':
        return set([text('')]);
      case 'minInclusive':
        return set([text(String(Number(value.value) - 1), datatype)]);
      case 'maxInclusive':
        return set([text(String(Number(value.value) + 1), datatype)]);
      case 'uniqueLang':
        return set(['a', 'b'].map((word) => new Literal(word, rdf.langString, 'en')));
      case 'lessThan': {
        const [end] = new ShapeData(quads).match(focus, other);
        return end && set([end.object]);
      }
      case 'lessThanOrEquals': {
        const least = text(/date$/.test(datatype.value) ? '1000-01-01' : '-1', datatype);
        return replaced(quads, [focus], { predicate: other, inverse: false }, [least]);
      }
      case 'equals':
        return replaced(quads, [focus], { predicate: other, inverse: false }, []);
      case 'qualifiedMaxCount': {
        const [wanted] = this.#objects(this.#objects(shape, 'qualifiedValueShape')[0] as Subject, 'class');
        return [...set([...values, STRANGER]), quad(STRANGER, rdf.type, wanted!)];
      }
      default:
        throw new Error(`no way to break sh:${parameter} is known`);
    }
  }

  *#ofNode(
    parameter: string,
    value: Term,
    focus: Subject,
    shape: Subject,
    quads: readonly Quad[],
  ): Generator<[Subject, Quad[]]> {
    const gone = (terms: readonly Step[]) =>
      terms.reduce<readonly Quad[]>((left, step) => replaced(left, [focus], step, []), quads) as Quad[];
    const alternatives = this.#members(value).map((inner) =>
      this.#objects(inner as Subject, 'property').map((property) => this.#path(property as Subject)[0]!),
    );
    switch (parameter) {
      case 'nodeKind': {
        const blank = new BlankNode('focus');
        const swap = (term: Term): never => (termKey(term) === termKey(focus) ? blank : term) as never;
        yield [blank, quads.map((q) => quad(swap(q.subject), q.predicate, swap(q.object), q.graph))];
        return;
      }
      case 'class':
        yield [
          focus,
          quads.filter(
            (q) => !(q.subject.equals(focus) && q.predicate.equals(rdf.type) && q.object.equals(value)),
          ),
        ];
        return;
      case 'or':
        yield [focus, gone(alternatives.flat())];
        return;
      case 'xone': {
        yield [focus, gone(alternatives.flat())];
        // Both at once: what is missing is added.
        const data = new ShapeData(quads);
        const missing = alternatives.flat().filter((step) => walk([focus], [step], data).length === 0);
        const both = [...quads, ...missing.map((step) => edge(focus, step, STRANGER))];
        yield [focus, both];
        return;
      }
      default:
        throw new Error(`no way to break sh:${parameter} of ${localName(shape)} is known`);
    }
  }

  #path(shape: Subject): Step[] {
    const [path] = this.#objects(shape, 'path');
    if (path === undefined) return [];
    const steps = this.#members(path);
    return (steps.length > 0 ? steps : [path]).map((step) => {
      const [inverse] = step.termType === 'NamedNode' ? [] : this.#objects(step as Subject, 'inversePath');
      return { predicate: (inverse ?? step) as NamedNode, inverse: inverse !== undefined };
    });
  }

  #objects(subject: Subject, name: string): Term[] {
    return [...this.shapes.data.match(subject, sh(name))].map(({ object }) => object);
  }

  #members(list: Term): Term[] {
    const [first] = this.shapes.data.match(
      list,
      new NamedNode(`${rdf.type.value.replace(/type$/, '')}first`),
    );
    const [rest] = this.shapes.data.match(list, new NamedNode(`${rdf.type.value.replace(/type$/, '')}rest`));
    return first && rest ? [first.object, ...this.#members(rest.object)] : [];
  }
}

function walk(from: readonly Term[], path: readonly Step[], data: ShapeData): Term[] {
  return path.reduce<readonly Term[]>(
    (nodes, { predicate, inverse }) =>
      nodes.flatMap((node) =>
        inverse
          ? [...data.match(null, predicate, node)].map(({ subject }) => subject)
          : [...data.match(node, predicate)].map(({ object }) => object),
      ),
    from,
  ) as Term[];
}

function edge(node: Subject, { predicate, inverse }: Step, value: Term): Quad {
  return inverse
    ? quad(value as Subject, predicate, node, DEFAULT_GRAPH)
    : quad(node, predicate, value, DEFAULT_GRAPH);
}

/** The data with other values at one step from the nodes. */
function replaced(
  quads: readonly Quad[],
  nodes: readonly Subject[],
  step: Step,
  values: readonly Term[],
): Quad[] {
  const keys = new Set(nodes.map((node) => termKey(node)));
  const kept = quads.filter(
    (q) => !(q.predicate.equals(step.predicate) && keys.has(termKey(step.inverse ? q.object : q.subject))),
  );
  return [...kept, ...nodes.flatMap((node) => values.map((value) => edge(node, step, value)))];
}

function localName(term: Term): string {
  return term.value.replace(/^.*[#/]/, '');
}
