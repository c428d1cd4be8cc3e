/** What the query editor knows of the data: prefixes and terms, as the server says them in `query.json`. */

export interface QueryTerm {
  /** As it is written in a query. */
  readonly id: string;
  readonly kind: 'class' | 'property';
  readonly label: Readonly<Record<string, string>>;
  readonly definition: Readonly<Record<string, string>>;
}

/** An entity that a name leads to. */
export interface QueryName {
  /** As it is written in a query: `<id/openai>`. */
  readonly iri: string;
  readonly label: string;
  readonly detail: string;
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly QueryTerm[];
}
