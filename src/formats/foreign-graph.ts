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
import { ForeignGraphTerms, type TermSpace } from './foreign-graph-terms.ts';
import type { PlainEdge, PlainGraph, PlainNode } from './plain-graph.ts';
import { type ColumnType, type Scalar, scalarText } from './scalar.ts';

/** A node or an edge, as far as they are alike. */
interface Worded {
  /** The kind or the predicate. */
  readonly word: string;
  /** What the word is shown as, where the file says so. */
  readonly shown: string | undefined;
  readonly rest: { readonly name: string; readonly value: Scalar }[];
}

interface Row extends Worded {
  readonly label: LangMap;
  /** Whether the label is of the file's own, and not its key. */
  readonly named: boolean;
  readonly description: string | undefined;
  readonly iri: string | undefined;
  readonly place: { readonly x: number; readonly y: number } | undefined;
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
  const rows = new Map(graph.nodes.map((node) => [node.key, nodeRow(node, losses)]));
  const links = graph.edges.map((edge) => [edge, edgeLink(edge, losses)] as const);
  addWords(terms, [...rows.values()], ['kind', 'attribute', 'kindLabel']);
  addWords(
    terms,
    links.map(([, link]) => link),
    ['link', 'detail', 'label'],
  );
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
      kind: terms.name('kind', row.word),
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
  const claims = links.map(([{ key, source, target, time }, { word, rest }]): Claim => {
    const qualifiers = rest.map(({ name, value }) => ({
      property: terms.name('detail', name),
      value: literalOf(value, graph.types.edge.get(name)),
    }));
    return {
      ...plainClaim(claimIds.get(key)!, article, ids.get(source)!),
      predicate: terms.name('link', word),
      object: { entity: ids.get(target)! },
      qualifiers: qualifiers.sort(compareQualifiers),
      ...(time !== undefined && { time }),
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
      object: literalOf(value, graph.types.node.get(name)),
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

function nodeRow({ key, attributes }: PlainNode, losses: LossCounter): Row {
  const columns = new ForeignColumns(attributes);
  const place = columns.takePlace();
  losses.add('colours, sizes and shapes', columns.takeLooks());
  const word = columns.take('kind', losses) ?? 'node';
  const shown = columns.take('kindLabel', losses);
  const labels = columns.takeLabels(losses);
  const iri = columns.takeIri() ?? (/^[^:]*:\/\/|^urn:/.test(key) && isIri(key) ? key : undefined);
  const description = columns.take('description', losses);
  const rest = columns.rest(losses);
  const named = Object.keys(labels).length > 0;
  const label = named ? labels : { [NO_LANGUAGE]: iri === key ? nameOfThing(key) : key };
  return { word, shown, label, named, description, iri, place, rest };
}

function edgeLink({ attributes, directed }: PlainEdge, losses: LossCounter): Worded {
  const columns = new ForeignColumns(attributes);
  losses.add('colours, sizes and shapes', columns.takeLooks());
  losses.add('edges without a direction, read from their first end to their second', directed ? 0 : 1);
  const word = columns.take('predicate', losses) ?? 'linked-to';
  const shown = columns.take('label', losses);
  return { word, shown, rest: columns.rest(losses) };
}

/** A word is shown as all that have it say; where they differ, each keeps what it says as an attribute. */
function addWords(
  terms: ForeignGraphTerms,
  all: readonly Worded[],
  [space, detail, name]: readonly [space: TermSpace, detail: TermSpace, name: string],
): void {
  const agreed = new Map<string, string>();
  for (const { word, shown = word } of all) {
    const known = agreed.get(word);
    agreed.set(word, known === undefined || known === shown ? shown : word);
  }
  const apart = new Set(
    all.filter(({ word, shown }) => (shown ?? word) !== agreed.get(word)).map((one) => one.word),
  );
  for (const { word, shown, rest } of all) {
    terms.add(space, word, apart.has(word) ? word : agreed.get(word)!);
    if (apart.has(word) && shown !== undefined && shown !== word) rest.push({ name, value: shown });
    for (const one of rest) terms.add(detail, one.name);
  }
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

const DATATYPES: Readonly<Record<Exclude<ColumnType, 'string'>, string>> = {
  boolean: 'xsd:boolean',
  int: 'xsd:integer',
  long: 'xsd:long',
  float: 'xsd:float',
  double: 'xsd:double',
};

/** @param type as the file declares it; a value that is not of it is text */
function literalOf(value: Scalar, type: ColumnType = 'string'): Literal {
  const text = scalarText(value);
  return typeof value === 'string' || type === 'string'
    ? { value: text }
    : { value: text, datatype: DATATYPES[type] };
}

function languagesOf(entities: readonly Entity[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of entities) {
    for (const tag of Object.keys(label)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}
