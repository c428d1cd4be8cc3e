/** The readable pages of a dataset, each by its path. */

import { writeData } from '../linked/data-formats.ts';
import type { Publication } from '../linked/publication.ts';
import { articlePage } from './article-page.ts';
import { claimPage } from './claim-page.ts';
import { datasetPage } from './dataset-page.ts';
import { entityPage } from './entity-page.ts';
import { claimsPage, entitiesPage } from './list-pages.ts';
import { PageContext, type PageOptions } from './page-context.ts';
import { resourcePage } from './resource-page.ts';
import { type PageParts, renderPage } from './shell.ts';
import { termPage, vocabularyPage } from './term-pages.ts';

export { notAcceptablePage, notFoundPage } from './error-pages.ts';
export { PageContext, type PageOptions, pageEnding } from './page-context.ts';
export { pageCss } from './page-css.ts';
export { partsOf } from './paging.ts';
export { PAGE_POLICY } from './shell.ts';

/** Pages that are about no thing of the data, by path. */
const LISTS: Readonly<Record<string, (context: PageContext) => PageParts>> = {
  entities: entitiesPage,
  claims: claimsPage,
  vocabulary: vocabularyPage,
};
export const LIST_PAGES: readonly string[] = Object.keys(LISTS);
/** Most statements about a thing that its page carries as JSON-LD. */
const MOST_EMBEDDED = 2_000;

/** True where {@link page} has something to say. */
export function hasPage(site: Publication, path: string): boolean {
  return Object.hasOwn(LISTS, path) || site.has(path);
}

/** The HTML of the page at a path; the caller has asked {@link hasPage}. */
export async function page(site: Publication, path: string, options: PageOptions): Promise<string> {
  const context = new PageContext(site, path, options);
  const list = Object.hasOwn(LISTS, path) ? LISTS[path] : undefined;
  if (list !== undefined) return renderPage(list(context), context);
  const parts = thingPage(path, context);
  const iri = parts.iri ?? site.addresses.iriOf(path);
  const own = site.ownStatements(iri);
  // What would be longer than the page itself is had from its data documents alone.
  if (context.part > 1 || own.length > MOST_EMBEDDED) return renderPage({ ...parts, iri }, context);
  const jsonLd = await writeData(own, 'jsonld', { base: site.dataset.base, prefixes: site.prefixes });
  return renderPage({ ...parts, iri, jsonLd }, context);
}

function thingPage(path: string, context: PageContext): PageParts {
  const { site } = context;
  const [step, first = '', second = '', ...rest] = path.split('/');
  const entity = step === 'id' && second === '' ? site.entities.get(first) : undefined;
  if (entity !== undefined) return entityPage(entity, context);
  const claim = step === 'claim' && rest.length === 0 ? site.claim(`${first}/${second}`) : undefined;
  if (claim !== undefined) return claimPage(claim, context);
  const article = step === 'article' && second === '' ? site.articles.get(first) : undefined;
  if (article !== undefined) return articlePage(article, context);
  if (path === 'dataset') return datasetPage(context);
  const namespace = site.addresses.namespaceAt(path);
  if (namespace !== undefined) return vocabularyPage(context, namespace);
  const iri = site.addresses.iriOf(path);
  return step === 'ns' ? termPage(iri, context) : resourcePage(iri, context);
}
