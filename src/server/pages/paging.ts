/** Long lists in parts: a page shows so many lines, and the next ones stand at an address of their own, `id/x.2.html`. */
import { type HtmlValue, html } from '../../formats/index.ts';
import type { Publication } from '../linked/publication.ts';
import type { PageContext } from './page-context.ts';

/** Claims or names on one page. */
export const LINES_ON_PAGE = 500;

/** A list with what stands above it. */
export interface PagedList<T> {
  readonly items: readonly T[];
}

/** Of lists that stand one below the other, those that are in a part, cut to it. @param part from 1 */
export function inPart<T, L extends PagedList<T>>(lists: readonly L[], part: number): L[] {
  const from = (part - 1) * LINES_ON_PAGE;
  let before = 0;
  return lists.flatMap((list) => {
    const [start, end] = [from - before, from + LINES_ON_PAGE - before].map((at) => Math.max(0, at));
    before += list.items.length;
    const items = list.items.slice(start, end);
    return items.length > 0 ? [{ ...list, items }] : [];
  });
}

/** The first lines of a list that does not come in parts, and a line that says how many more the data holds. */
export function firstLines<T>(
  items: readonly T[],
  { pageWords }: PageContext,
  most = LINES_ON_PAGE,
): { readonly shown: readonly T[]; readonly rest: HtmlValue } {
  const more = items.length - most;
  if (more <= 0) return { shown: items, rest: false };
  return { shown: items.slice(0, most), rest: html`<p class="aside">${pageWords.more(more)}</p>\n` };
}

/** In how many parts the page of a path comes; 1 for most. */
export function partsOf(site: Publication, path: string): number {
  return Math.max(1, Math.ceil(linesOf(site, path) / LINES_ON_PAGE));
}

/** Lines of the lists on the page of a path that may be long. */
function linesOf(site: Publication, path: string): number {
  if (path === 'entities') return site.entities.size;
  if (path === 'claims') return site.claims.byKey.size;
  const [step, id = ''] = path.split('/');
  if (step === 'id') {
    const { out, in: into, says, qualifies } = site.claims.of(id);
    const inGroups = [...out.values(), ...into.values()].reduce((sum, { length }) => sum + length, 0);
    return inGroups + says.length + qualifies.length;
  }
  if (step !== 'ns') return 0;
  const term = site.termAt(path);
  if (Object.hasOwn(site.dataset.ontology.classes, term)) {
    const { out, in: into } = site.claimsOfKind(term);
    return site.entitiesOf(term).length + out.length + into.length;
  }
  return site.claims.byPredicate.get(term)?.length ?? 0;
}

/** The way to the parts before and after, and to the first and last; nothing where there is one alone. */
export function partLinks(context: PageContext): HtmlValue {
  const { path, part, language, pageWords: words } = context;
  const all = partsOf(context.site, path);
  if (all === 1) return false;
  const to = (target: number, label: string, rel?: string) =>
    target !== part &&
    target >= 1 &&
    target <= all &&
    html`<li><a href="${context.page(path, language, target)}"${rel !== undefined && html` rel="${rel}"`}>${label}</a></li>`;
  return html`<nav class="parts-of-page" aria-label="${words.partsOfPage}"><p>${words.partOf(part, all)}</p><ul>${[
    part > 2 && to(1, words.firstPart),
    to(part - 1, words.previousPart, 'prev'),
    to(part + 1, words.nextPart, 'next'),
    part < all - 1 && to(all, words.lastPart),
  ]}</ul></nav>\n`;
}
