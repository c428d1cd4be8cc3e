/** How much of an article its claims rest on: the share of its letters that evidence and attributions cover. */
import { type Article, CodePointText, claimSpans, type Span, uniteSpans } from '../model/index.ts';

export interface Coverage {
  readonly article: string;
  /** What was counted: letters of the text, or, where the text is not at hand, all code points, spaces and signs too. */
  readonly basis: 'letters' | 'codePoints';
  /** How many there are outside the structural spans. */
  readonly total: number;
  /** How many of those lie in evidence or attribution spans. */
  readonly covered: number;
  /** `covered / total`, 0 to 1; 1 where there is nothing to cover. */
  readonly share: number;
  /** What no span covers, in text order, without spaces and signs at its ends. */
  readonly uncovered: readonly Span[];
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** @param text the article's source text, found by its hash */
export function coverage(article: Article, text?: string): Coverage {
  const spans = uniteSpans(article.claims.flatMap(claimSpans));
  const structure = uniteSpans(article.structure.map(({ span }) => span));
  const length = article.text.codePoints;
  const outside = subtract([{ start: 0, end: length }], structure);
  const gaps = subtract(outside, spans);
  if (text === undefined) {
    const total = size(outside);
    return result(article.id, 'codePoints', total, total - size(gaps), gaps);
  }
  const points = new CodePointText(text);
  const letters = (list: readonly Span[]) =>
    list.reduce((sum, span) => sum + countLetters(points.slice(span)), 0);
  const total = letters(outside);
  const uncovered = gaps.flatMap((gap) => trimmed(gap, points.slice(gap)));
  return result(article.id, 'letters', total, total - letters(uncovered), uncovered);
}

function result(
  article: string,
  basis: Coverage['basis'],
  total: number,
  covered: number,
  uncovered: readonly Span[],
): Coverage {
  return { article, basis, total, covered, share: total === 0 ? 1 : covered / total, uncovered };
}

/** What of `spans` lies in none of `others`; both sorted and disjoint. */
function subtract(spans: readonly Span[], others: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    let from = start;
    while (next < others.length && others[next]!.end <= from) next += 1;
    for (let i = next; i < others.length && others[i]!.start < end; i += 1) {
      if (others[i]!.start > from) rest.push({ start: from, end: others[i]!.start });
      from = Math.max(from, others[i]!.end);
    }
    if (from < end) rest.push({ start: from, end });
  }
  return rest;
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
}

/** The span from its first to its last letter; nothing where it holds none. */
function trimmed({ start }: Span, text: string): Span[] {
  const characters = [...text];
  const first = characters.findIndex((character) => LETTER.test(character));
  if (first < 0) return [];
  const last = characters.findLastIndex((character) => LETTER.test(character));
  return [{ start: start + first, end: start + last + 1 }];
}
