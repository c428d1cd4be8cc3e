/** Columns of what elements do not carry but their models say: labels by language, IRIs, facts, qualifiers by name. */
import { type ClewGraph, type LiteralClaim, literalText } from '../graph/index.ts';
import {
  attributionChain,
  type Claim,
  type Curie,
  compareCodePoints,
  type Dataset,
  entityIri,
  Iris,
  type LangMap,
  pickText,
} from '../model/index.ts';
import type { Attributes, Column, Rows } from './graph-table.ts';
import type { LossCounter } from './losses.ts';
import { isMixed, typeOf } from './scalar.ts';
import { columnName, reservedFacts, scalarOf, type ValueSorts } from './value-sorts.ts';

/** All but {@link valueColumns}. @param values what has a column of its own, and is no part of `facts` */
export function derivedColumns(graph: ClewGraph, rows: Rows, values: ValueSorts): Column[] {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  if (dataset === undefined) return [];
  const iris = new Iris(dataset.base);
  const { properties } = dataset.ontology;
  const labels = (attributes: Attributes): LangMap => {
    if (attributes.role === 'entity') return attributes.model.label;
    return attributes.role === 'claim' ? (properties[attributes.predicate]?.label ?? NO_LABELS) : NO_LABELS;
  };
  const tags = new Set<string>();
  for (const { attributes } of rows) for (const tag in labels(attributes)) tags.add(tag);
  const facts = factText(graph, dataset);
  const column = (name: string, read: (attributes: Attributes) => string | undefined): Column => ({
    name,
    type: 'string',
    read: (attributes) => read(attributes) || undefined,
  });
  const columns = [
    ...[...tags].map((tag) => column(`label_${tag}`, (attributes) => labels(attributes)[tag])),
    column('facts', (a) =>
      'literals' in a && !a.literals.every(({ predicate }) => values.has(predicate))
        ? a.literals.map(facts).join('; ')
        : undefined,
    ),
    column('iri', (a) => {
      if (a.role === 'entity') return entityIri(a.model, iris);
      return a.role === 'claim' ? iris.claim(a.article, a.claim) : undefined;
    }),
    column('sameAs', (a) => (a.role === 'entity' ? a.model.sameAs.join(' ') : undefined)),
    column('closeMatch', (a) => (a.role === 'entity' ? a.model.closeMatch.join(' ') : undefined)),
  ];
  const missing = new Set(columns);
  for (const { attributes } of rows) {
    for (const one of missing) if (one.read(attributes) !== undefined) missing.delete(one);
    if (missing.size === 0) break;
  }
  return columns.filter((one) => !missing.has(one));
}
const NO_LABELS: LangMap = {};

/**
 * A column for each property of `values`, of its own name, or that with `_` behind it where another column is called so.
 *
 * @param taken names of other columns; tools that leave case aside would unite names that differ in it alone
 */
export function valueColumns(
  element: 'node' | 'edge',
  graph: ClewGraph,
  values: ValueSorts,
  taken: ReadonlySet<string>,
  losses: LossCounter,
): Column[] {
  if (values.size === 0) return [];
  const dataset = graph.getAttribute('dataset');
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return [...values.keys()].sort(compareCodePoints).map((property): Column => {
    const own = columnName(property, dataset);
    // Neo4j passes over a column without a name, and data frames make one up.
    let name = own || '_';
    while (used.has(name.toLowerCase())) name += '_';
    used.add(name.toLowerCase());
    if (name !== own)
      losses.add(
        `${element} attributes renamed because another one has their name, upper and lower case aside`,
      );
    const type = typeOf(values.get(property)!);
    if (isMixed(values.get(property)!)) losses.add('attributes of mixed types written as text');
    return {
      name,
      type,
      read(attributes) {
        const value = saidOf(element, attributes, property);
        if (value === undefined) return undefined;
        return type === 'string' ? value.value : scalarOf(value, dataset);
      },
    };
  });
}

function saidOf(element: 'node' | 'edge', attributes: Attributes, property: Curie) {
  if (element === 'node' && 'literals' in attributes) {
    return attributes.literals.find(({ predicate }) => predicate === property)?.value;
  }
  if (element === 'node' || attributes.role !== 'claim') return undefined;
  return attributes.model.qualifiers.find((one) => one.property === property)?.value as
    | LiteralClaim['value']
    | undefined;
}

/** `seats: 420`; what is not told without reserve says so in brackets. */
function factText(graph: ClewGraph, dataset: Dataset): (fact: LiteralClaim) => string {
  const reserved = reservedFacts(dataset);
  return ({ claim, predicate, value }) => {
    const label = pickText(
      dataset.ontology.properties[predicate]?.label ?? NO_LABELS,
      dataset.languages,
    )?.text;
    const text = `${label ?? predicate}: ${literalText(value)}`;
    const words = reservations(reserved.get(claim), graph);
    return words.length === 0 ? text : `${text} (${words.join(', ')})`;
  };
}

/** In the words that columns of claims have for it. */
function reservations(claim: Claim | undefined, graph: ClewGraph): string[] {
  if (claim === undefined) return [];
  const { polarity, modality, derivation, time } = claim;
  const speaker = attributionChain(claim)[0]?.speaker;
  return [
    ...(polarity === 'negative' ? ['denied'] : []),
    ...(modality === 'asserted' ? [] : [modality]),
    ...(derivation === 'implied' ? ['implied'] : []),
    ...(speaker === undefined ? [] : [`said by ${graph.getNodeAttribute(speaker, 'label')}`]),
    ...(time === undefined ? [] : [time]),
  ];
}
