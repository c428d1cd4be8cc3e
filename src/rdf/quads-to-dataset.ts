/** Quads of our mapping back to the dataset that they were made from. */
import {
  type Article,
  type Claim,
  type Credit,
  compareCodePoints,
  compareIds,
  type Dataset,
  type IdentityDecision,
  type OntologyIndex,
  type Prefixes,
  ProblemError,
  type Span,
} from '../model/index.ts';
import { HEAD_GRAPH } from './article-sections.ts';
import { CREDIT_ROLE, STRUCTURE_ROLE } from './choices.ts';
import type { Quad } from './quad.ts';
import { QuadIndex } from './quad-index.ts';
import { ends, readClaim, readEvidence } from './quads-to-claim.ts';
import { readEntity, readMentions } from './quads-to-entity.ts';
import { readOntologyIndex } from './quads-to-ontology.ts';
import { ReadingContext } from './reading-context.ts';
import { clew } from './vocabulary.ts';
import { dct, oa, owl, schema, sh, voidTerms } from './well-known.ts';

/**
 * Reads what {@link datasetToQuads} or {@link datasetToTriples} wrote, whatever the options. Quotes and the article's
 * text are left aside, as is what others have added. In triples without graphs, what several articles say of one entity
 * has run together: each then says all of it.
 *
 * @throws ProblemError where the quads hold no dataset of ours, more than one, or one that lacks parts
 */
export function quadsToDataset(quads: Iterable<Quad>): Dataset {
  const index = new QuadIndex(quads);
  const nodes = index.ofType(clew.Dataset);
  const node = nodes[0];
  if (node === undefined || nodes.length > 1) {
    throw new ProblemError([
      {
        severity: 'error',
        code: node === undefined ? 'no-dataset' : 'several-datasets',
        message:
          node === undefined ? 'the file holds no clew:Dataset' : 'the file holds more than one clew:Dataset',
        ...(node === undefined ? {} : { value: nodes.join(' ') }),
      },
    ]);
  }
  const base = index.string(node, voidTerms.uriSpace);
  const languages = index
    .string(node, clew.languageOrder)
    .split(' ')
    .filter((tag) => tag !== '');
  const prefixes = readPrefixes(node, index);
  index.useLanguages(languages);
  const context = new ReadingContext(index, base, prefixes);
  const ontology = readOntologyIndex(index, (iri) => context.name(iri), context.iris.graph(HEAD_GRAPH));
  const dataset: Dataset = {
    id: index.string(node, dct.identifier),
    base,
    title: index.texts(node, dct.title),
    description: index.texts(node, dct.description),
    licence: index.iri(node, dct.license),
    languages,
    prefixes,
    issued: index.optional(node, dct.issued) ?? '',
    modified: index.optional(node, dct.modified) ?? '',
    ontology,
    articles: readArticles(ontology, context),
    identity: readIdentity(context),
  };
  index.finish();
  return dataset;
}

function readPrefixes(node: string, index: QuadIndex): Prefixes {
  const pairs = index
    .iris(node, sh.declare)
    .map(
      (declaration) =>
        [index.string(declaration, sh.prefix), index.string(declaration, sh.namespace)] as const,
    );
  return Object.fromEntries(pairs.sort(([a], [b]) => compareCodePoints(a, b)));
}

function readArticles(ontology: OntologyIndex, context: ReadingContext): Article[] {
  const { index, iris } = context;
  const claims = readClaims(context);
  const rows = {
    credits: context.numbered(clew.Credit, 'credit'),
    paragraphs: context.numbered(clew.Paragraph, 'paragraph'),
    structure: context.numbered(clew.StructuralSpan, 'structure'),
    mentions: context.numbered(clew.Mention, 'mention'),
  };
  const articles = index.ofType(clew.Article).flatMap((node): Article[] => {
    const id = context.steps(node, 'article')?.[0];
    if (id === undefined) return [];
    const url = index.iris(node, schema.url)[0];
    const published = index.optional(node, schema.datePublished);
    const row = (name: keyof typeof rows) => rows[name].get(id) ?? [];
    const mentions = readMentions(row('mentions'), context);
    return [
      {
        id,
        title: index.texts(node, dct.title),
        titleIsOurs: index.string(node, clew.titleIsOurs) === 'true',
        ...(url !== undefined && { url }),
        language: index.string(node, schema.inLanguage),
        ...(published !== undefined && { published }),
        credits: row('credits').map((credit) => readCredit(credit, context)),
        text: { sha256: index.string(node, clew.sha256), codePoints: index.count(node, clew.codePoints) },
        paragraphs: row('paragraphs').map((paragraph) => ({
          span: index.span(paragraph),
          digest: index.texts(paragraph, clew.digest),
        })),
        structure: row('structure').map((part) => ({
          role: context.choice(part, clew.structureRole, STRUCTURE_ROLE),
          span: index.span(part),
        })),
        entities: index
          .iris(node, schema.mentions)
          .map((entity) => readEntity(entity, iris.graph(id), ontology, mentions.get(entity) ?? [], context))
          .sort((a, b) => compareCodePoints(a.id, b.id)),
        claims: (claims.get(id) ?? []).sort((a, b) => compareIds(a.id, b.id)),
      },
    ];
  });
  return articles.sort((a, b) => compareCodePoints(a.id, b.id));
}

function readClaims(context: ReadingContext): Map<string, Claim[]> {
  const evidence = readEvidence(context);
  const claims = new Map<string, Claim[]>();
  for (const iri of context.index.ofType(clew.Claim)) {
    const ref = context.claim(iri);
    if (ref === undefined) continue;
    const list = claims.get(ref.article) ?? [];
    claims.set(ref.article, list);
    list.push(readClaim(iri, ref.article, ref.claim, evidence, context));
  }
  return claims;
}

function readCredit(iri: string, context: ReadingContext): Credit {
  const { index } = context;
  const spans: { number: number; span: Span }[] = [];
  for (const target of index.iris(iri, oa.hasTarget)) {
    if (target.startsWith(`${iri}/`))
      spans.push({ number: context.number(target), span: index.span(target) });
  }
  return {
    role: context.choice(iri, clew.creditRole, CREDIT_ROLE),
    entity: context.entity(index.iri(iri, oa.hasBody), iri),
    spans: spans.sort((a, b) => a.number - b.number).map(({ span }) => span),
  };
}

function readIdentity(context: ReadingContext): IdentityDecision[] {
  const { index } = context;
  const decisions = index.ofType(clew.IdentityDecision).map((iri): IdentityDecision => {
    const { subject, predicate, object } = ends(iri, context);
    return {
      a: context.entity(subject.value, iri),
      b: context.entity(object.value, iri),
      same: predicate.value === owl.sameAs.value,
      decidedBy: index.string(iri, clew.decidedBy),
      date: index.string(iri, dct.created),
      reason: index.string(iri, clew.reason),
    };
  });
  return decisions.sort((x, y) => compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b));
}
