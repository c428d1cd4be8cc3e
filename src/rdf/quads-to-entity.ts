/** Entities, as one article lists them, read back from quads. */
import {
  compareAliases,
  compareCodePoints,
  type Entity,
  type Mention,
  type OntologyIndex,
} from '../model/index.ts';
import { superclasses } from '../ontology/index.ts';
import { MENTION_FORM } from './choices.ts';
import type { NamedNode } from './quad.ts';
import type { ReadingContext } from './reading-context.ts';
import { clew } from './vocabulary.ts';
import { dct, oa, owl, rdf, rdfs, skos } from './well-known.ts';

/** Mentions in text order, by the IRI of their entity. */
export function readMentions(iris: readonly string[], context: ReadingContext): Map<string, Mention[]> {
  const { index } = context;
  const byEntity = new Map<string, Mention[]>();
  for (const iri of iris) {
    const entity = index.iri(iri, oa.hasBody);
    const list = byEntity.get(entity) ?? [];
    byEntity.set(entity, list);
    list.push({
      span: index.span(index.iri(iri, oa.hasTarget)),
      form: context.choice(iri, clew.mentionForm, MENTION_FORM),
    });
  }
  return byEntity;
}

/** @param graph the article's graph: where the quads have it, only what it says counts */
export function readEntity(
  iri: string,
  graph: string,
  ontology: OntologyIndex,
  mentions: Entity['mentions'],
  context: ReadingContext,
): Entity {
  const { index } = context;
  const aliases = index
    .literals(iri, skos.altLabel, graph)
    .map((literal) =>
      literal.language === '' ? { text: literal.value } : { text: literal.value, lang: index.tag(literal) },
    );
  const names = (property: NamedNode) => index.iris(iri, property, graph).map((type) => context.name(type));
  const otherKinds = names(clew.otherKind).sort(compareCodePoints);
  return {
    id: context.entity(iri, 'an article'),
    ...(context.hasOwnId(iri) && { iri }),
    kind: readKind(iri, names(rdf.type), otherKinds, ontology, context),
    ...(otherKinds.length > 0 && { otherKinds }),
    label: index.texts(iri, rdfs.label, graph),
    aliases: aliases.sort(compareAliases),
    description: index.texts(iri, dct.description, graph),
    sameAs: elsewhere(index.iris(iri, owl.sameAs, graph), context),
    closeMatch: index.iris(iri, skos.closeMatch, graph).sort(compareCodePoints),
    mentions,
  };
}

/** IRIs of other datasets: between two entities of this one owl:sameAs is an identity decision. */
function elsewhere(iris: readonly string[], context: ReadingContext): string[] {
  return iris.filter((iri) => context.steps(iri, 'id') === undefined).sort(compareCodePoints);
}

/** The class that no other of the entity's classes is a subclass of: superclasses stand beside it and its further classes. */
function readKind(
  iri: string,
  types: readonly string[],
  others: readonly string[],
  ontology: OntologyIndex,
  { index }: ReadingContext,
): string {
  const own = types.filter((type) => ontology.classes[type] !== undefined);
  const candidates = own.length > 0 ? own : types;
  const above = new Set<string>();
  for (const type of candidates) {
    for (const ancestor of superclasses(ontology, type)) if (ancestor !== type) above.add(ancestor);
  }
  const kinds = candidates.filter((type) => !above.has(type) && !others.includes(type));
  if (kinds.length !== 1) {
    index.fail('bad-record', `${iri} has ${kinds.length} kinds in place of one`, types.join(' '), iri);
  }
  return kinds[0] ?? '';
}
