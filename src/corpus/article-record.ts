/** From the model back to the record that the data writes: the inverse of reading, field by field. */
import {
  type Article,
  type Attribution,
  type Claim,
  type Entity,
  isClaimRef,
  isEntityRef,
  type Literal,
  type Qualifier,
  type Span,
  type Subject,
  type Value,
} from '../model/index.ts';
import type {
  ArticleHeadRecord,
  ArticleRecord,
  AttributionRecord,
  ClaimRecord,
  EntityRecord,
  LiteralRecord,
  SpanRecord,
  SubjectRecord,
  ValueRecord,
} from './schema.ts';

/** The article as one line of JSON Lines holds it. Reading it again gives the same article. Defaults are left out. */
export function articleRecord(article: Article): ArticleRecord {
  return {
    article: headRecord(article),
    entities: article.entities.map(entityRecord),
    claims: article.claims.map(claimRecord),
  };
}

function headRecord(article: Article): ArticleHeadRecord {
  const { id, title, titleIsOurs, url, language, published, credits, text, paragraphs, structure } = article;
  return {
    id,
    title: { ...title },
    ...(titleIsOurs && { titleIsOurs }),
    ...(url !== undefined && { url }),
    language,
    ...(published !== undefined && { published }),
    ...(credits.length > 0 && {
      credits: credits.map(({ role, entity, spans }) => ({ role, entity, ...withSpans(spans) })),
    }),
    text: { ...text },
    ...(paragraphs.length > 0 && {
      paragraphs: paragraphs.map(({ span, digest }) => ({ span: spanRecord(span), digest: { ...digest } })),
    }),
    ...(structure.length > 0 && {
      structure: structure.map(({ role, span }) => ({ role, span: spanRecord(span) })),
    }),
  };
}

function entityRecord(entity: Entity): EntityRecord {
  const { id, kind, label, aliases, description, sameAs, closeMatch, mentions } = entity;
  return {
    id,
    kind,
    label: { ...label },
    ...(aliases.length > 0 && {
      aliases: aliases.map(({ text, lang }) => (lang === undefined ? text : { text, lang })),
    }),
    ...(Object.keys(description).length > 0 && { description: { ...description } }),
    ...(sameAs.length > 0 && { sameAs: [...sameAs] }),
    ...(closeMatch.length > 0 && { closeMatch: [...closeMatch] }),
    ...(mentions.length > 0 && {
      mentions: mentions.map(({ span, form }) => ({ span: spanRecord(span), form })),
    }),
  };
}

function claimRecord(claim: Claim): ClaimRecord {
  const { id, article, subject, predicate, object, qualifiers, time, said, attribution, confidence } = claim;
  return {
    id,
    subject: subjectRecord(subject, article),
    predicate,
    object: valueRecord(object, article) as ClaimRecord['object'],
    ...(qualifiers.length > 0 && { qualifiers: qualifierRecords(qualifiers, article) }),
    ...(time !== undefined && { time }),
    ...(said !== undefined && { said }),
    ...(attribution !== undefined && { attribution: attributionRecord(attribution) }),
    ...(claim.modality !== 'asserted' && { modality: claim.modality }),
    ...(claim.polarity !== 'positive' && { polarity: claim.polarity }),
    ...(claim.derivation !== 'explicit' && { derivation: claim.derivation }),
    ...(confidence !== undefined && { confidence }),
    statement: { ...claim.statement },
    evidence: claim.evidence.map(spanRecord),
  };
}

function attributionRecord({ speaker, form, channel, verb, spans, via }: Attribution): AttributionRecord {
  return {
    speaker,
    form,
    ...(channel !== undefined && { channel }),
    ...(verb !== undefined && { verb }),
    ...withSpans(spans),
    ...(via !== undefined && { via: attributionRecord(via) }),
  };
}

/** A single value stands by itself, several in a list. */
function qualifierRecords(qualifiers: readonly Qualifier[], article: string): ClaimRecord['qualifiers'] {
  const lists = new Map<string, ValueRecord[]>();
  for (const { property, value } of qualifiers) {
    const record = valueRecord(value, article);
    const list = lists.get(property);
    if (list) list.push(record);
    else lists.set(property, [record]);
  }
  return Object.fromEntries(
    [...lists].map(([property, list]) => [property, list.length === 1 ? list[0]! : list]),
  );
}

function subjectRecord(subject: Subject, article: string): SubjectRecord {
  if (isEntityRef(subject)) return subject.entity;
  return { claim: subject.article === article ? subject.claim : `${subject.article}/${subject.claim}` };
}

function valueRecord(value: Value, article: string): ValueRecord {
  return isEntityRef(value) || isClaimRef(value) ? subjectRecord(value, article) : literalRecord(value);
}

/** The lexical form is text here, so that no reader of numbers can change it; its datatype is always given. */
function literalRecord({ value, min, max, datatype, lang, unit }: Literal): LiteralRecord {
  return {
    ...(value !== undefined && { value }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(datatype !== undefined && { datatype }),
    ...(lang !== undefined && { lang }),
    ...(unit !== undefined && { unit }),
  };
}

function withSpans(spans: readonly Span[]): { spans?: SpanRecord[] } {
  return spans.length === 0 ? {} : { spans: spans.map(spanRecord) };
}

function spanRecord({ start, end }: Span): SpanRecord {
  return [start, end];
}
