/** What differs between two versions of an entity, which several articles may list. */
import type { Entity } from '../entity.ts';
import { compareCodePoints } from '../language.ts';
import { type FieldChange, type FieldKinds, fieldChanges, sameKey } from './field-changes.ts';
import { ENTITY_FIELDS } from './record-fields.ts';

/** An entity by the key of each article that lists it. */
export type Listings = ReadonlyMap<string, Entity>;

/**
 * A change that articles share is said once, with all of them. An article that has come to list the entity adds only
 * what no article said before; one that lists it no longer takes away only what no article says now.
 */
export function entityChanges(
  old: Listings,
  now: Listings,
  fields: FieldKinds = ENTITY_FIELDS,
): FieldChange[] {
  const shared = new Map<string, { readonly change: FieldChange; readonly articles: string[] }>();
  const add = (article: string, changes: readonly FieldChange[]) => {
    for (const change of changes) {
      const key = sameKey(change);
      const known = shared.get(key);
      if (known) known.articles.push(article);
      else shared.set(key, { change, articles: [article] });
    }
  };
  const articles = [...new Set([...old.keys(), ...now.keys()])].sort(compareCodePoints);
  for (const article of articles) {
    const [before, after] = [old.get(article), now.get(article)];
    if (before !== undefined && after !== undefined) add(article, fieldChanges(before, after, fields));
    else if (after !== undefined)
      add(article, [{ field: 'articles', new: article }, ...news(old, after, fields)]);
    else if (before !== undefined)
      add(article, [{ field: 'articles', old: article }, ...news(now, before, fields).map(turned)]);
  }
  const order = ['articles', ...Object.keys(fields)];
  const rank = ({ field }: FieldChange) => order.indexOf(field.split('.')[0]!);
  return [...shared.values()]
    .map(({ change, articles: where }) => ({ ...change, articles: where }))
    .sort((a, b) => rank(a) - rank(b) || compareCodePoints(a.field, b.field));
}

/** What the record says that none of the others does; its mentions always, for they are its article's own. */
function news(others: Listings, record: Entity, fields: FieldKinds): FieldChange[] {
  const said = new Set(
    [...others.values()].flatMap((other) => fieldChanges(undefined, other, fields).map(sameKey)),
  );
  return fieldChanges(undefined, record, fields).filter(
    (change) => change.field === 'mentions' || !said.has(sameKey(change)),
  );
}

function turned({ field, new: value }: FieldChange): FieldChange {
  return { field, old: value };
}
