/** The one page that all hash IRIs of a dataset are fragments of: an anchor for each thing, with the way to its page. */
import { type Html, html } from '../../formats/index.ts';
import { compareCodePoints } from '../../model/index.ts';
import type { Publication } from '../linked/publication.ts';
import { datasetPage } from '../pages/dataset-page.ts';
import { PageContext, type PageOptions } from '../pages/page-context.ts';
import { renderPage } from '../pages/shell.ts';
import { hasOwnFiles, homeOf } from './homes.ts';

export function anchorsPage(site: Publication, options: Omit<PageOptions, 'home' | 'root'>): string {
  const context = new PageContext(site, 'dataset', { ...options, home: homeOf });
  const parts = datasetPage(context);
  return renderPage({ ...parts, body: [parts.body, anchors(site, context)] }, context);
}

/** Parts stand with what they belong to. */
function anchors(site: Publication, context: PageContext): Html {
  const { base } = site.dataset;
  const homes = new Map<string, string[]>();
  for (const path of new Set(site.paths())) {
    if (!site.addresses.iriOf(path).startsWith(base) || path.startsWith('ns/')) continue;
    const home = homeOf(path).split('#')[0]!;
    const members = homes.get(home) ?? [];
    homes.set(home, members);
    if (path !== home) members.push(path);
  }
  const rows = [...homes].filter(([home]) => hasOwnFiles(home)).sort(([a], [b]) => compareCodePoints(a, b));
  return html`<section><h2><bdi dir="ltr">${base}…</bdi></h2>
<ul class="anchors">${rows.map(
    ([home, parts]) =>
      html`<li id="${home}"><a href="${context.page(home)}"><bdi dir="ltr">#${home}</bdi></a> ${name(home, context)}${parts.map(
        (part) => html`<span id="${part}"></span>`,
      )}</li>\n`,
  )}</ul></section>`;
}

function name(path: string, context: PageContext): Html | false {
  const { site } = context;
  const [step, first = '', second = ''] = path.split('/');
  if (step === 'id') return context.text(site.entities.get(first)?.label);
  if (step === 'claim') return context.text(site.claim(`${first}/${second}`)?.statement);
  return step === 'article' && context.text(site.articles.get(first)?.title);
}
