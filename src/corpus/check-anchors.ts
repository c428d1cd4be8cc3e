/** Holds an article's positions against its text: length, names, and whole words. */
import {
  type Article,
  attributionChain,
  CodePointText,
  claimKey,
  type Entity,
  type Place,
  type Span,
} from '../model/index.ts';
import type { SourcePlaces } from './places.ts';
import type { ProblemList } from './problem-list.ts';

/** How many words of the source a message may show. */
const SHOWN_WORDS = 8;
/** How far around a misplaced span its name is looked for, in code points. */
const REACH = 60;

/**
 * Scripts that write words without spaces, where no rule tells a word's edge.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Reports everything in which the article's positions do not fit its text. @param text decoded, without byte order mark */
export function checkAnchors(
  article: Article,
  text: string,
  places: SourcePlaces,
  problems: ProblemList,
): void {
  const points = new CodePointText(text);
  const { codePoints } = article.text;
  if (points.length !== codePoints) {
    problems.error('code-points', `the text has ${points.length} code points`, {
      place: places.article(article.id),
      value: String(codePoints),
      hint: `write \`codePoints: ${points.length}\` under \`text:\``,
    });
    return;
  }
  for (const entity of article.entities) checkNames(article.id, entity, points, places, problems);
  const edges = new EdgeCheck(points, problems);
  for (const { span } of [...article.paragraphs, ...article.structure])
    edges.check(span, () => places.region(article.id, span));
  for (const { spans } of article.credits) {
    for (const span of spans) edges.check(span, () => places.region(article.id, span));
  }
  for (const { id, mentions } of article.entities) {
    for (const { span } of mentions) edges.check(span, () => places.mention(article.id, id, span));
  }
  for (const claim of article.claims) {
    const key = claimKey(claim);
    const spans = [...claim.evidence, ...attributionChain(claim).flatMap((link) => link.spans)];
    for (const span of spans) edges.check(span, () => places.evidence(key, span));
  }
}

/** Every mention by name, cut from the text, is one of the aliases. */
function checkNames(
  article: string,
  { id, aliases, mentions }: Entity,
  points: CodePointText,
  places: SourcePlaces,
  problems: ProblemList,
): void {
  for (const { span, form } of mentions) {
    if (form !== 'name') continue;
    const cut = points.slice(span);
    if (aliases.some(({ text }) => text === cut)) continue;
    problems.error('name-mismatch', `the text at [${span.start}, ${span.end}] is no alias of \`${id}\``, {
      place: places.mention(article, id, span),
      value: firstWords(cut),
      hint: nameHint(
        cut,
        span,
        aliases.map(({ text }) => text),
        points,
      ),
    });
  }
}

function nameHint(cut: string, span: Span, names: readonly string[], points: CodePointText): string {
  if (names.some((name) => name.normalize('NFC') === cut.normalize('NFC'))) {
    return 'the letters are the same in another Unicode form (NFC or NFD): copy the alias from the text';
  }
  for (const name of names) {
    const near = nearestOccurrence(name, span, points);
    if (near !== undefined) return `"${name}" stands at [${near.start}, ${near.end}]`;
  }
  return `correct the span, add the alias, or use form nominal or pronoun; the aliases are: ${names.join(', ')}`;
}

function nearestOccurrence(name: string, span: Span, points: CodePointText): Span | undefined {
  const from = points.unitAt(Math.max(0, span.start - REACH));
  const to = points.unitAt(Math.min(points.length, span.end + REACH));
  let best: Span | undefined;
  for (
    let unit = points.text.indexOf(name, from);
    unit >= 0 && unit < to;
    unit = points.text.indexOf(name, unit + 1)
  ) {
    const start = points.pointAt(unit);
    const found = { start, end: points.pointAt(unit + name.length) };
    if (best === undefined || Math.abs(start - span.start) < Math.abs(best.start - span.start)) best = found;
  }
  return best;
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= SHOWN_WORDS ? text : `${words.slice(0, SHOWN_WORDS).join(' ')} …`;
}

/** Warns of spans whose ends cut what a reader sees as one character, or one word; each place in the text once. */
class EdgeCheck {
  readonly #points: CodePointText;
  readonly #problems: ProblemList;
  readonly #characters: Intl.Segments;
  readonly #seen = new Set<string>();

  constructor(points: CodePointText, problems: ProblemList) {
    this.#points = points;
    this.#problems = problems;
    this.#characters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(points.text);
  }

  check(span: Span, place: () => Place | undefined): void {
    const key = `${span.start}-${span.end}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const what = this.#cutAt(span.start) ?? this.#cutAt(span.end);
    if (what === undefined) return;
    const [code, noun] = what;
    const value = `[${span.start}, ${span.end}]`;
    this.#problems.warn(code, `the span cuts ${noun} in two`, {
      place: place(),
      value,
      hint: 'move its end to the edge',
    });
  }

  #cutAt(point: number): readonly [code: string, noun: string] | undefined {
    if (point === 0 || point >= this.#points.length) return undefined;
    const unit = this.#points.unitAt(point);
    if (this.#characters.containing(unit)?.index !== unit) return ['cuts-character', 'a character'];
    const before = String.fromCodePoint(this.#points.text.codePointAt(this.#points.unitAt(point - 1)) ?? 0);
    const after = String.fromCodePoint(this.#points.text.codePointAt(unit) ?? 0);
    const inWord = WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
    return inWord ? ['cuts-word', 'a word'] : undefined;
  }
}
