/** What an article says of its entities by listing them: kind, labels, aliases, description, the same elsewhere. */
import type { Entity } from '../model/index.ts';
import type { MappingContext } from './mapping-context.ts';
import type { QuadCollector } from './quad-list.ts';
import { clew } from './vocabulary.ts';
import { dct, owl, rdf, rdfs, skos } from './well-known.ts';

/** Predicates by which entities are described, so that no claim's plain triple can be taken for a description. */
export const ENTITY_PREDICATES: ReadonlySet<string> = new Set(
  [
    rdf.type,
    rdfs.label,
    skos.altLabel,
    dct.description,
    owl.sameAs,
    owl.differentFrom,
    skos.closeMatch,
    clew.entityId,
    clew.otherKind,
  ].map(({ value }) => value),
);

export function entityQuads(
  entity: Entity,
  article: string,
  context: MappingContext,
  out: QuadCollector,
): void {
  const guard = context.guard.at('entity', entity.id, article);
  out.about(context.entity(entity.id, 'id'));
  for (const [lang, text] of Object.entries(entity.description)) {
    out.add(dct.description, guard.langText(text, lang, 'description'));
  }
  for (const kind of [entity.kind, ...(entity.otherKinds ?? [])]) {
    for (const type of context.types(kind)) out.add(rdf.type, type);
  }
  for (const [lang, text] of Object.entries(entity.label)) {
    out.add(rdfs.label, guard.langText(text, lang, 'label'));
  }
  for (const iri of entity.sameAs) {
    if (iri.startsWith(context.iris.entity(''))) {
      const hint = 'Decide it in the dataset’s identity decisions.';
      guard.refuse('same-as-inside', 'sameAs names an entity of the same dataset', iri, 'sameAs', hint);
    }
    out.add(owl.sameAs, guard.iri(iri, 'sameAs'));
  }
  for (const { text, lang } of entity.aliases) {
    const alias = lang === undefined ? guard.string(text, 'aliases') : guard.text(text, lang, 'aliases');
    out.add(skos.altLabel, alias);
  }
  for (const iri of entity.closeMatch) out.add(skos.closeMatch, guard.iri(iri, 'closeMatch'));
  if (entity.iri !== undefined) out.add(clew.entityId, guard.string(entity.id, 'id'));
  for (const kind of entity.otherKinds ?? []) out.add(clew.otherKind, context.term(kind, 'otherKinds'));
}
