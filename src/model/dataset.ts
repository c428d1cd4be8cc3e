/** The dataset: one or more articles built into one graph. */
import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Prefixes } from './iri.ts';
import type { LangMap } from './language.ts';
import type { Span } from './span.ts';

export const STRUCTURE_ROLES = ['dateline', 'heading', 'caption', 'credits'] as const;
export type StructureRole = (typeof STRUCTURE_ROLES)[number];

/** A paragraph: where it stands, and what it says in our own words. Numbered from 1 by position. */
export interface Paragraph {
  readonly span: Span;
  readonly digest: LangMap;
}

/** A part of the text that is not prose: the date line, a heading, a caption, the credits. */
export interface Structure {
  readonly role: StructureRole;
  readonly span: Span;
}

/** Someone or something credited for the article or a part of it, e.g. a photo. */
export interface Credit {
  readonly role: 'source' | 'photo' | 'author' | 'translator' | 'publisher';
  /** Entity id. */
  readonly entity: string;
  readonly spans: readonly Span[];
}

/** One source text and what was annotated on it. */
export interface Article {
  readonly id: string;
  readonly title: LangMap;
  /** True where the source has no title and `title` is the annotator's. */
  readonly titleIsOurs: boolean;
  readonly url?: string;
  readonly language: string;
  /** EDTF. */
  readonly published?: string;
  readonly credits: readonly Credit[];
  /** SHA-256 of the raw bytes, 64 lower-case hex digits, and the length of the decoded text in code points. */
  readonly text: { readonly sha256: string; readonly codePoints: number };
  /** In text order. */
  readonly paragraphs: readonly Paragraph[];
  /** In text order. */
  readonly structure: readonly Structure[];
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** Sorted by id, numbers within ids by value (c2 before c10). */
  readonly claims: readonly Claim[];
}

/** A person's decision that two ids are, or are not, the same thing. */
export interface IdentityDecision {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** Role of the decider, never a name. */
  readonly decidedBy: string;
  /** EDTF date. */
  readonly date: string;
  readonly reason: string;
}

/** One or more articles with their vocabulary. Everything that outputs are made from: no output needs a file beside it. */
export interface Dataset {
  /** Names the files in `exports/`. */
  readonly id: string;
  /** Absolute IRI ending in `/` or `#`. */
  readonly base: string;
  readonly title: LangMap;
  readonly description: LangMap;
  /** IRI of the licence. */
  readonly licence: string;
  /** BCP 47 tags in order of preference; the first is the language of labels in graph files. */
  readonly languages: readonly string[];
  readonly prefixes: Prefixes;
  /** xsd:date; both empty where nobody said, as in foreign files. */
  readonly issued: string;
  readonly modified: string;
  readonly ontology: OntologyIndex;
  /** Sorted by id. */
  readonly articles: readonly Article[];
  readonly identity: readonly IdentityDecision[];
}

/** A class as the outputs need it. Terms are CURIEs where the dataset has a prefix for them, else IRIs. */
export interface OntologyClass {
  readonly id: string;
  readonly label: LangMap;
  readonly definition: LangMap;
  /** Direct superclasses, sorted. */
  readonly parents: readonly string[];
}

/** A property as the outputs need it. */
export interface OntologyProperty {
  readonly id: string;
  readonly label: LangMap;
  readonly definition: LangMap;
  /** Direct superproperties, sorted. */
  readonly parents: readonly string[];
  /** Classes of which the subject must be one; empty: any. */
  readonly domain: readonly string[];
  /** Classes or datatypes of which the object must be one; empty: any. */
  readonly range: readonly string[];
  /** What its values are: things (owl:ObjectProperty), literals (owl:DatatypeProperty), or either (rdf:Property). */
  readonly values: 'thing' | 'literal' | 'any';
  /** A predicate joins subject and object; a qualifier stands on a claim. */
  readonly use: 'predicate' | 'qualifier';
  /** A claim with it is false without its qualifiers, so it never becomes a plain triple. */
  readonly needsQualifiers: boolean;
  /** It compares subject and object. */
  readonly comparison: boolean;
}

/** The terms of the dataset's ontologies that its data may use, keyed by id in code-point order. */
export interface OntologyIndex {
  readonly classes: Readonly<Record<string, OntologyClass>>;
  readonly properties: Readonly<Record<string, OntologyProperty>>;
}
