/** What a mistaken address may have meant. */
import { nearestWords } from '../corpus/index.ts';
import type { Publication } from './linked/publication.ts';

/** Longest address that is compared with others. */
const LONGEST = 200;

/** Paths of the site that look most like it, the nearest first; few. */
export function nearPaths(path: string, site: Publication): string[] {
  if (path.length > LONGEST) return [];
  const bare = path.replace(/(?:\.[a-z]{2})?\.[a-z]+$/, '').replace(/\/+$/, '');
  if (site.has(bare)) return [bare];
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const found = new Set<string>();
  if (site.entities.has(last)) found.add(`id/${last}`);
  if (site.articles.has(last)) found.add(`article/${last}`);
  const entities = nearestWords(last, site.entities.keys());
  const claims = nearestWords(bare.replace(/^claim\//, ''), site.claims.byKey.keys(), 1);
  for (const id of entities) found.add(`id/${id}`);
  for (const key of claims) found.add(`claim/${key}`);
  return [...found];
}
