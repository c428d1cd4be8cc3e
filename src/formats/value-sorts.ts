/** Which facts of nodes and qualifiers of edges have a column of their own, with a type: those whose values say it all. */
import type { ClewGraph, LiteralClaim } from '../graph/index.ts';
import {
  type Claim,
  type Curie,
  claimKey,
  type Dataset,
  expandCurie,
  isLiteral,
  isPlain,
  NO_LANGUAGE,
  type Qualifier,
  type Value,
} from '../model/index.ts';
import { parseScalar } from './parse-scalar.ts';
import { BOOLEAN, DOUBLE, FLOAT, LONG, type Scalar, STRING, sortOf } from './scalar.ts';

/** By property, the sorts of its values (see `scalar.ts`). */
export type ValueSorts = ReadonlyMap<Curie, number>;

/** What an element says: a fact of a node, or a qualifier of an edge. */
export type Said = LiteralClaim | Qualifier;

export function propertyOf(said: Said): Curie {
  return 'property' in said ? said.property : said.predicate;
}

/**
 * Facts of which no node has two, that are told of it without reserve (not denied, foreseen, attributed, dated or
 * qualified), and whose values have neither language nor unit nor bounds.
 */
export function factSorts(graph: ClewGraph): ValueSorts {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  if (dataset === undefined) return new Map();
  const sorts = new SortsOfValues(dataset);
  const reserved = reservedFacts(dataset);
  for (const { attributes } of graph.nodeEntries()) {
    sorts.see(attributes.literals, ({ claim }) => !reserved.has(claim));
  }
  return sorts.finish();
}

/** Qualifiers of which no edge has two, with such values. */
export function qualifierSorts(graph: ClewGraph): ValueSorts {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  if (dataset === undefined) return new Map();
  const sorts = new SortsOfValues(dataset);
  for (const { attributes } of graph.edgeEntries()) {
    if (attributes.role === 'claim') sorts.see(attributes.model.qualifiers, () => true);
  }
  return sorts.finish();
}

/** The value as a scalar of its datatype; text where that is none of a number or a truth value. */
export function scalarOf(value: Value, { prefixes }: Dataset): Scalar {
  const { value: text, datatype } = value as { value: string; datatype?: Curie };
  const type = datatype === undefined ? undefined : xsdType(datatype, prefixes);
  return (type && parseScalar(text, type)) ?? text;
}

/** Claims with a literal object that say less than their values do, by key. */
export function reservedFacts({ articles, ontology }: Dataset): Map<string, Claim> {
  const reserved = new Map<string, Claim>();
  for (const { claims } of articles) {
    for (const claim of claims) {
      if (!isLiteral(claim.object)) continue;
      const bare = claim.qualifiers.length === 0 && claim.time === undefined;
      if (!bare || !isPlain(claim, ontology.properties[claim.predicate]))
        reserved.set(claimKey(claim), claim);
    }
  }
  return reserved;
}

/** The word that a property was made from, else what its name ends in. */
export function columnName(property: Curie, { ontology }: Dataset): string {
  return ontology.properties[property]?.label[NO_LANGUAGE] ?? property.slice(property.indexOf(':') + 1);
}

class SortsOfValues {
  readonly #dataset: Dataset;
  readonly #sorts = new Map<Curie, number>();
  readonly #unfit = new Set<Curie>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  see<One extends Said>(all: readonly One[], fits: (one: One) => boolean): void {
    for (const [i, one] of all.entries()) {
      const property = propertyOf(one);
      if (this.#unfit.has(property)) continue;
      const alone = all.findIndex((other) => propertyOf(other) === property) === i;
      const sort = alone && fits(one) ? this.#sortOf(one.value) : 0;
      if (sort === 0) this.#unfit.add(property);
      else this.#sorts.set(property, (this.#sorts.get(property) ?? 0) | sort);
    }
  }

  finish(): ValueSorts {
    for (const property of this.#unfit) this.#sorts.delete(property);
    return this.#sorts;
  }

  /** 0 for what is no value by itself. An empty text is none: no reader tells it from nothing. */
  #sortOf(value: Value): number {
    if (!isLiteral(value) || !value.value || value.lang !== undefined || value.unit !== undefined) return 0;
    const type = value.datatype === undefined ? undefined : xsdType(value.datatype, this.#dataset.prefixes);
    if (type === undefined) return STRING;
    const scalar = parseScalar(value.value, type);
    // A number of JavaScript holds 15 digits of a decimal for sure.
    const long = value.datatype?.endsWith('decimal') === true && value.value.replace(/\D/g, '').length > 15;
    if (scalar === undefined || long) return STRING;
    // `xsd:integer` is as long as its value; the others are what they say.
    return type === 'int'
      ? sortOf(scalar)
      : { boolean: BOOLEAN, long: LONG, float: FLOAT, double: DOUBLE }[type];
  }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
type ValueType = 'boolean' | 'int' | 'long' | 'float' | 'double';
const TYPES = new Map<string, ValueType>([
  ['boolean', 'boolean'],
  ['long', 'long'],
  ['float', 'float'],
  ['double', 'double'],
  ['decimal', 'double'],
  ...'integer int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger unsignedInt unsignedShort unsignedByte unsignedLong'
    .split(' ')
    .map((name): [string, ValueType] => [name, 'int']),
]);

function xsdType(datatype: Curie, prefixes: Dataset['prefixes']): ValueType | undefined {
  const iri = expandCurie(datatype, prefixes) ?? datatype;
  return iri.startsWith(XSD) ? TYPES.get(iri.slice(XSD.length)) : undefined;
}
