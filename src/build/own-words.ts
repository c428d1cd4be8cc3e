/** A dataset whose things are named by IRIs alone, so that it can be held against one with other ids and prefixes. */
import {
  type Claim,
  type Dataset,
  entityIri,
  expandCurie,
  Iris,
  isClaimRef,
  isEntityRef,
  type Value,
} from '../model/index.ts';

const NOWHERE = 'https://clew.invalid/';

/** Ids of entities, CURIEs and names of articles become IRIs; claims are numbered anew by whoever tells them apart. */
export function inOwnWords(given: Dataset): Dataset {
  // What was made up for lack of a name must not tell files apart: blank nodes, and the article of the default graph.
  const isMadeUp = given.base.startsWith(NOWHERE);
  const dataset = isMadeUp ? { ...given, base: `${NOWHERE}opened/` } : given;
  const iris = new Iris(dataset.base);
  const names = new Map(
    dataset.articles.flatMap(({ entities }) =>
      entities.map((entity) => [entity.id, entityIri(entity, iris)] as const),
    ),
  );
  const term = (curie: string) => expandCurie(curie, dataset.prefixes) ?? curie;
  const value = <T extends Value>(one: T): T => {
    if (isEntityRef(one)) return { entity: names.get(one.entity) ?? one.entity } as T;
    if (isClaimRef(one)) return one;
    const { datatype } = one;
    return datatype === undefined ? one : { ...one, datatype: term(datatype) };
  };
  // One article without an address is what a file without graphs gives; its name is the file's.
  const articles = dataset.articles.map((article) => {
    const nameless = dataset.articles.length === 1 || (isMadeUp && article.id === dataset.id);
    const id = article.url ?? (nameless ? '' : article.id);
    return {
      ...article,
      id,
      entities: article.entities.map(({ iri: _, ...entity }) => ({
        ...entity,
        id: names.get(entity.id)!,
        kind: term(entity.kind),
        ...(entity.otherKinds && { otherKinds: entity.otherKinds.map(term).sort() }),
      })),
      claims: article.claims.map(
        (claim): Claim => ({
          ...claim,
          article: id,
          subject: value(claim.subject),
          predicate: term(claim.predicate),
          object: value(claim.object),
          qualifiers: claim.qualifiers.map((one) => ({
            property: term(one.property),
            value: value(one.value),
          })),
        }),
      ),
    };
  });
  return { ...dataset, articles };
}
