/** The graph as the panels look things up in it: built once, never changed. */
import {
  claimDegrees,
  contradictionSteps,
  type DrawnGraph,
  type KindGroup,
  kindGroups,
} from '../../graph/index.ts';
import {
  type Article,
  attributionChain,
  begin,
  type Claim,
  type ClaimRef,
  claimKey,
  claimRefKey,
  claimValues,
  type Dataset,
  finish,
  isClaimRef,
  isEntityRef,
  STEP,
  type Steps,
  type UnitedEntity,
} from '../../model/index.ts';

export interface Catalog {
  readonly graph: DrawnGraph;
  readonly dataset: Dataset;
  readonly entities: ReadonlyMap<string, UnitedEntity>;
  /** By `<article>/<id>`, in the order of the articles. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly groups: readonly KindGroup[];
  /** The group of each kind that occurs. */
  readonly groupOf: ReadonlyMap<string, KindGroup>;
  /** Entities per kind. */
  readonly kindCounts: ReadonlyMap<string, number>;
  /** Claims at each entity as subject or object, as {@link claimDegrees} counts them. */
  readonly degree: ReadonlyMap<string, number>;
  /** The claims that contradict each claim; those that none contradicts are left out. */
  readonly contradictions: ReadonlyMap<string, readonly string[]>;
  /** Finds them, in steps. */
  prepareContradictions(): Steps<void>;
}

/** Builds the catalog of a graph. What the first frame does not need is found when it is first asked for. */
export function buildCatalog(graph: DrawnGraph): Catalog {
  return finish(catalogSteps(graph));
}

/** The same, in steps. */
export function* catalogSteps(graph: DrawnGraph): Steps<Catalog> {
  const dataset = graph.getAttribute('dataset');
  const entities = entitiesOf(graph);
  yield;
  const claims = new Map<string, Claim>();
  for (const article of dataset.articles) {
    for (const claim of article.claims) {
      claims.set(claimKey(claim), claim);
      if (claims.size % STEP === 0) yield;
    }
    yield;
  }
  const kindCounts = new Map<string, number>();
  for (const { kind } of entities.values()) kindCounts.set(kind, (kindCounts.get(kind) ?? 0) + 1);
  const groups = kindGroups(dataset.ontology, kindCounts);
  const contradicted = begin(contradictionSteps(dataset));
  let degrees: Catalog['degree'] | undefined;
  return {
    graph,
    dataset,
    entities,
    claims,
    articles: new Map(dataset.articles.map((article) => [article.id, article])),
    groups,
    groupOf: new Map(groups.flatMap((group) => group.kinds.map((kind) => [kind, group] as const))),
    kindCounts,
    get degree() {
      degrees ??= claimDegrees(graph);
      return degrees;
    },
    get contradictions() {
      return contradicted.value;
    },
    prepareContradictions: contradicted.prepare,
  };
}

/** The united entities that the graph was built from, in its order: uniting them again would take as long as the first time. */
function entitiesOf(graph: DrawnGraph): Map<string, UnitedEntity> {
  const entities = new Map<string, UnitedEntity>();
  graph.forEachNode((key, node) => {
    if (node.role === 'entity') entities.set(key, node.model);
  });
  return entities;
}

/** The entities at a claim: its ends, who says it, and those in its qualifiers; each once. */
export function claimEntities(claim: Claim): string[] {
  const found = new Set<string>();
  for (const value of claimValues(claim)) if (isEntityRef(value)) found.add(value.entity);
  for (const { speaker, channel } of attributionChain(claim)) {
    found.add(speaker);
    if (channel !== undefined) found.add(channel);
  }
  return [...found];
}

/** The claims that a claim speaks of, as keys; each once. */
export function claimsSpokenOf(claim: Claim): string[] {
  return [...new Set(claimValues(claim).filter(isClaimRef).map(claimRefKey))];
}

/** True for a selection key that names a claim: entity ids have no slash. */
export function isClaimKey(key: string): boolean {
  return key.includes('/');
}

/** The key of a reference's target: an entity's id or a claim's key. */
export function refKey(ref: { readonly entity: string } | ClaimRef): string {
  return 'entity' in ref ? ref.entity : claimRefKey(ref);
}
