/** What a view shows of a graph, as a graph of its own; and a graph with the places that a view has. */
import { type ClewGraph, datasetToGraph } from '../../graph/index.ts';
import { type Place, putEntities } from '../../layout/index.ts';
import {
  attributionChain,
  type Claim,
  claimKey,
  claimValues,
  type Dataset,
  isEntityRef,
} from '../../model/index.ts';

export interface Part {
  readonly entities: ReadonlySet<string>;
  /** Claim keys, with those that they speak of. */
  readonly claims: ReadonlySet<string>;
}

/** The same by number: entities in the order of the graph, claims in that of the dataset; 1 for each that is kept. */
export interface MarkedPart {
  readonly entities: Uint8Array;
  readonly claims: Uint8Array;
}

/** By its names again, where they are needed: thousands of them are long on their way from the page. */
export function namedPart(graph: ClewGraph, marked: MarkedPart): Part {
  const entities = graph.filterNodes((_, { role }) => role === 'entity');
  const claims = graph.getAttribute('dataset').articles.flatMap((article) => article.claims.map(claimKey));
  return {
    entities: new Set(entities.filter((_, at) => marked.entities[at] === 1)),
    claims: new Set(claims.filter((_, at) => marked.claims[at] === 1)),
  };
}

/** The dataset with these claims and entities alone; whoever such a claim names, or is said by, comes along. */
export function partOfDataset(dataset: Dataset, { entities, claims }: Part): Dataset {
  const kept = new Set(entities);
  const articles = dataset.articles.map((article) => ({
    ...article,
    claims: article.claims.filter((claim) => claims.has(claimKey(claim))),
  }));
  for (const article of articles)
    for (const claim of article.claims) for (const id of named(claim)) kept.add(id);
  return {
    ...dataset,
    articles: articles.map((article) => ({
      ...article,
      entities: article.entities.filter(({ id }) => kept.has(id)),
    })),
  };
}

function named(claim: Claim): string[] {
  const values = claimValues(claim);
  return [
    ...values.filter(isEntityRef).map(({ entity }) => entity),
    ...attributionChain(claim).flatMap(({ speaker, channel }) =>
      channel === undefined ? [speaker] : [speaker, channel],
    ),
  ];
}

export interface ShownOptions {
  /** Absent: everything. */
  readonly part?: Part;
  /** Entities that are elsewhere than in the graph. */
  readonly places?: ReadonlyMap<string, Place>;
  /** Of labels, in order of preference; default: the dataset's. */
  readonly languages?: readonly string[];
}

/** A new graph; the given one is never touched. */
export function shownGraph(
  graph: ClewGraph,
  { part, places = new Map(), languages }: ShownOptions,
): ClewGraph {
  const dataset = graph.getAttribute('dataset');
  const said = languages ?? dataset.languages;
  if (part === undefined && places.size === 0 && said.join() === dataset.languages.join()) return graph;
  const kept = part === undefined ? dataset : partOfDataset(dataset, part);
  const shown = datasetToGraph({ ...kept, languages: said });
  shown.forEachNode((key) => {
    const { x, y } = graph.getNodeAttributes(key);
    shown.mergeNodeAttributes(key, { x, y });
  });
  if (places.size > 0) putEntities(shown, places);
  return shown;
}
