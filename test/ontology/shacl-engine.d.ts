/** What the shape tests use of shacl-engine and of n3's store, which bring no types or lagging ones. */
declare module 'shacl-engine' {
  export class Validator {
    constructor(shapes: unknown, options: { readonly factory: unknown });
    validate(data: {
      readonly dataset: unknown;
    }): Promise<{ readonly results: readonly { readonly message: readonly { readonly value: string }[] }[] }>;
  }
}

declare module 'n3' {
  export class Store {
    constructor(quads: readonly Quad[]);
  }
  export const DataFactory: {
    namedNode(value: string): NamedNode;
    literal(value: string, languageOrDatatype?: string | NamedNode): Literal;
    quad(subject: NamedNode | BlankNode, predicate: NamedNode, object: Term): Quad;
  };
}
