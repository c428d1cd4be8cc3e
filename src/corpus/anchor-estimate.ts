/**
 * Drift without the old text. The data holds no source text, but it does hold names and where they stood: where the
 * names around a span, or the ends of the text, are all shifted by one distance, so most likely is the span. It is a
 * guess: a word that was replaced by one of the same length goes unseen, and a `changed` span may have kept its words.
 */
import { type Article, CodePointText, claimSpans, compareSpans, type Span } from '../model/index.ts';
import { longestChain, type Match } from './anchor-chain.ts';
import { type ClaimDrift, claimDrift, type SpanDrift } from './anchor-drift.ts';
import { codePointsIn } from './source.ts';

export interface DriftEstimate {
  /** Share of the article's name mentions that stand in the text in their old order, 0 to 1; 0 without any. */
  readonly names: number;
  readonly claims: readonly ClaimDrift[];
}

/** A frequent name is looked for this often at most. */
const OCCURRENCES = 1000;

/** A name, or an end of the text, that stands in both versions. */
interface Landmark {
  readonly span: Span;
  /** How far it moved, in code points. */
  readonly shift: number;
}

/** Guesses from the names alone where the spans of an article's claims stand in a changed text. */
export function estimateDrift(article: Article, newText: string): DriftEstimate {
  const text = new CodePointText(newText);
  const known = namesWithPositions(article);
  const places = new Map<string, number[]>();
  const matches: Match[] = [];
  for (const { span, name } of known) {
    let list = places.get(name);
    if (list === undefined) {
      list = occurrences(text, name);
      places.set(name, list);
    }
    for (const now of list) matches.push({ old: span.start, now });
  }
  const shifts = new Map(longestChain(matches).map(({ old, now }) => [old, now - old]));
  const starts = new Set(known.map(({ span }) => span.start));
  const length = article.text.codePoints;
  const landmarks: Landmark[] = [
    { span: { start: 0, end: 0 }, shift: 0 },
    ...known.flatMap(({ span }) => {
      const shift = shifts.get(span.start);
      return shift === undefined ? [] : [{ span, shift }];
    }),
    { span: { start: length, end: length }, shift: text.length - length },
  ];
  return {
    names: starts.size === 0 ? 0 : shifts.size / starts.size,
    claims: article.claims.map((claim) => {
      const spans = claimSpans(claim).map((span) => likelyDrift(span, landmarks));
      return claimDrift(claim, spans);
    }),
  };
}

/** Every name mention whose text is known for certain: one alias alone has its length. */
function namesWithPositions(article: Article): { span: Span; name: string }[] {
  const known: { span: Span; name: string }[] = [];
  for (const { aliases, mentions } of article.entities) {
    for (const { span, form } of mentions) {
      if (form !== 'name') continue;
      const length = span.end - span.start;
      const names = new Set(aliases.map(({ text }) => text).filter((text) => codePointsIn(text) === length));
      const [name] = names;
      if (names.size === 1 && name !== undefined) known.push({ span, name });
    }
  }
  return known.sort((a, b) => compareSpans(a.span, b.span));
}

function occurrences(text: CodePointText, name: string): number[] {
  const found: number[] = [];
  for (let unit = text.text.indexOf(name); unit >= 0; unit = text.text.indexOf(name, unit + 1)) {
    found.push(text.pointAt(unit));
    if (found.length === OCCURRENCES) break;
  }
  return found;
}

/** Holds where the landmarks from the last one before the span to the first one after it are shifted alike. */
function likelyDrift(span: Span, landmarks: readonly Landmark[]): SpanDrift {
  const first = landmarks.findLastIndex((mark) => mark.span.start <= span.start);
  const last = landmarks.findIndex((mark, index) => index >= first && mark.span.end >= span.end);
  const around = landmarks.slice(first, last + 1);
  const { shift } = around[0]!;
  if (around.some((mark) => mark.shift !== shift)) return { span, status: 'changed' };
  return {
    span,
    status: shift === 0 ? 'exact' : 'moved',
    to: { start: span.start + shift, end: span.end + shift },
  };
}
