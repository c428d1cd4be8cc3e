/** Claims in RDF: the claim's node with all that is said of it, and the plain triple where it may stand alone. */
import {
  attributionChain,
  type Claim,
  compareQualifiers,
  EDTF_DATATYPE,
  isClaimRef,
  isEntityRef,
  isPlain,
  type Literal as LiteralValue,
  timeDatatype,
  type Value,
  valueKey,
} from '../model/index.ts';
import { ATTRIBUTION_FORM, chosen, DERIVATION, MODALITY, POLARITY } from './choices.ts';
import { ENTITY_PREDICATES } from './entity-quads.ts';
import { decimalForm } from './lexical-forms.ts';
import { isQuantity, type MappingContext } from './mapping-context.ts';
import { DEFAULT_GRAPH, type Literal, NamedNode, Quad, type Term } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { clew } from './vocabulary.ts';
import { prov, rdf, rdfs, schema, xsd } from './well-known.ts';

const TIME_TYPES = new Map(
  [xsd.gYear, xsd.gYearMonth, xsd.date, xsd.dateTime, new NamedNode(EDTF_DATATYPE)].map((type) => [
    type.value,
    type,
  ]),
);

/** Predicates that a claim's node has by itself, which no qualifier may therefore have. */
export const CLAIM_PREDICATES: ReadonlySet<string> = new Set(
  [
    rdf.type,
    rdf.subject,
    rdf.predicate,
    rdf.object,
    rdf.reifies,
    rdfs.comment,
    prov.wasAttributedTo,
    prov.wasDerivedFrom,
    schema.appearance,
    clew.attribution,
    clew.confidence,
    clew.derivation,
    clew.modality,
    clew.polarity,
    clew.said,
    clew.time,
  ].map(({ value }) => value),
);

/** A partial date: an XSD type where one can say it, else EDTF. */
export function timeLiteral(edtf: string, field: string, context: MappingContext): Literal {
  return context.guard.typed(edtf, TIME_TYPES.get(timeDatatype(edtf))!, field);
}

/** The claim's node: type, statement, how firmly, when, by whom, from where, qualifiers, and our sentences. */
export function claimQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  const { article, id } = claim;
  const guard = context.guard.at('claim', id, article);
  const source = context.article(article);
  const { subject, predicate, object } = claimEnds(claim, context);
  out.about(context.claim(article, id, 'id'));
  if (context.options.model === 'rdf12') {
    out.add(rdf.reifies, new Quad(subject, predicate, object, DEFAULT_GRAPH));
  } else {
    out.add(rdf.object, object);
    out.add(rdf.predicate, predicate);
    out.add(rdf.subject, subject);
  }
  out.add(rdf.type, rdf.Statement);
  if (context.options.infer) out.add(rdf.type, prov.Entity);
  out.add(rdf.type, schema.Claim);
  out.add(rdf.type, clew.Claim);
  for (const [lang, text] of Object.entries(claim.statement)) {
    out.add(rdfs.comment, guard.langText(text, lang, 'statement'));
  }
  const { attribution } = claim;
  if (attribution !== undefined)
    out.add(prov.wasAttributedTo, context.entity(attribution.speaker, 'speaker'));
  out.add(prov.wasDerivedFrom, source);
  out.add(schema.appearance, source);
  if (claim.qualifiers.length > 0) qualifierQuads(claim, context, out);
  if (attribution !== undefined) {
    out.add(clew.attribution, new NamedNode(context.iris.attribution(article, id, 1)));
  }
  if (claim.confidence !== undefined) out.add(clew.confidence, confidence(claim.confidence, context));
  out.add(clew.derivation, chosen(DERIVATION, claim.derivation, 'derivation', context));
  out.add(clew.modality, chosen(MODALITY, claim.modality, 'modality', context));
  out.add(clew.polarity, chosen(POLARITY, claim.polarity, 'polarity', context));
  if (claim.said !== undefined) out.add(clew.said, timeLiteral(claim.said, 'said', context));
  if (claim.time !== undefined) out.add(clew.time, timeLiteral(claim.time, 'time', context));
}

/** One triple per qualifier of the claim in hand. */
function qualifierQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  let quantity = isQuantity(claim.object) ? 1 : 0;
  let last = '';
  for (const { property, value } of sortedQualifiers(claim)) {
    const term = context.term(property, 'qualifiers');
    const key = claim.qualifiers.length < 2 ? property : `${property} ${valueKey(value)}`;
    if (CLAIM_PREDICATES.has(term.value)) {
      const message = 'every claim has this property in its own right';
      context.guard.refuse('reserved-property', message, property, 'qualifiers');
    } else if (key === last) {
      const message = 'the claim has this qualifier twice';
      context.guard.refuse('duplicate-qualifier', message, property, 'qualifiers');
    }
    last = key;
    if (isQuantity(value)) quantity += 1;
    out.add(term, valueTerm(value, claim, quantity, 'qualifiers', context));
  }
}

/** `subject predicate object`, and with `infer` the same with the superproperties, where the claim may stand alone. */
export function plainQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  const { head, options } = context;
  if (!isPlain(claim, head.ontology.properties[claim.predicate], options)) return;
  const guard = context.guard.at('claim', claim.id, claim.article);
  const { subject, predicate: own, object } = claimEnds(claim, context);
  out.about(subject);
  for (const predicate of context.predicates(claim.predicate)) {
    // A superproperty that describes entities, e.g. rdfs:label, is left to the entities.
    const describes = ENTITY_PREDICATES.has(predicate.value);
    if (describes && predicate === own) {
      guard.refuse(
        'reserved-property',
        'entities are described by this property',
        claim.predicate,
        'predicate',
      );
    }
    if (!describes) out.add(predicate, object);
  }
}

/** The links of a claim's attribution. */
export function attributionQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  if (claim.attribution === undefined) return;
  const { article, id } = claim;
  const guard = context.guard.at('claim', id, article);
  const chain = attributionChain(claim);
  for (const [index, { speaker, form, channel, verb }] of chain.entries()) {
    out.about(new NamedNode(context.iris.attribution(article, id, index + 1)));
    out.add(rdf.type, clew.Attribution);
    if (channel !== undefined) out.add(clew.channel, context.entity(channel, 'channel'));
    out.add(clew.form, chosen(ATTRIBUTION_FORM, form, 'form', context));
    out.add(clew.speaker, context.entity(speaker, 'speaker'));
    if (verb !== undefined) out.add(clew.verb, guard.text(verb, 'en', 'verb'));
    if (index + 1 < chain.length) {
      out.add(clew.via, new NamedNode(context.iris.attribution(article, id, index + 2)));
    }
  }
}

/** The values of a claim that have a unit or bounds, numbered: the object's first, then its qualifiers' in order. */
export function quantityQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  if (claim.qualifiers.length === 0 && !isQuantity(claim.object)) return;
  const guard = context.guard.at('claim', claim.id, claim.article);
  let n = 0;
  for (const value of [claim.object, ...sortedQualifiers(claim).map((qualifier) => qualifier.value)]) {
    if (!isQuantity(value)) continue;
    n += 1;
    const literal = value as LiteralValue;
    out.about(new NamedNode(context.iris.quantity(claim.article, claim.id, n)));
    out.add(rdf.type, schema.QuantitativeValue);
    const parts = [
      [literal.max, schema.maxValue],
      [literal.min, schema.minValue],
    ] as const;
    if (literal.value === undefined && parts.every(([text]) => text === undefined))
      refuseEmpty(claim, context);
    for (const [text, property] of parts) {
      if (text !== undefined) out.add(property, literalTerm(text, literal, 'value', context));
    }
    if (literal.unit !== undefined) out.add(schema.unitText, guard.string(literal.unit, 'unit'));
    if (literal.value !== undefined)
      out.add(schema.value, literalTerm(literal.value, literal, 'value', context));
  }
}

function claimEnds(claim: Claim, context: MappingContext) {
  return {
    subject: isClaimRef(claim.subject)
      ? context.claim(claim.subject.article, claim.subject.claim, 'subject')
      : context.entity(claim.subject.entity, 'subject'),
    predicate: context.term(claim.predicate, 'predicate'),
    object: valueTerm(claim.object, claim, 1, 'object', context),
  };
}

function valueTerm(
  value: Value,
  claim: Claim,
  quantity: number,
  field: string,
  context: MappingContext,
): Term {
  if (isEntityRef(value)) return context.entity(value.entity, field);
  if (isClaimRef(value)) return context.claim(value.article, value.claim, field);
  if (isQuantity(value)) return new NamedNode(context.iris.quantity(claim.article, claim.id, quantity));
  if (value.value === undefined) refuseEmpty(claim, context);
  return literalTerm(value.value ?? '', value, field, context);
}

function literalTerm(
  text: string,
  { datatype, lang }: LiteralValue,
  field: string,
  context: MappingContext,
): Literal {
  if (lang !== undefined) return context.guard.text(text, lang, field);
  if (datatype === undefined) return context.guard.string(text, field);
  return context.guard.typed(text, context.term(datatype, 'datatype'), field);
}

function refuseEmpty(claim: Claim, context: MappingContext): void {
  context.guard.refuse('empty-literal', 'a literal has neither value nor bounds', claim.predicate, 'object');
}

function confidence(value: number, context: MappingContext): Literal {
  if (value >= 0 && value <= 1) return context.guard.typed(decimalForm(value), xsd.decimal, 'confidence');
  context.guard.refuse('bad-number', 'confidence is outside of 0 to 1', String(value), 'confidence');
  return context.guard.typed('0', xsd.decimal, 'confidence');
}

function sortedQualifiers(claim: Claim) {
  return claim.qualifiers.length < 2 ? claim.qualifiers : [...claim.qualifiers].sort(compareQualifiers);
}
