/** What we use of shacl-engine, which brings no types. Its SPARQL constraints need another engine and are left out. */
declare module 'shacl-engine' {
  export interface ShaclTerm {
    readonly termType: string;
    readonly value: string;
    readonly language?: string;
  }
  export interface PathStep {
    readonly quantifier: 'one' | 'oneOrMore' | 'zeroOrMore' | 'zeroOrOne';
    readonly start: 'subject' | 'object';
    readonly predicates: readonly ShaclTerm[];
  }
  export interface ShaclResult {
    readonly constraintComponent: ShaclTerm;
    readonly focusNode: { readonly term: ShaclTerm };
    readonly value?: { readonly term?: ShaclTerm };
    /** `null` for constraints of a node as a whole. */
    readonly path?: readonly PathStep[] | null;
    readonly severity: ShaclTerm;
    readonly message: readonly ShaclTerm[];
    readonly results: readonly ShaclResult[];
    readonly args?: unknown;
    readonly shape: { readonly ptr: { readonly term: ShaclTerm } };
  }
  /** Terms of a graph, from which others are reached. */
  export interface Pointer extends Iterable<Pointer> {
    /** Where there is one. */
    readonly term: ShaclTerm | undefined;
    readonly terms: readonly ShaclTerm[];
    readonly dataset: {
      match(subject: object | null, predicate?: object | null, object?: object | null): Iterable<never>;
    };
    out(predicates: readonly object[]): Pointer;
    in(predicates: readonly object[]): Pointer;
    node(terms: readonly object[]): Pointer;
    /** `null` where it is no list. */
    list(): Iterable<Pointer> | null;
  }
  export interface Shape {
    readonly ptr: Pointer;
    readonly path: readonly PathStep[] | null;
    readonly validator: { shape(ptr: Pointer): Shape };
    validate(context: Context): Promise<unknown>;
  }
  /** A node, or the values of a property, under a shape. */
  export interface Context {
    readonly focusNode: Pointer;
    /** The value that is looked at; of a node shape the node. */
    readonly valueOrNode: Pointer;
    readonly values: Pointer;
    readonly report: { readonly results: readonly ShaclResult[] };
    /** Shapes and nodes that were begun. */
    processed: Set<string>;
    results: Map<string, unknown>;
    create(options: { readonly child?: boolean; readonly focusNode?: Pointer }): Context;
    test(holds: boolean, component: object, details?: Details): void;
  }
  export interface Details {
    readonly args?: Readonly<Record<string, unknown>>;
    readonly value?: Pointer;
    readonly path?: readonly PathStep[];
    readonly results?: readonly ShaclResult[];
  }
  type Check = (context: Context) => void | Promise<void>;
  /** Checks of a shape: of the node, of all values of a property together, of each value. */
  export interface Checks {
    readonly node?: Check;
    readonly property?: Check;
    readonly generic?: Check;
  }
  export type Compile = (shape: Shape) => Checks | null;
  export class Validator {
    /** @param options.validations by the property that asks for them, in place of the engine's own */
    constructor(
      shapes: object,
      options: {
        readonly factory: object;
        readonly details?: boolean;
        readonly validations?: Iterable<readonly [object, Compile]>;
      },
    );
    /** Checks all targets of all shapes; or the nodes `terms` against `shapes`. */
    validate(
      data: { readonly dataset: object; readonly terms?: readonly object[] },
      shapes?: readonly { readonly terms: readonly object[] }[],
    ): Promise<{ readonly results: readonly ShaclResult[] }>;
  }
}
