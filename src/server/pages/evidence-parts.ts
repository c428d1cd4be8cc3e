/** Where the words of a claim stand: the paragraph's digest, the spans within it, and the words where they are at hand. */
import { type Html, html, rawHtml } from '../../formats/index.ts';
import type { Claim, Span } from '../../model/index.ts';
import { type PlacedSpans, placeLink, placesOf } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';

/** Units of the bar's width. */
const BAR = 1000;
/** A span of two words in a long paragraph is still to be seen. */
const LEAST = 8;
/** Longest evidence whose words are shown, in code points. */
const LONGEST_QUOTE = 300;

export function evidence(claim: Claim, context: PageContext): Html {
  const { words, pageWords, site } = context;
  return html`${placesOf(claim, claim.evidence, context).map((place) => {
    const paragraph = site.articles.get(claim.article)?.paragraphs[place.paragraph - 1];
    return html`<section class="evidence">
<h3>${placeLink(claim.article, place.paragraph, context)} <span class="aside">${place.spans.map((span, at) => html`${at > 0 && '; '}${positions(span, context)}`)}</span></h3>
${paragraph && spanBar(place, paragraph.span)}
${quotes(claim, place, context)}${
  paragraph &&
  html`<p class="digest"><span class="aside">${pageWords.digest}</span> ${context.text(paragraph.digest)}</p>\n`
}</section>\n`;
  })}${claim.evidence.length === 0 && html`<p class="aside">${words.outsideParagraphs}</p>`}`;
}

export function positions({ start, end }: Span, context: PageContext): string {
  return context.pageWords.characters(context.number(start), context.number(end));
}

/** The spans as marks on a bar that is as long as the paragraph. */
export function spanBar({ spans }: PlacedSpans, paragraph: Span): Html {
  const length = paragraph.end - paragraph.start;
  const marks = spans.map(({ start, end }) => {
    const width = Math.max(LEAST, Math.round(((end - start) / length) * BAR));
    const x = Math.min(BAR - width, Math.round(((start - paragraph.start) / length) * BAR));
    return html`<rect x="${x}" width="${width}" height="6" rx="2"/>`;
  });
  return html`<svg class="span-bar" viewBox="0 0 ${BAR} 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rawHtml(`<rect class="paragraph" width="${BAR}" height="6" rx="2"/>`)}${marks}</svg>`;
}

function quotes(claim: Claim, { spans }: PlacedSpans, { site, pageWords }: PageContext): Html {
  const text = site.texts.get(claim.article);
  const lang = site.articles.get(claim.article)?.language;
  if (text === undefined) return html``;
  return html`<blockquote class="quote" lang="${lang}"><span class="visually-hidden">${pageWords.exactWords}: </span>${spans
    .filter(({ start, end }) => end - start <= LONGEST_QUOTE && end <= text.length)
    .map((span, at) => html`${at > 0 && ' … '}<mark>${text.slice(span)}</mark>`)}</blockquote>\n`;
}
