/** Entities and their mentions. */
import type { Curie } from './iri.ts';
import type { LangMap } from './language.ts';
import type { Span } from './span.ts';

export const MENTION_FORMS = ['name', 'nominal', 'pronoun'] as const;
/** A name, a description ("the startup"), or a pronoun. Only names become labels. */
export type MentionForm = (typeof MENTION_FORMS)[number];

/** A span that refers to an entity. */
export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
}

/** An alias; `lang` is absent for names that belong to no language. */
export interface Alias {
  readonly text: string;
  readonly lang?: string;
}

/** A thing that claims are about, as one article lists it. */
export interface Entity {
  readonly id: string;
  /** Its own absolute IRI, where it is not `<base>id/<id>`: entities of foreign files keep theirs. */
  readonly iri?: string;
  /** Its class in one of the dataset's ontologies. */
  readonly kind: Curie;
  /** Its further classes where a foreign file names several, none of them below the kind; sorted. Absent: none. */
  readonly otherKinds?: readonly Curie[];
  readonly label: LangMap;
  /** Sorted by text, then by language. */
  readonly aliases: readonly Alias[];
  readonly description: LangMap;
  /** Absolute IRIs of the same thing elsewhere (verified only), sorted. */
  readonly sameAs: readonly string[];
  /** Absolute IRIs of close concepts elsewhere, sorted. */
  readonly closeMatch: readonly string[];
  /** In text order; spans are positions in this article's text. */
  readonly mentions: readonly Mention[];
}
