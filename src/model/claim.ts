/** The claim: one statement of an article, with who said it, how firmly, when, and the words behind it. */
import type { Curie } from './iri.ts';
import type { LangMap } from './language.ts';
import type { Span } from './span.ts';

export const MODALITIES = ['asserted', 'reported', 'opinion', 'predicted', 'attempted'] as const;
export const POLARITIES = ['positive', 'negative'] as const;
export const DERIVATIONS = ['explicit', 'implied'] as const;
export const ATTRIBUTION_FORMS = ['direct', 'indirect'] as const;

/** How firmly: stated as so; passed on as found by others; held by someone; foreseen; tried but not said to be achieved. */
export type Modality = (typeof MODALITIES)[number];
/** `negative`: the claim is denied, the article says that it is not so. */
export type Polarity = (typeof POLARITIES)[number];
/** Whether the words say it or a careful reader concludes it. */
export type Derivation = (typeof DERIVATIONS)[number];
/** Quoted word for word, or in indirect speech. */
export type AttributionForm = (typeof ATTRIBUTION_FORMS)[number];

/** A reference to an entity of the dataset. */
export interface EntityRef {
  readonly entity: string;
}

/** A reference to a claim; the article is always named in the model, even where the data leaves it out. */
export interface ClaimRef {
  readonly claim: string;
  readonly article: string;
}

/**
 * A literal. `datatype` is a CURIE (default `xsd:string`, `rdf:langString` with `lang`); `value` is its lexical form.
 * With `min` or `max` in place of `value` it is a range, bounds included. `unit` is free text, e.g. `percent`.
 */
export interface Literal {
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  readonly datatype?: Curie;
  readonly lang?: string;
  readonly unit?: string;
}

/** What a claim is about. */
export type Subject = EntityRef | ClaimRef;
/** What it says of it; also a qualifier's value. */
export type Value = EntityRef | ClaimRef | Literal;

/** A property and a value on a claim: a range, a rank, a task, a scope. */
export interface Qualifier {
  readonly property: Curie;
  readonly value: Value;
}

/** Who said it. `via` is the next link outward: the channel's own source, e.g. the post that carries a person's words. */
export interface Attribution {
  /** Entity id. */
  readonly speaker: string;
  readonly form: AttributionForm;
  /** Entity id of the medium: a post, a book, an interview. */
  readonly channel?: string;
  /** The speech act in one English word, e.g. `said`, `added`. */
  readonly verb?: string;
  /** The spans that name the speaker and the act of speaking. */
  readonly spans: readonly Span[];
  readonly via?: Attribution;
}

/** One statement of an article. Defaults are filled in when it is loaded: every field below without `?` is present. */
export interface Claim {
  /** Local to the article; `<article>/<id>` is unique in the dataset. */
  readonly id: string;
  readonly article: string;
  readonly subject: Subject;
  readonly predicate: Curie;
  readonly object: Value;
  /** Sorted by property, then by value. */
  readonly qualifiers: readonly Qualifier[];
  /** When it holds, EDTF. */
  readonly time?: string;
  /** When it was said, EDTF. */
  readonly said?: string;
  /** Absent: the article's own voice. */
  readonly attribution?: Attribution;
  /** Default `asserted`. */
  readonly modality: Modality;
  /** Default `positive`. */
  readonly polarity: Polarity;
  /** Default `explicit`. */
  readonly derivation: Derivation;
  /** In `0..1`; absent: not estimated. */
  readonly confidence?: number;
  /** One plain sentence per language, in the annotator's own words. */
  readonly statement: LangMap;
  /** The shortest spans that carry the claim, sorted. */
  readonly evidence: readonly Span[];
}

export function isEntityRef(value: Value): value is EntityRef {
  return 'entity' in value;
}
export function isClaimRef(value: Value): value is ClaimRef {
  return 'claim' in value;
}
export function isLiteral(value: Value): value is Literal {
  return !('entity' in value) && !('claim' in value);
}

/** `<article>/<id>`: the claim's key in the graph and in references. */
export function claimKey(claim: { readonly article: string; readonly id: string }): string {
  return `${claim.article}/${claim.id}`;
}
/** The key of a referenced claim. */
export function claimRefKey(ref: ClaimRef): string {
  return `${ref.article}/${ref.claim}`;
}

/** What a claim joins: subject, object, and the values of its qualifiers. */
export function claimValues({ subject, object, qualifiers }: Claim): Value[] {
  const ends = [subject, object];
  for (const { value } of qualifiers) ends.push(value);
  return ends;
}

/** The links of an attribution, the speaker nearest to the claim first; empty for the article's own voice. */
export function attributionChain(claim: Pick<Claim, 'attribution'>): Attribution[] {
  const chain: Attribution[] = [];
  for (let link = claim.attribution; link !== undefined; link = link.via) chain.push(link);
  return chain;
}

/** Every span of a claim in the order of their evidence numbers: its own evidence, then its attribution's. */
export function claimSpans(claim: Claim): Span[] {
  return [...claim.evidence, ...attributionChain(claim).flatMap((link) => link.spans)];
}
