/** The plain page of anything that has none of its own: its statements, and those that point to it. */
import { type Html, html, webAddress } from '../../formats/index.ts';
import { compareCodePoints, pickText } from '../../model/index.ts';
import type { Quad, Term } from '../../rdf/index.ts';
import { claimSentence } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import type { PageParts } from './shell.ts';

/** How many values of one property a page lists. */
const MOST_VALUES = 100;

export function resourcePage(iri: string, context: PageContext): PageParts {
  const { site, pageWords } = context;
  const { base } = site.dataset;
  const inGraph = site.graph.inGraph(iri);
  const label = labelOf(iri, context);
  const title = label ?? (iri.startsWith(base) ? iri.slice(base.length) : iri);
  const groups = byPredicate(site.graph.about(iri), ({ object }) => object);
  const pointing = byPredicate(site.graph.pointingTo(iri), ({ subject }) => subject);
  return {
    title,
    iri,
    body: html`<h1><bdi>${title}</bdi></h1>
${inGraph.length > 0 && html`<p class="lead">${pageWords.statementCount(inGraph.length)}</p>\n`}${
  groups.length > 0 && html`<section><h2>${pageWords.statements}</h2>\n${rows(groups, context)}</section>\n`
}${pointing.length > 0 && html`<section><h2>${pageWords.pointing}</h2>\n${rows(pointing, context)}</section>\n`}`,
  };
}

function labelOf(iri: string, { site, languages }: PageContext): string | undefined {
  const texts: Record<string, string> = {};
  for (const { predicate, object } of site.graph.about(iri)) {
    if (object.termType !== 'Literal' || !predicate.value.endsWith('rdf-schema#label')) continue;
    texts[object.language] ??= object.value;
  }
  return pickText(texts, languages)?.text;
}

type Group = readonly [predicate: string, terms: readonly Term[]];

function byPredicate(quads: readonly Quad[], pick: (quad: Quad) => Term): Group[] {
  const groups = new Map<string, Map<string, Term>>();
  for (const quad of quads) {
    const term = pick(quad);
    const terms = groups.get(quad.predicate.value) ?? new Map<string, Term>();
    groups.set(quad.predicate.value, terms);
    terms.set(`${term.termType} ${term.value} ${term.termType === 'Literal' ? term.language : ''}`, term);
  }
  return [...groups]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([predicate, terms]) => [predicate, [...terms.values()]]);
}

function rows(groups: readonly Group[], context: PageContext): Html {
  return html`<dl class="facts is-wide">${groups.map(
    ([predicate, terms]) =>
      html`<div class="fact"><dt>${context.iriLink(predicate)}</dt><dd>${terms
        .slice(0, MOST_VALUES)
        .map((term) => html`<div>${termView(term, context)}</div>`)}${
        terms.length > MOST_VALUES &&
        html`<div class="aside">${context.pageWords.more(terms.length - MOST_VALUES)}</div>`
      }</dd></div>\n`,
  )}</dl>\n`;
}

/** What a claim says or an article is called, where the IRI is that of one. */
function sentenceOf(iri: string, context: PageContext): Html | undefined {
  const { site } = context;
  const [step, ...key] = site.addresses.pathOf(iri)?.split('/') ?? [];
  const claim = step === 'claim' ? site.claim(key.join('/')) : undefined;
  if (claim !== undefined) return claimSentence(claim, context);
  const article = step === 'article' ? site.articles.get(key.join('/')) : undefined;
  return article && context.text(article.title, article.id);
}

function termView(term: Term, context: PageContext): Html {
  if (term.termType === 'NamedNode') return context.iriLink(term.value, sentenceOf(term.value, context));
  if (term.termType === 'Literal') {
    const web = term.language === '' ? webAddress(term.value) : undefined;
    if (web !== undefined) return html`<bdi dir="ltr">${web}</bdi>`;
    return html`<bdi${term.language !== '' && html` lang="${term.language}"`}>${term.value}</bdi>`;
  }
  if (term.termType === 'Quad') return html`<bdi dir="ltr">${'<<( … )>>'}</bdi>`;
  // A blank node has no page: its statements stand in its place.
  const nested = byPredicate(context.site.graph.about(`_:${term.value}`), ({ object }) => object);
  return html`${nested.map(
    ([predicate, terms]) =>
      html`<div>${context.iriLink(predicate)} ${terms.map((one, at) => html`${at > 0 && ', '}${termView(one, context)}`)}</div>`,
  )}`;
}
