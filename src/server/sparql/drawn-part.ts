/** What of a result can be drawn: the part of the dataset that it names, or its triples as a graph of their own. */
import {
  attributionChain,
  type Claim,
  claimKey,
  claimRefKey,
  claimValues,
  type Dataset,
  entityIri,
  isClaimRef,
  isEntityRef,
} from '../../model/index.ts';
import { foreignQuadsToDataset, type Quad, quad } from '../../rdf/index.ts';
import type { Publication } from '../linked/publication.ts';

const NAMING = [
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
];
/** A claim and its parts, by their path under the base. */
const CLAIM_PATH = /^(?:claim|attribution|evidence|quantity)\/([^/]+)\/([^/]+)/;

/** `undefined` where the IRIs name no claim and no entity of ours. */
export function drawnPart(site: Publication, iris: Iterable<string>): Dataset | undefined {
  const { dataset, entities, iris: ours, claims } = site;
  const byIri = new Map([...entities.values()].map((entity) => [entityIri(entity, ours), entity.id]));
  const keptEntities = new Set<string>();
  const keptClaims = new Set<string>();
  for (const iri of iris) {
    const id = byIri.get(iri);
    if (id !== undefined) keptEntities.add(id);
    const path = iri.startsWith(dataset.base) ? CLAIM_PATH.exec(iri.slice(dataset.base.length)) : null;
    const key = path === null ? undefined : `${path[1]}/${path[2]}`;
    if (key !== undefined && claims.byKey.has(key)) keptClaims.add(key);
  }
  if (keptEntities.size + keptClaims.size === 0) return undefined;
  // Entities alone say which; what is claimed among them is what there is to see.
  if (keptClaims.size === 0) {
    for (const claim of claims.byKey.values()) {
      const ends = [claim.subject, claim.object];
      if (ends.every((end) => isEntityRef(end) && keptEntities.has(end.entity)))
        keptClaims.add(claimKey(claim));
    }
  }
  // A claim that speaks of another is nothing without it; the set grows while it is walked.
  for (const key of keptClaims) {
    const claim = claims.byKey.get(key);
    if (claim === undefined) continue;
    for (const value of claimValues(claim)) if (isClaimRef(value)) keptClaims.add(claimRefKey(value));
    for (const id of namedBy(claim)) keptEntities.add(id);
  }
  const articles = dataset.articles.map((article) => ({
    ...article,
    claims: article.claims.filter((claim) => keptClaims.has(claimKey(claim))),
    entities: article.entities.filter(({ id }) => keptEntities.has(id)),
    // Who is credited may be nobody that the result names.
    credits: article.credits.filter(({ entity }) => keptEntities.has(entity)),
  }));
  return {
    ...dataset,
    articles: articles.filter(({ entities: own, claims: said }) => own.length + said.length > 0),
  };
}

/** The triples of a CONSTRUCT or DESCRIBE: ours where the data has them all, else as they are, with the names that we know. */
export function drawnTriples(site: Publication, quads: readonly Quad[]): Dataset | undefined {
  const mentioned = new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]));
  const known = quads.every((said) =>
    site.graph
      .about(said.subject.value)
      .some(({ predicate, object }) => predicate.equals(said.predicate) && object.equals(said.object)),
  );
  const part = known ? drawnPart(site, mentioned) : undefined;
  if (part !== undefined || quads.length === 0) return part;
  const names = [...mentioned].flatMap((iri) =>
    site.graph
      .about(iri)
      .filter(({ predicate }) => NAMING.includes(predicate.value))
      .map(({ subject, predicate, object }) => quad(subject, predicate, object)),
  );
  const { title, languages } = site.dataset;
  const { prefixes } = site;
  return foreignQuadsToDataset([...quads, ...names], {
    id: 'result',
    title,
    languages,
    prefixes,
  }).dataset;
}

function namedBy(claim: Claim): string[] {
  return [
    ...claimValues(claim).flatMap((value) => (isEntityRef(value) ? [value.entity] : [])),
    ...attributionChain(claim).flatMap(({ speaker, channel }) =>
      channel === undefined ? [speaker] : [speaker, channel],
    ),
  ];
}
