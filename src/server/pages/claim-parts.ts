/** Parts that speak of claims: a claim as a line of a list, its line's picture, values, who says it, where the words stand. */
import { type Html, type HtmlValue, html, rawHtml } from '../../formats/index.ts';
import { edtfText, type LineStyle, lineStyle, literalWords } from '../../graph/index.ts';
import {
  attributionChain,
  type Claim,
  claimRefKey,
  expandCurie,
  isClaimRef,
  isEntityRef,
  type Span,
  spanContains,
  type Value,
} from '../../model/index.ts';
import { type PageContext, sentenceCase } from './page-context.ts';

const DASHES = { solid: undefined, dashed: '5 3', dotted: '0.1 4' } as const;

/** The claim's line in small, as the viewer draws it: an arrow, or with a bar across where it is denied. */
export function lineGlyph({ stroke, denied, implied }: LineStyle): Html {
  const dashes = DASHES[stroke];
  return html`<svg class="line-glyph${denied && ' is-denied'}${implied && ' is-implied'}" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true" focusable="false"><line x1="2" y1="6" x2="${denied ? 28 : 24}" y2="6"${dashes !== undefined && html` stroke-dasharray="${dashes}"`}/>${
    denied
      ? rawHtml('<line class="bar" x1="15" y1="1.5" x2="15" y2="10.5"/>')
      : rawHtml('<path d="M23 2.6 29 6l-6 3.4z"/>')
  }</svg>`;
}

/** A kind's colour. */
export function kindDot(kind: string, { site }: PageContext): Html {
  const hue = site.groups.find(({ kinds }) => kinds.includes(kind))?.hue ?? -1;
  return html`<span class="dot hue-${hue < 0 ? 'other' : hue}" aria-hidden="true"></span>`;
}

export function entityLink(id: string, context: PageContext): Html {
  const entity = context.site.entities.get(id);
  return html`<a class="entity" href="${context.page(`id/${id}`)}">${entity && kindDot(entity.kind, context)}${context.text(entity?.label, id)}</a>`;
}

/** A class or property by its label, as a way to its page. @param form how the label is to begin */
export function termLink(curie: string, context: PageContext, form: 'inline' | 'line' = 'inline'): Html {
  const { classes, properties } = context.site.dataset.ontology;
  const label = context.plainText((classes[curie] ?? properties[curie])?.label, curie);
  const shown = form === 'line' ? sentenceCase(label, context.words.locale) : label;
  const iri = expandCurie(curie, context.site.prefixes) ?? curie;
  return context.iriLink(iri, html`<bdi>${shown}</bdi>`);
}

/** A claim as a sentence; where the data has none, its parts. */
export function claimSentence(claim: Claim, context: PageContext): Html {
  if (Object.keys(claim.statement).length > 0) return context.text(claim.statement);
  const { properties } = context.site.dataset.ontology;
  return html`<bdi>${[
    plainValue(claim.subject, context),
    context.plainText(properties[claim.predicate]?.label, claim.predicate),
    plainValue(claim.object, context),
  ].join(' ')}</bdi>`;
}

/** A claim in a list: its line, its sentence as a way to its page, and what a reader must know besides. */
export function claimItem(claim: Claim, context: PageContext): Html {
  const { words } = context;
  const denied = claim.polarity === 'negative';
  return html`<li class="claim-line">${lineGlyph(lineStyle(claim))}<div><a class="sentence" href="${context.page(context.site.pathOfClaim(claim))}">${claimSentence(claim, context)}</a>${
    denied && html` <span class="tag">${words.denied}</span>`
  }<p class="aside">${asides(claim, context).map((part, at) => html`${at > 0 && ' · '}${part}`)}</p></div></li>\n`;
}

export function claimList(claims: readonly Claim[], context: PageContext): Html {
  return html`<ul class="claim-list">\n${claims.map((claim) => claimItem(claim, context))}</ul>\n`;
}

function asides(claim: Claim, context: PageContext): Html[] {
  const { words } = context;
  const nearest = attributionChain(claim)[0];
  const place = placesOf(claim, claim.evidence, context)[0];
  return [
    nearest && html`${entityLink(nearest.speaker, context)}, ${words.forms[nearest.form]}`,
    claim.modality !== 'asserted' && html`${words.firmness[claim.modality]}`,
    claim.derivation === 'implied' && html`${words.impliedPlainly}`,
    claim.time !== undefined && html`${edtfText(claim.time, words)}`,
    place && placeLink(claim.article, place.paragraph, context),
  ].filter((part) => part instanceof Object);
}

/** A claim's end or a qualifier's value. */
export function valueView(value: Value, context: PageContext): Html {
  if (isEntityRef(value)) return entityLink(value.entity, context);
  if (isClaimRef(value)) {
    const key = claimRefKey(value);
    const claim = context.site.claim(key);
    return claim === undefined
      ? html`${key}`
      : html`<a class="sentence" href="${context.page(`claim/${key}`)}">${claimSentence(claim, context)}</a>`;
  }
  const lang = value.lang === undefined || value.lang === context.language ? undefined : value.lang;
  return html`<bdi class="literal"${lang !== undefined && html` lang="${lang}"`}>${literalWords(value, context.words)}</bdi>`;
}

function plainValue(value: Value, context: PageContext): string {
  if (isEntityRef(value))
    return context.plainText(context.site.entities.get(value.entity)?.label, value.entity);
  return isClaimRef(value) ? claimRefKey(value) : literalWords(value, context.words);
}

/** Who says it, the nearest first. */
export function speakers(claim: Claim, context: PageContext): Html {
  const { words } = context;
  const chain = attributionChain(claim);
  if (chain.length === 0) return html`${words.articleItself}`;
  return html`<ol class="chain">${chain.map(({ speaker, form, channel, verb }, at) => {
    const how = [verb && words.verb(verb), words.forms[form]].filter(Boolean).join(', ');
    return html`<li>${at > 0 && html`<span class="aside">${words.passedOnBy} </span>`}${entityLink(speaker, context)} <span class="aside">${how}</span>${
      channel !== undefined &&
      html` <span class="aside">${words.through} </span>${entityLink(channel, context)}`
    }</li>`;
  })}</ol>`;
}

/** Spans by the paragraph that holds them. */
export interface PlacedSpans {
  /** From 1; 0 outside of all paragraphs. */
  readonly paragraph: number;
  readonly spans: readonly Span[];
}

export function placesOf(
  claim: Pick<Claim, 'article'>,
  spans: readonly Span[],
  { site }: PageContext,
): PlacedSpans[] {
  const paragraphs = site.articles.get(claim.article)?.paragraphs ?? [];
  const places = new Map<number, Span[]>();
  for (const span of spans) {
    const at = paragraphs.findIndex((paragraph) => spanContains(paragraph.span, span)) + 1;
    places.set(at, [...(places.get(at) ?? []), span]);
  }
  return [...places].map(([paragraph, held]) => ({ paragraph, spans: held }));
}

export function placeLink(article: string, paragraph: number, context: PageContext): Html {
  const { words } = context;
  const anchor = paragraph === 0 ? '' : `#paragraph-${paragraph}`;
  return html`<a class="place" href="${context.page(`article/${article}`)}${anchor}">${
    paragraph === 0 ? words.outsideParagraphs : words.paragraph(paragraph)
  }</a>`;
}

/** Claims below a title that neighbours may share, and below a heading of their own where they have one. */
export interface ClaimSection {
  readonly title: string;
  readonly heading?: HtmlValue;
  readonly items: readonly Claim[];
}

export function claimSections(sections: readonly ClaimSection[], context: PageContext): Html {
  const titles = [...new Set(sections.map(({ title }) => title))];
  const part = ({ heading, items }: ClaimSection) =>
    heading === undefined
      ? claimList(items, context)
      : html`<section class="claim-group">
<h3>${heading}</h3>
${claimList(items, context)}</section>\n`;
  return html`${titles.map(
    (title) =>
      html`<section><h2>${title}</h2>\n${sections.filter((one) => one.title === title).map(part)}</section>\n`,
  )}`;
}
