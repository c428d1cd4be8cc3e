/** References to entities: every article lists every entity that it uses. */
import type { ArticleContext } from './article-context.ts';
import type { Path, SourcePart } from './source.ts';

/** The id itself, marked as used, or `undefined` after reporting that the article does not list it. */
export function readEntityRef(
  id: string,
  part: SourcePart,
  path: Path,
  { entities, problems }: Pick<ArticleContext, 'entities' | 'problems'>,
): string | undefined {
  if (entities === undefined) return id;
  if (entities.kinds.has(id)) {
    entities.used.add(id);
    return id;
  }
  const otherwise = 'list it in entities.yaml: every article lists all entities that it uses';
  problems.error('unknown-entity', 'this article lists no entity of this id', {
    place: part.place(path),
    value: id,
    hint: problems.suggest(id, entities.kinds.keys(), otherwise),
  });
  return undefined;
}
