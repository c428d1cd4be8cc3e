/** Claims read back from quads. */
import {
  type Attribution,
  type Claim,
  compareQualifiers,
  type Literal as LiteralValue,
  type Qualifier,
  type Span,
  type Subject,
  type Value,
} from '../model/index.ts';
import { ATTRIBUTION_FORM, DERIVATION, MODALITY, POLARITY } from './choices.ts';
import { CLAIM_PREDICATES } from './claim-quads.ts';
import type { Literal, NamedNode, Term } from './quad.ts';
import type { ReadingContext } from './reading-context.ts';
import { clew } from './vocabulary.ts';
import { oa, rdf, rdfs, schema, xsd } from './well-known.ts';

/** The spans of evidence by the IRI of the claim or attribution that rests on them, in the order of their numbers. */
export function readEvidence(context: ReadingContext): Map<string, Span[]> {
  const { index } = context;
  const rows = new Map<string, { number: number; span: Span }[]>();
  for (const iri of index.ofType(clew.Evidence)) {
    const body = index.iri(iri, oa.hasBody);
    const row = rows.get(body) ?? [];
    rows.set(body, row);
    row.push({ number: context.number(iri), span: index.span(index.iri(iri, oa.hasTarget)) });
  }
  return new Map(
    [...rows].map(([body, row]) => [body, row.sort((a, b) => a.number - b.number).map(({ span }) => span)]),
  );
}

export function readClaim(
  iri: string,
  article: string,
  id: string,
  evidence: ReadonlyMap<string, Span[]>,
  context: ReadingContext,
): Claim {
  const { index } = context;
  const { subject, predicate, object } = ends(iri, context);
  const confidence = index.optional(iri, clew.confidence);
  const time = index.optional(iri, clew.time);
  const said = index.optional(iri, clew.said);
  const link = index.iris(iri, clew.attribution)[0];
  return {
    id,
    article,
    subject: readSubject(subject, iri, context),
    predicate: context.name(predicate.value),
    object: readValue(object, iri, context),
    qualifiers: readQualifiers(iri, context),
    ...(time !== undefined && { time }),
    ...(said !== undefined && { said }),
    ...(link !== undefined && { attribution: readAttribution(link, evidence, context, new Set()) }),
    modality: context.choice(iri, clew.modality, MODALITY),
    polarity: context.choice(iri, clew.polarity, POLARITY),
    derivation: context.choice(iri, clew.derivation, DERIVATION),
    ...(confidence !== undefined && { confidence: Number(confidence) }),
    statement: index.texts(iri, rdfs.comment),
    evidence: evidence.get(iri) ?? [],
  };
}

/** Subject, predicate and object of a claim's or decision's statement, in RDF 1.1 or 1.2. */
export function ends(
  iri: string,
  { index }: ReadingContext,
): { subject: Term; predicate: Term; object: Term } {
  const triple = index.objects(iri, rdf.reifies)[0];
  if (triple?.termType === 'Quad') return triple;
  const one = (property: NamedNode): Term => {
    const found = index.objects(iri, property);
    if (found.length !== 1)
      index.fail(
        'bad-record',
        `${iri} has ${found.length} of ${property.value} in place of one`,
        undefined,
        iri,
      );
    return found[0] ?? rdf.subject;
  };
  return { subject: one(rdf.subject), predicate: one(rdf.predicate), object: one(rdf.object) };
}

function readAttribution(
  iri: string,
  evidence: ReadonlyMap<string, Span[]>,
  context: ReadingContext,
  seen: Set<string>,
): Attribution {
  const { index } = context;
  seen.add(iri);
  const channel = index.iris(iri, clew.channel)[0];
  const verb = index.optional(iri, clew.verb);
  const via = index.iris(iri, clew.via)[0];
  const circular = via !== undefined && seen.has(via);
  if (circular) index.fail('bad-record', 'an attribution comes back to itself', via, via);
  return {
    speaker: context.entity(index.iri(iri, clew.speaker), iri),
    form: context.choice(iri, clew.form, ATTRIBUTION_FORM),
    ...(channel !== undefined && { channel: context.entity(channel, iri) }),
    ...(verb !== undefined && { verb }),
    spans: evidence.get(iri) ?? [],
    ...(via !== undefined && !circular && { via: readAttribution(via, evidence, context, seen) }),
  };
}

function readQualifiers(iri: string, context: ReadingContext): Qualifier[] {
  const { index } = context;
  return index
    .predicates(iri)
    .filter((predicate) => !CLAIM_PREDICATES.has(predicate))
    .flatMap((predicate) =>
      index
        .objects(iri, predicate)
        .map((object) => ({ property: context.name(predicate), value: readValue(object, iri, context) })),
    )
    .sort(compareQualifiers);
}

function readSubject(term: Term, owner: string, context: ReadingContext): Subject {
  return context.claim(term.value) ?? { entity: context.entity(term.value, owner) };
}

function readValue(term: Term, owner: string, context: ReadingContext): Value {
  if (term.termType === 'Literal') return readLiteral(term, context);
  if (context.steps(term.value, 'quantity') !== undefined) return readQuantity(term.value, context);
  return context.claim(term.value) ?? { entity: context.entity(term.value, owner) };
}

function readLiteral(literal: Literal, context: ReadingContext): LiteralValue {
  return { value: literal.value, ...readType(literal, context) };
}

function readType(literal: Literal, context: ReadingContext): Pick<LiteralValue, 'datatype' | 'lang'> {
  if (literal.language !== '') return { lang: context.index.tag(literal) };
  return literal.datatype.value === xsd.string.value
    ? {}
    : { datatype: context.name(literal.datatype.value) };
}

function readQuantity(iri: string, context: ReadingContext): LiteralValue {
  const { index } = context;
  const parts = { max: schema.maxValue, min: schema.minValue, value: schema.value };
  const unit = index.optional(iri, schema.unitText);
  const quantity: { -readonly [K in keyof LiteralValue]: LiteralValue[K] } = {};
  for (const [key, property] of Object.entries(parts) as [keyof typeof parts, NamedNode][]) {
    const literal = index.literals(iri, property)[0];
    if (literal === undefined) continue;
    quantity[key] = literal.value;
    Object.assign(quantity, readType(literal, context));
  }
  if (Object.keys(quantity).length === 0)
    index.fail('bad-record', `${iri} has neither value nor bounds`, undefined, iri);
  return { ...quantity, ...(unit !== undefined && { unit }) };
}
