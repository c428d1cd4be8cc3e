/** Every term of our own namespace that the mapping writes, with what it means. */
import { compareCodePoints } from '../model/index.ts';
import { CLEW, namespaceTerms } from './well-known.ts';

/** A term of the core ontology as the mapping uses it. */
export interface ClewTerm {
  readonly name: string;
  readonly kind: 'class' | 'property' | 'individual';
  /** Classes of the subject; for an individual, its class. */
  readonly domain: string;
  /** Class or datatype of the object; empty for classes and individuals. */
  readonly range: string;
  readonly meaning: string;
}

const a = <const N extends string>(name: N, domain: string, meaning: string) =>
  ({ kind: 'class', name, domain, range: '', meaning }) as const;
const p = <const N extends string>(name: N, domain: string, range: string, meaning: string) =>
  ({ kind: 'property', name, domain, range, meaning }) as const;
const i = <const N extends string>(name: N, domain: string, meaning: string) =>
  ({ kind: 'individual', name, domain, range: '', meaning }) as const;

/** The whole of `clew:` that outputs contain. `domain` of a class names its superclasses. */
export const CLEW_TERMS = [
  a('Dataset', 'void:Dataset', 'One or more articles built into one graph.'),
  a('Article', 'schema:Article', 'One source text.'),
  a('Paragraph', 'oa:SpecificResource', 'A paragraph of an article.'),
  a('StructuralSpan', 'oa:SpecificResource', 'A part of the text that is not prose.'),
  a('Credit', 'oa:Annotation', 'Someone or something credited for the article or a part of it.'),
  a('Claim', 'schema:Claim, rdf:Statement', 'One statement of an article.'),
  a('Attribution', '', 'Who said it, in which form, through which channel: one link of a chain.'),
  a('Evidence', 'oa:Annotation', 'A span that a claim or an attribution rests on.'),
  a('Mention', 'oa:Annotation', 'A span that refers to an entity.'),
  a('IdentityDecision', 'rdf:Statement', 'A person’s decision that two ids are, or are not, the same thing.'),
  a('Modality', '', 'How firmly something is said.'),
  a('Polarity', '', 'Whether something is affirmed or denied.'),
  a('Derivation', '', 'Whether the words say it or a reader concludes it.'),
  a('AttributionForm', '', 'Direct or indirect speech.'),
  a('MentionForm', '', 'A name, a description or a pronoun.'),
  a('StructureRole', '', 'What a structural span is.'),
  a('CreditRole', '', 'What is credited.'),

  p('modality', 'clew:Claim', 'clew:Modality', 'How firmly the claim is made.'),
  p('polarity', 'clew:Claim', 'clew:Polarity', 'Whether the claim is affirmed or denied.'),
  p(
    'derivation',
    'clew:Claim',
    'clew:Derivation',
    'Whether the words say it or a careful reader concludes it.',
  ),
  p('confidence', 'clew:Claim', 'xsd:decimal', 'How sure the annotator is, from 0 to 1.'),
  p('time', 'clew:Claim', 'xsd:gYear, gYearMonth, date, dateTime or EDTF', 'When the claim holds.'),
  p('said', 'clew:Claim', 'xsd:gYear, gYearMonth, date, dateTime or EDTF', 'When it was said.'),
  p('attribution', 'clew:Claim', 'clew:Attribution', 'Who said it: the link nearest to the claim.'),
  p('speaker', 'clew:Attribution', '', 'The entity that said it.'),
  p('form', 'clew:Attribution', 'clew:AttributionForm', 'Direct or indirect speech.'),
  p('channel', 'clew:Attribution', '', 'The medium: a post, a book, an interview.'),
  p('verb', 'clew:Attribution', 'rdf:langString', 'The speech act in one English word.'),
  p('via', 'clew:Attribution', 'clew:Attribution', 'The next link outward: the channel’s own source.'),
  p(
    'mentionForm',
    'clew:Mention',
    'clew:MentionForm',
    'Whether the mention is a name, a description or a pronoun.',
  ),
  p('entityId', '', 'xsd:string', 'The entity’s id, where its IRI is not made from it.'),
  p('otherKind', '', '', 'A class of the entity beside its kind.'),
  p('titleIsOurs', 'clew:Article', 'xsd:boolean', 'The source has no title; this one is the annotator’s.'),
  p('sha256', 'clew:Article', 'xsd:string', 'SHA-256 of the source’s raw bytes, 64 lower-case hex digits.'),
  p(
    'codePoints',
    'clew:Article',
    'xsd:nonNegativeInteger',
    'Length of the source’s text in Unicode code points.',
  ),
  p('credit', 'clew:Article', 'clew:Credit', 'A credit of the article.'),
  p('creditRole', 'clew:Credit', 'clew:CreditRole', 'What the entity is credited as.'),
  p('number', 'clew:Paragraph', 'xsd:positiveInteger', 'Place among the article’s paragraphs, from 1.'),
  p('digest', 'clew:Paragraph', 'rdf:langString', 'What the paragraph says, in the annotator’s own words.'),
  p('structureRole', 'clew:StructuralSpan', 'clew:StructureRole', 'What the span is.'),
  p('decidedBy', 'clew:IdentityDecision', 'xsd:string', 'Role of the decider, never a name.'),
  p('reason', 'clew:IdentityDecision', 'xsd:string', 'Why it was decided so.'),
  p(
    'languageOrder',
    'clew:Dataset',
    'xsd:string',
    'Language tags in order of preference, joined by a space.',
  ),
  p('termUse', 'rdf:Property', 'xsd:string', '“qualifier”: the property stands on claims.'),
  p('needsQualifiers', 'rdf:Property', 'xsd:boolean', 'A claim with it is false without its qualifiers.'),
  p('comparison', 'rdf:Property', 'xsd:boolean', 'It compares its subject with its object.'),

  i('asserted', 'clew:Modality', 'Stated as so.'),
  i('reported', 'clew:Modality', 'Passed on as found by others.'),
  i('opinion', 'clew:Modality', 'Held by someone.'),
  i('predicted', 'clew:Modality', 'Foreseen.'),
  i('attempted', 'clew:Modality', 'Tried, but not said to be achieved.'),
  i('positive', 'clew:Polarity', 'Affirmed.'),
  i('negative', 'clew:Polarity', 'Denied: the article says that it is not so.'),
  i('explicit', 'clew:Derivation', 'The words say it.'),
  i('implied', 'clew:Derivation', 'A careful reader concludes it.'),
  i('direct', 'clew:AttributionForm', 'Quoted word for word.'),
  i('indirect', 'clew:AttributionForm', 'In indirect speech.'),
  i('nameMention', 'clew:MentionForm', 'A name.'),
  i('nominalMention', 'clew:MentionForm', 'A description.'),
  i('pronounMention', 'clew:MentionForm', 'A pronoun.'),
  i('dateline', 'clew:StructureRole', 'The date line.'),
  i('heading', 'clew:StructureRole', 'A heading.'),
  i('caption', 'clew:StructureRole', 'A caption.'),
  i('creditLine', 'clew:StructureRole', 'The credits.'),
  i('sourceCredit', 'clew:CreditRole', 'The article’s source.'),
  i('photoCredit', 'clew:CreditRole', 'A photo.'),
  i('authorCredit', 'clew:CreditRole', 'The author.'),
  i('translatorCredit', 'clew:CreditRole', 'The translator.'),
  i('publisherCredit', 'clew:CreditRole', 'The publisher.'),
] as const satisfies readonly ClewTerm[];

/** The same terms as IRIs, by name. */
export const clew = namespaceTerms(CLEW, CLEW_TERMS.map(({ name }) => name).sort(compareCodePoints));
