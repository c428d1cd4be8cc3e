/// <reference path="./shacl-engine.d.ts" />
/** SHACL Core: holds quads against shapes, one graph at a time, with the engine loaded when it is first asked for. */
import type { Validator } from 'shacl-engine';
import { compactIri, type Prefixes } from '../model/index.ts';
import { BlankNode, Literal, NamedNode, type Quad, type Subject } from './quad.ts';
import { subclassQuads } from './shape-classes.ts';
import { ShapeData, termKey } from './shape-data.ts';
import { findingOf, type ShapeFinding } from './shape-findings.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { NESTING } from './shape-nesting.ts';
import { PAIRS } from './shape-pairs.ts';
import { sh } from './shape-parts.ts';
import { VALUES } from './shape-values.ts';
import { rdf, xsd } from './well-known.ts';

export interface ShapeReport {
  readonly findings: readonly ShapeFinding[];
  /** Keys of the nodes that some shape is about. */
  readonly nodes: ReadonlySet<string>;
}

/** Thrown for shapes that the engine can't work with. */
export class BadShapeError extends Error {
  /** The nearest shape with a name. */
  readonly shape: string;
  /** A quad that says something of it. */
  readonly quad: Quad | undefined;

  constructor(message: string, shape: string, quad: Quad | undefined) {
    super(message);
    this.name = 'BadShapeError';
    this.shape = shape;
    this.quad = quad;
  }
}

export interface ShapeCheckOptions {
  /** Says which classes are below others, beside what the shapes say of that themselves. */
  readonly subclasses?: Iterable<Quad>;
  /** Make IRIs short in what is said. */
  readonly prefixes?: Prefixes;
}

export class ShapeCheck {
  readonly graph: ShapeGraph;
  readonly #validator: Validator;
  readonly #classes: ShapeData;
  readonly #name: (iri: string) => string;

  private constructor(graph: ShapeGraph, validator: Validator, classes: ShapeData, prefixes: Prefixes) {
    this.graph = graph;
    this.#validator = validator;
    this.#classes = classes;
    this.#name = (iri) => compactIri(iri, prefixes) ?? iri;
  }

  /** @throws BadShapeError for a shape that is not well-formed */
  static async load(shapes: ShapeGraph, options: ShapeCheckOptions = {}): Promise<ShapeCheck> {
    const { subclasses = [], prefixes = {} } = options;
    const { Validator } = await import('shacl-engine');
    // The engine looks for superclasses among the shapes.
    const classes = new ShapeData([...subclassQuads(shapes.data), ...subclassQuads(subclasses)]);
    const data = new ShapeData([...shapes.data, ...classes]);
    const validator = new Validator(data, { factory: FACTORY, details: true, validations: CONSTRAINTS });
    const check = new ShapeCheck(shapes, validator, classes, prefixes);
    for (const shape of shapes.targeted) await check.#run(shape, PROBE, [PROBE_NODE]);
    return check;
  }

  /** Checks quads that belong together, e.g. an article's; all of them are held. */
  async check(quads: Iterable<Quad>): Promise<ShapeReport> {
    const data = new ShapeData(quads);
    const nodes = new Set<string>();
    const findings = new Map<string, ShapeFinding>();
    for (const shape of this.graph.targeted) {
      const targets = this.graph.targets(shape, data, this.#classes);
      for (const node of targets) nodes.add(termKey(node));
      if (targets.length === 0) continue;
      for (const finding of await this.#run(shape, data, targets)) findings.set(keyOf(finding), finding);
    }
    return { findings: [...findings.values()], nodes };
  }

  async #run(shape: Subject, dataset: ShapeData, terms: readonly object[]): Promise<ShapeFinding[]> {
    try {
      const report = await this.#validator.validate({ dataset, terms }, [{ terms: [shape] }]);
      return report.results.map((result) => findingOf(result, this.graph, this.#name));
    } catch (error) {
      const name = this.graph.nameOf(shape);
      const [first] = this.graph.data.match(shape);
      throw new BadShapeError((error as Error).message, name, first);
    }
  }
}

/** What stands in place of the engine's own constraints, each of which gives wrong answers; of it are left paths, counts, classes and kinds of nodes. */
const CONSTRAINTS = Object.entries({ ...NESTING, ...PAIRS, ...VALUES }).map(
  ([name, compile]) => [sh(name), compile] as const,
);

/** The engine makes the literals of its messages through this. */
const FACTORY = {
  namedNode: (value: string) => new NamedNode(value),
  blankNode: (label = 'b') => new BlankNode(label),
  literal: (value: string, language?: string) =>
    new Literal(value, language ? rdf.langString : xsd.string, language),
};

const PROBE_NODE = new NamedNode('urn:clew:probe');
/** Makes the engine compile every shape before it is used: it skips shapes where the data is empty. */
const PROBE = new ShapeData([
  { subject: PROBE_NODE, predicate: rdf.type, object: PROBE_NODE, graph: PROBE_NODE } as unknown as Quad,
]);

function keyOf({ focus, code, shape, message, path, value }: ShapeFinding): string {
  return JSON.stringify([termKey(focus), code, shape, message, path, value && termKey(value)]);
}
