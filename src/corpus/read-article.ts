/** One article from its three parts, whether files of a folder or one line: everything about it that needs no other article. */
import type { Article, Entity } from '../model/index.ts';
import type { ReadingContext } from './article-context.ts';
import { readClaims } from './read-claims.ts';
import { readEntities, readEntityTable, warnOfUnused } from './read-entities.ts';
import { HeadReader } from './read-head.ts';
import type { ClaimLink } from './read-values.ts';
import { articleSchema, claimsSchema, entitiesSchema } from './schema.ts';
import { checkShape } from './shape.ts';
import type { ArticleSource, SourcePart } from './source.ts';

export interface ArticleReading {
  /** The article's id, or the name by which its source calls it where the id is unreadable. */
  readonly id: string;
  /** Absent where anything of the article is wrong. */
  readonly article?: Article;
  /** Its entities, whose broken fields are empty; `undefined` where the list could not be read. */
  readonly entities: readonly Entity[] | undefined;
  /** Ids of its claims, broken ones too; `undefined` where the list could not be read. */
  readonly claimIds: ReadonlySet<string> | undefined;
  /** Its claims' references to claims, of any article. */
  readonly links: readonly ClaimLink[];
}

const UNKNOWN_BOUNDS = { codePoints: undefined, paragraphs: undefined, regions: undefined };

/** Reads an article and reports all that is wrong with it. @param name stands for its id where that is unreadable */
export function readArticle(source: ArticleSource, name: string, context: ReadingContext): ArticleReading {
  const { problems } = context;
  const errors = problems.errors;
  const { article: headPart } = source;
  const entitiesPart = orEmpty(source.entities);
  const claimsPart = orEmpty(source.claims);
  const headShape = headPart && checkShape(headPart, articleSchema, 'article', problems);
  const entitiesShape = entitiesPart && checkShape(entitiesPart, entitiesSchema, 'entities', problems);
  const claimsShape = claimsPart && checkShape(claimsPart, claimsSchema, 'claims', problems);

  const head = headPart && headShape?.holds() ? new HeadReader(headPart, headShape, context) : undefined;
  const id = head !== undefined && headShape?.sound('id') ? String(idOf(headPart)) : name;
  const entities =
    entitiesPart && entitiesShape?.holds()
      ? readEntityTable(entitiesPart, entitiesShape, context)
      : undefined;
  const inner = { ...context, article: id, entities, bounds: head?.bounds ?? UNKNOWN_BOUNDS };
  const fields = head?.read(entities);
  const list = entities && entitiesPart && readEntities(entitiesPart, entitiesShape!, inner);
  const reading = claimsPart && claimsShape?.holds() ? readClaims(claimsPart, claimsShape, inner) : undefined;
  // Where a part could not be read, an entity may be used there.
  const isSound = problems.errors === errors && headPart !== undefined && claimsPart !== undefined;
  if (isSound && entitiesPart && entities) warnOfUnused(entitiesPart, entities, context);
  if (isSound && reading?.claims.length === 0 && claimsPart) {
    problems.warn('no-claims', 'the article has no claims', {
      place: claimsPart.place([]),
      hint: 'write the first one: id, subject, predicate, object, statement, evidence',
    });
  }
  const links = reading?.links ?? [];
  const claimIds = reading?.ids;
  const isWhole =
    problems.errors === errors && fields !== undefined && list !== undefined && reading !== undefined;
  if (!isWhole) return { id, entities: list, claimIds, links };
  // Without errors every field of the head is there.
  const article = { ...fields, entities: list, claims: reading.claims } as Article;
  return { id, article, entities: list, claimIds, links };
}

/** A file that holds nothing but comments is an empty list. */
function orEmpty(part: SourcePart | undefined): SourcePart | undefined {
  return part?.value === null
    ? { ...part, value: [], place: part.place.bind(part), lexical: part.lexical.bind(part) }
    : part;
}

function idOf(part: SourcePart | undefined): unknown {
  return (part?.value as { id?: unknown } | undefined)?.id;
}
