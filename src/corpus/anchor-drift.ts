/** What became of spans when a text changed: where they stand in the new version, word by word. */
import { type Article, type Claim, claimKey, claimSpans, type Span } from '../model/index.ts';
import { alignWords } from './align-texts.ts';
import { TokenText } from './text-tokens.ts';

export const DRIFT_STATUSES = ['exact', 'moved', 'ambiguous', 'changed', 'orphaned'] as const;
/**
 * Same words at the same position; same words elsewhere; same words at several places and no telling which; other
 * words in their place, for a person to judge; nothing like them left. From good to bad.
 */
export type DriftStatus = (typeof DRIFT_STATUSES)[number];

export interface SpanDrift {
  readonly span: Span;
  readonly status: DriftStatus;
  /** Where it stands in the new text: for `exact`, `moved`, `changed`. */
  readonly to?: Span;
  /** For `ambiguous`: the places, at most ten. */
  readonly candidates?: readonly Span[];
  /** For `changed`: the share of words that old and new wording have in common, 0 to 1 (Dice). */
  readonly likeness?: number;
}

export interface ClaimDrift {
  /** `<article>/<id>`. */
  readonly claim: string;
  /** The worst of its spans' statuses. */
  readonly status: DriftStatus;
  /** Its evidence, then its attribution's spans. */
  readonly spans: readonly SpanDrift[];
}

/** Wordings that have less than this share of their words in common are not taken for versions of each other. */
const LIKENESS = 0.4;
const CANDIDATES = 10;

/**
 * Compares two versions of a text. Words count, white space does not, and a span that cuts a word counts as all of it.
 * @param spans positions in `oldText`, in code points
 */
export function anchorDrift(oldText: string, newText: string, spans: readonly Span[]): SpanDrift[] {
  const old = new TokenText(oldText);
  const now = new TokenText(newText);
  const partner = alignWords(old.words, now.words);
  const places = new Map<string, number[]>();
  for (const [index, word] of now.words.entries()) {
    const list = places.get(word);
    if (list) list.push(index);
    else places.set(word, [index]);
  }
  return spans.map((span) => spanDrift(span, old, now, partner, places));
}

/** The drift of every claim of an article. @throws RangeError where a span lies outside of `oldText` */
export function articleDrift(article: Article, oldText: string, newText: string): ClaimDrift[] {
  const lists = article.claims.map(claimSpans);
  const drifts = anchorDrift(oldText, newText, lists.flat());
  let at = 0;
  return article.claims.map((claim, index) => {
    const spans = drifts.slice(at, at + lists[index]!.length);
    at += spans.length;
    return claimDrift(claim, spans);
  });
}

/** A claim is as far gone as the worst of its spans. */
export function claimDrift(claim: Claim, spans: readonly SpanDrift[]): ClaimDrift {
  const ranks = spans.map(({ status }) => DRIFT_STATUSES.indexOf(status));
  return { claim: claimKey(claim), status: DRIFT_STATUSES[Math.max(0, ...ranks)]!, spans };
}

function spanDrift(
  span: Span,
  old: TokenText,
  now: TokenText,
  partner: Int32Array,
  places: ReadonlyMap<string, readonly number[]>,
): SpanDrift {
  const { from, to } = old.within(span);
  const length = to - from;
  if (length <= 0) return { span, status: 'orphaned' };
  const stands = (start: number): SpanDrift => {
    const target = now.span(start, start + length);
    const whole = old.span(from, to);
    // The new span keeps the distance that the old one had to the edges of its words.
    const moved = {
      start: Math.max(0, target.start + span.start - whole.start),
      end: target.end + span.end - whole.end,
    };
    const exact = moved.start === span.start && moved.end === span.end;
    return { span, status: exact ? 'exact' : 'moved', to: moved };
  };
  const aligned = partner[from]!;
  if (aligned >= 0 && isRun(partner, from, to)) return stands(aligned);
  const words = old.words.slice(from, to);
  const found = (places.get(words[0]!) ?? []).filter((start) =>
    words.every((word, i) => now.words[start + i] === word),
  );
  if (found.length === 1) return stands(found[0]!);
  if (found.length > 1) {
    const candidates = found.slice(0, CANDIDATES).map((start) => now.span(start, start + length));
    return { span, status: 'ambiguous', candidates };
  }
  return changedOrGone(span, words, from, to, now, partner);
}

function isRun(partner: Int32Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (partner[i] !== partner[i - 1]! + 1) return false;
  return true;
}

/** What stands between the neighbours that are still there is what the words became. */
function changedOrGone(
  span: Span,
  words: readonly string[],
  from: number,
  to: number,
  now: TokenText,
  partner: Int32Array,
): SpanDrift {
  let before = from - 1;
  while (before >= 0 && partner[before]! < 0) before -= 1;
  let after = to;
  while (after < partner.length && partner[after]! < 0) after += 1;
  const start = before < 0 ? 0 : partner[before]! + 1;
  const end = after < partner.length ? partner[after]! : now.words.length;
  const likeness = dice(words, now.words.slice(start, end));
  if (end <= start || likeness < LIKENESS) return { span, status: 'orphaned' };
  return { span, status: 'changed', to: now.span(start, end), likeness };
}

/** Dice's coefficient over the words with their numbers of occurrence: 2 |A and B| / (|A| + |B|). */
function dice(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(word, count - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}
