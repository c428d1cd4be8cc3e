/** The page on which people ask: a form, saved questions, the result as a table with links. It works without its script, which puts an editor on it. */
import { type Html, html, rawHtml } from '../../formats/index.ts';
import { formatProblem, type Problem, pickText } from '../../model/index.ts';
import { type ResultTerm, type SavedQuestion, type SparqlJson, termText } from '../../store/index.ts';
import type { PageContext } from '../pages/page-context.ts';
import { renderPage } from '../pages/shell.ts';
import { DOWNLOADS } from './downloads.ts';
import { QUERY_WORDS } from './query-words.ts';

/** What became of a query. */
export type PageAnswer =
  | { readonly kind: 'rows'; readonly result: SparqlJson; readonly more: boolean }
  | { readonly kind: 'turtle'; readonly text: string; readonly more: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly status: number };

export interface QueryPageParts {
  /** What stands in the field. */
  readonly query: string;
  /** True where it waits to be changed or run: the button is the next key. */
  readonly edit?: boolean;
  readonly answer?: PageAnswer;
  readonly questions: readonly SavedQuestion[];
}

const EXAMPLE = 'SELECT ?claim ?statement {\n  ?claim a clew:Claim ; rdfs:comment ?statement\n}\nLIMIT 20';

export function queryPage({ query, edit, answer, questions }: QueryPageParts, context: PageContext): string {
  const words = QUERY_WORDS[context.language];
  const action = context.page('sparql');
  const prefixes = Object.entries(context.site.prefixes).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = query === '' ? EXAMPLE : query;
  return renderPage(
    {
      title: words.title,
      wide: true,
      script: context.file('query.js'),
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<form class="query" method="get" action="${action}" data-vocabulary="${context.file('query.json')}" data-names="${context.file('query-names')}">
<label for="query">${words.query}</label>
<textarea id="query" name="query" rows="${Math.min(24, Math.max(8, text.split('\n').length + 1))}" spellcheck="false" autocapitalize="off" dir="ltr" required>
${text}</textarea>
<button type="submit"${edit && rawHtml(' autofocus')}>${words.run}</button>
<p class="keys" hidden>${words.keys}</p>
</form>
${answer !== undefined && answerHtml(answer, context)}${answer !== undefined && answer.kind !== 'problems' && downloads(query, answer, context)}${
  questions.length > 0 &&
  html`<h2>${words.saved}</h2>
<ul class="questions">${questions.map((question) => {
    const title = pickText(question.title, context.languages);
    return html`<li><a href="${action}?${new URLSearchParams({ query: question.text }).toString()}&edit"><bdi${title !== undefined && title.lang !== context.language && html` lang="${title.lang}"`}>${title?.text ?? question.name}</bdi></a></li>\n`;
  })}</ul>\n`
}<h2>${words.known}</h2>
<p class="prefixes" dir="ltr">${prefixes.map(([name, namespace]) => html`<span><code>${name}:</code> <bdi>${namespace}</bdi></span> `)}</p>
<p>${words.programs}</p>`,
    },
    context,
  );
}

/** True where a row names an entity or a claim of ours. */
function isNamed({ results }: SparqlJson, { site }: PageContext): boolean {
  return (results?.bindings ?? []).some((row) =>
    Object.values(row).some(
      (term) =>
        term.type === 'uri' &&
        /^(?:id|claim)\//.test(site.addresses.pathOf(term.value) ?? '') &&
        site.graph.has(term.value),
    ),
  );
}

/** The whole result in every syntax, for programs and files. */
function downloads(query: string, answer: PageAnswer, context: PageContext): Html {
  const isGraph = answer.kind === 'turtle';
  const search = new URLSearchParams({ query }).toString();
  const offered = Object.entries(DOWNLOADS).filter(([, { graph }]) => graph === isGraph);
  const hasPicture = isGraph || (answer.kind === 'rows' && isNamed(answer.result, context));
  const draw = html`<a href="${context.file('sparql/view')}?${search}${context.language === 'en' ? '' : `#lang=${context.language}`}">${QUERY_WORDS[context.language].draw}</a> · `;
  return html`<p class="downloads">${hasPicture && draw}${QUERY_WORDS[context.language].download}: ${offered.map(
    ([ending, { name }], at) =>
      html`${at > 0 && ' · '}<a href="${context.file(`sparql/result.${ending}`)}?${search}" download>${name}</a>`,
  )}</p>\n`;
}

function answerHtml(answer: PageAnswer, context: PageContext): Html {
  const words = QUERY_WORDS[context.language];
  if (answer.kind === 'problems') {
    return html`<section class="wrong" role="alert"><h2>${words.wrong}</h2>
<pre dir="ltr" lang="en" data-marks="${answer.problems.flatMap(({ place }) => (place?.line === undefined ? [] : [`${place.line}:${place.column ?? 1}`])).join(' ')}">${answer.problems.map(formatProblem).join('\n')}</pre></section>\n`;
  }
  if (answer.kind === 'turtle') {
    const shown = context.number(answer.text.split('\n').length);
    return html`<section><h2>${words.triples}</h2>
<pre tabindex="0" dir="ltr">${answer.text}</pre>${answer.more && html`<p>${words.more(shown)}</p>`}</section>\n`;
  }
  const { head, results, boolean } = answer.result;
  if (boolean !== undefined) {
    return html`<section><h2>${words.result}</h2><p class="lead">${boolean ? words.yes : words.no}</p></section>\n`;
  }
  const names = head.vars ?? [];
  const rows = results?.bindings ?? [];
  const shown = context.number(rows.length);
  if (rows.length === 0) return html`<section><h2>${words.result}</h2><p>${words.nothing}</p></section>\n`;
  return html`<section><h2 id="result">${words.result}</h2>
<div class="rows" role="region" aria-labelledby="result" tabindex="0"><table><caption>${words.rows(rows.length, shown)}</caption>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${names.map((name) => html`<td>${cell(row[name], context)}</td>`)}</tr>\n`)}</tbody></table></div>
${answer.more && html`<p>${words.more(shown)}</p>\n`}</section>\n`;
}

function cell(term: ResultTerm | undefined, context: PageContext): Html {
  if (term === undefined) return html``;
  if (term.type === 'uri') return context.iriLink(term.value);
  const { base } = context.site.dataset;
  if (term.type === 'literal' || term.type === 'typed-literal') {
    const language = term['xml:lang'];
    if (language !== undefined) return html`<bdi lang="${language}">${term.value}</bdi>`;
  }
  return html`<bdi>${termText(term, { prefixes: context.site.prefixes, base })}</bdi>`;
}
