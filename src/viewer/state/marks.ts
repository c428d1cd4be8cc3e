/** Where the words behind a selection stand in an article: marks within its parts, as positions only. */
import {
  type Article,
  attributionChain,
  compareSpans,
  type Paragraph,
  type Span,
  type StructureRole,
  spanContains,
} from '../../model/index.ts';
import { type Catalog, isClaimKey } from './catalog.ts';

/** `evidence` carries a claim, `attribution` names who says it, `mention` refers to a selected entity. */
export type MarkUse = 'evidence' | 'attribution' | 'mention';

/** A span of the article's text, and for what it is marked. */
export interface Mark {
  readonly span: Span;
  readonly use: MarkUse;
  /** The claim or entity that it belongs to. */
  readonly of: string;
}

/** A paragraph with its number from 1, or a structural span that stands outside of every paragraph. */
export type ArticlePart =
  | {
      readonly number: number;
      readonly span: Span;
      readonly paragraph: Paragraph;
      /** Where the whole paragraph is a heading, a caption or the like. */
      readonly role?: StructureRole;
    }
  | { readonly number?: undefined; readonly span: Span; readonly role: StructureRole };

/** The parts of an article in text order. */
export function articleParts(article: Article): ArticlePart[] {
  const paragraphs = article.paragraphs.map((paragraph, index) => {
    const role = article.structure.find(({ span }) => spanContains(span, paragraph.span))?.role;
    return { number: index + 1, span: paragraph.span, paragraph, ...(role && { role }) };
  });
  const structures = article.structure.filter(
    ({ span }) => !article.paragraphs.some((paragraph) => overlap(paragraph.span, span)),
  );
  return [...paragraphs, ...structures].sort((a, b) => compareSpans(a.span, b.span));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The marks of the selected claims and entities in an article, in text order. */
export function marksOf(catalog: Catalog, article: Article, keys: Iterable<string>): Mark[] {
  const marks: Mark[] = [];
  for (const key of keys) {
    if (isClaimKey(key)) {
      const claim = catalog.claims.get(key);
      if (claim?.article !== article.id) continue;
      for (const span of claim.evidence) marks.push({ span, use: 'evidence', of: key });
      for (const span of attributionChain(claim).flatMap(({ spans }) => spans)) {
        marks.push({ span, use: 'attribution', of: key });
      }
    } else {
      for (const mention of catalog.entities.get(key)?.mentions ?? []) {
        if (mention.article === article.id) marks.push({ span: mention.span, use: 'mention', of: key });
      }
    }
  }
  return marks.sort((a, b) => compareSpans(a.span, b.span));
}

/** The marks that touch a part, cut to it. */
export function marksWithin(marks: readonly Mark[], part: Span): Mark[] {
  return marks
    .filter(({ span }) => span.start < part.end && span.end > part.start)
    .map((mark) => ({
      ...mark,
      span: { start: Math.max(mark.span.start, part.start), end: Math.min(mark.span.end, part.end) },
    }));
}

/** A span as a share of its part: left edge and width in percent, no narrower than `least` percent. */
export function shareOf(
  span: Span,
  part: Span,
  least = 0,
): { readonly left: number; readonly width: number } {
  const length = part.end - part.start;
  const width = Math.max((100 * (span.end - span.start)) / length, least);
  return { left: Math.min((100 * (span.start - part.start)) / length, 100 - width), width };
}

/** The number of the paragraph that holds a span's start, from 1; 0 where none does. */
export function paragraphAt(article: Article, { start }: Span): number {
  return article.paragraphs.findIndex(({ span }) => span.start <= start && start < span.end) + 1;
}

/** Keys of the article's claims with evidence in a part, in the article's order. */
export function claimsWithin(article: Article, part: Span): string[] {
  return article.claims
    .filter(({ evidence }) => evidence.some((span) => span.start < part.end && span.end > part.start))
    .map(({ id }) => `${article.id}/${id}`);
}
