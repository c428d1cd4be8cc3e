export interface Vocabulary {
  readonly ontologies: readonly { readonly iri: string }[];
  readonly terms: ReadonlyMap<string, { readonly iri: string; readonly local: string }>;
  readonly prefixes: Readonly<Record<string, string>>;
}
/** Reads `ontology/` under the root. */
export function ontologyPage(root: string): string;
export function page(vocabulary: Vocabulary, records: readonly unknown[], style: string): string;
