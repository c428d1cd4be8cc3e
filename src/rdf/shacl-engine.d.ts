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
  export class Validator {
    constructor(shapes: object, options: { readonly factory: object; readonly details?: boolean });
    /** Checks all targets of all shapes; or the nodes `terms` against `shapes`. */
    validate(
      data: { readonly dataset: object; readonly terms?: readonly object[] },
      shapes?: readonly { readonly terms: readonly object[] }[],
    ): Promise<{ readonly results: readonly ShaclResult[] }>;
  }
}
