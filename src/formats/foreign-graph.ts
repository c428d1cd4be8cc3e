/** A graph file of any other tool as a dataset: nodes become entities, edges claims, attributes literal claims and qualifiers. */
import {
  type Claim,
  compareCodePoints,
  compareIds,
  compareQualifiers,
  distinctIds,
  type Entity,
  FOREIGN_DEFAULTS,
  type ForeignDataset,
  type ForeignOptions,
  foreignArticle,
  foreignHead,
  idOf,
  type LangMap,
  type Literal,
  LossCounter,
  NO_LANGUAGE,
  rankedLanguages,
} from '../model/index.ts';
import { isIri, nameOfThing } from '../rdf/index.ts';
import { ForeignColumns } from './foreign-columns.ts';
import { ForeignGraphTerms } from './foreign-graph-terms.ts';
import { type Scalar, scalarText } from './graph-table.ts';
import type { PlainEdge, PlainGraph, PlainNode } from './plain-graph.ts';

interface Row {
  readonly kind: string;
  readonly label: LangMap;
  /** Whether the label is of the file's own, and not its key. */
  readonly named: boolean;
  readonly description: string | undefined;
  readonly iri: string | undefined;
  readonly place: { readonly x: number; readonly y: number } | undefined;
  readonly rest: ReturnType<ForeignColumns['rest']>;
}

/**
 * Labels, classes, descriptions, IRIs and places are found by the usual names of their attributes (`label`, `kind` or `type`,
 * `description`, `iri`, `x` and `y`); predicates by `predicate`, `relation`, `kind` and the like, else by the edge's label.
 *
 * @returns the dataset with the places that the file has, and what it does not hold
 */
export function foreignGraphToDataset(
  graph: PlainGraph,
  options: Partial<ForeignOptions> = {},
): ForeignDataset {
  const given = { ...FOREIGN_DEFAULTS, ...options };
  const losses = new LossCounter();
  const terms = new ForeignGraphTerms();
  const id = idOf(given.id) || FOREIGN_DEFAULTS.id;
  const base = given.base ?? `https://clew.invalid/${id}/`;
  const article = id === 'dataset' || id === 'identity' ? `${id}-file` : id;
  const rows = new Map(graph.nodes.map((node) => [node.key, nodeRow(node, terms, losses)]));
  const links = graph.edges.map((edge) => [edge, edgeLink(edge, terms, losses)] as const);
  losses.add('attributes of the graph itself', graph.attributes.size);
  const ids = distinctIds(new Map(graph.nodes.map(({ key }) => [key, proposedIds(key)])));
  const iris = ownIris(rows, base, losses);
  const remade = [...rows].filter(([key, row]) => ids.get(key) !== key && row.iri !== key && row.named);
  losses.add('keys of nodes that are no ids, made into ones', remade.length);
  const entities = [...rows].map(([key, row]): Entity => {
    const iri = iris.get(key);
    return {
      id: ids.get(key)!,
      ...(iri !== undefined && { iri }),
      kind: terms.name('kind', row.kind),
      label: row.label,
      aliases: [],
      description: row.description === undefined ? {} : { [NO_LANGUAGE]: row.description },
      sameAs: [],
      closeMatch: [],
      mentions: [],
    };
  });
  const claimIds = distinctIds(new Map(graph.edges.map(({ key }) => [key, [idOf(key) || 'x']])));
  const remadeEdges = graph.edges.filter(({ key }) => claimIds.get(key) !== key);
  losses.add('keys of edges that are no ids, made into ones', remadeEdges.length);
  const claims = links.map(([{ key, source, target }, { predicate, rest }]): Claim => {
    const qualifiers = rest.map(({ name, value }) => ({
      property: terms.name('detail', name),
      value: literalOf(value),
    }));
    return {
      ...plainClaim(claimIds.get(key)!, article, ids.get(source)!),
      predicate: terms.name('link', predicate),
      object: { entity: ids.get(target)! },
      qualifiers: qualifiers.sort(compareQualifiers),
    };
  });
  const facts = [...rows].flatMap(([key, { rest }]) => rest.map((attribute) => ({ key, ...attribute })));
  const factIds = distinctIds(
    new Map(facts.map(({ key, name }, i) => [String(i).padStart(9, '0'), [idOf(`${key}-${name}`) || 'x']])),
    [...claimIds.values()].map((claim) => claim.toLowerCase()),
  );
  for (const [i, { key, name, value }] of facts.entries()) {
    claims.push({
      ...plainClaim(factIds.get(String(i).padStart(9, '0'))!, article, ids.get(key)!),
      predicate: terms.name('attribute', name),
      object: literalOf(value),
    });
  }
  return {
    dataset: {
      ...foreignHead({ ...given, id, base }, rankedLanguages(languagesOf(entities), given.languages)),
      prefixes: { ...terms.prefixes(base), xsd: 'http://www.w3.org/2001/XMLSchema#' },
      ontology: terms.index(),
      articles: [
        foreignArticle(
          article,
          given.title ?? { [NO_LANGUAGE]: id },
          entities.sort((a, b) => compareCodePoints(a.id, b.id)),
          claims.sort((a, b) => compareIds(a.id, b.id)),
        ),
      ],
    },
    places: new Map(
      [...rows].flatMap(([key, { place }]) => (place ? [[ids.get(key)!, place] as const] : [])),
    ),
    ...losses.report(),
  };
}

function nodeRow({ key, attributes }: PlainNode, terms: ForeignGraphTerms, losses: LossCounter): Row {
  const columns = new ForeignColumns(attributes);
  const place = columns.takePlace();
  losses.add('colours, sizes and shapes', columns.takeLooks());
  const kind = columns.take('kind') ?? 'node';
  terms.add('kind', kind, columns.take('kindLabel'));
  const labels = columns.takeLabels();
  const iri = columns.takeIri() ?? (/^[^:]*:\/\/|^urn:/.test(key) && isIri(key) ? key : undefined);
  const description = columns.take('description');
  const rest = columns.rest();
  for (const { name } of rest) terms.add('attribute', name);
  const named = Object.keys(labels).length > 0;
  const label = named ? labels : { [NO_LANGUAGE]: iri === key ? nameOfThing(key) : key };
  return { kind, label, named, description, iri, place, rest };
}

function edgeLink({ attributes, directed }: PlainEdge, terms: ForeignGraphTerms, losses: LossCounter) {
  const columns = new ForeignColumns(attributes);
  losses.add('colours, sizes and shapes', columns.takeLooks());
  losses.add('edges without a direction, read from their first end to their second', directed ? 0 : 1);
  const predicate = columns.take('predicate') ?? 'linked-to';
  terms.add('link', predicate, columns.take('label'));
  const rest = columns.rest();
  for (const { name } of rest) terms.add('detail', name);
  return { predicate, rest };
}

/** A key that is an IRI gives its last step first. */
function proposedIds(key: string): string[] {
  const whole = idOf(key) || 'x';
  return isIri(key) ? [idOf(nameOfThing(key)) || whole, whole] : [whole];
}

/** By key of their node; of nodes with one IRI only the first may keep it. */
function ownIris(rows: ReadonlyMap<string, Row>, base: string, losses: LossCounter): Map<string, string> {
  const owners = new Map<string, string>();
  for (const key of [...rows.keys()].sort(compareCodePoints)) {
    const { iri } = rows.get(key)!;
    if (iri === undefined) continue;
    if (owners.has(iri) || iri.startsWith(base))
      losses.add('IRIs that another node has, or the dataset itself');
    else owners.set(iri, key);
  }
  return new Map([...owners].map(([iri, key]) => [key, iri]));
}

function plainClaim(id: string, article: string, subject: string): Omit<Claim, 'predicate' | 'object'> {
  return {
    id,
    article,
    subject: { entity: subject },
    qualifiers: [],
    modality: 'asserted',
    polarity: 'positive',
    derivation: 'explicit',
    statement: {},
    evidence: [],
  };
}

function literalOf(value: Scalar): Literal {
  const text = scalarText(value);
  if (typeof value === 'string') return { value: text };
  if (typeof value === 'boolean') return { value: text, datatype: 'xsd:boolean' };
  return { value: text, datatype: Number.isSafeInteger(value) ? 'xsd:integer' : 'xsd:double' };
}

function languagesOf(entities: readonly Entity[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of entities) {
    for (const tag of Object.keys(label)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}
