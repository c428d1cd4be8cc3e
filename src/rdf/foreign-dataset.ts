/** Any RDF as a dataset: things become entities, statements claims, classes kinds, so that graph, viewer and writers take it. */
import {
  type Article,
  type Claim,
  compareCodePoints,
  distinctIds,
  type Entity,
  FOREIGN_DEFAULTS,
  type ForeignDataset,
  type ForeignOptions,
  foreignArticle,
  foreignHead,
  idOf,
  isIri,
  type LangMap,
  type Literal as LiteralValue,
  LossCounter,
  NO_LANGUAGE,
  rankedLanguages,
  type Value,
} from '../model/index.ts';
import { HEAD_GRAPH, IDENTITY_GRAPH } from './article-sections.ts';
import {
  type ForeignGraph,
  ForeignIndex,
  type ForeignNode,
  type ForeignStatement,
  nodeKey,
} from './foreign-index.ts';
import { rankedKinds } from './foreign-kinds.ts';
import { ForeignNames } from './foreign-names.ts';
import { ForeignOntology } from './foreign-ontology.ts';
import { foreignTexts, tagOf } from './foreign-texts.ts';
import { iriSteps, nameOfTerm, nameOfThing } from './foreign-vocabulary.ts';
import { isLexicalForm } from './lexical-forms.ts';
import type { Literal, Quad, Subject } from './quad.ts';
import { compareTerms } from './term-order.ts';
import { rdfs, xsd } from './well-known.ts';

/**
 * A named graph becomes an article of its own, the default graph one with the dataset's id. Every subject and every object that
 * is no literal becomes an entity that keeps its IRI, so that RDF written from the dataset has the statements again, at the same IRIs.
 *
 * @returns the dataset, and what it does not hold; places are empty
 */
export function foreignQuadsToDataset(
  quads: Iterable<Quad>,
  options: Partial<ForeignOptions> = {},
): ForeignDataset {
  const given = { ...FOREIGN_DEFAULTS, ...options };
  const losses = new LossCounter();
  const index = new ForeignIndex(quads, losses);
  const names = new ForeignNames(given.prefixes ?? {}, losses);
  const ontology = new ForeignOntology(index, names);
  const id = idOf(given.id) || FOREIGN_DEFAULTS.id;
  const head = { ...given, id, base: given.base ?? freeBase(id, index) };
  const entities = entitiesOf(index, head.base, names, ontology, losses);
  const articles = articlesOf(index, id, entities, names, losses);
  const languages = new Map<string, number>();
  for (const { label } of entities.values()) {
    for (const tag of Object.keys(label)) languages.set(tag, (languages.get(tag) ?? 0) + 1);
  }
  return {
    dataset: {
      ...foreignHead(head, rankedLanguages(languages, given.languages)),
      prefixes: names.prefixes,
      ontology: ontology.index,
      articles,
    },
    places: new Map(),
    ...losses.report(),
  };
}

/** A base of which no IRI of the file is taken for one of the dataset's own. */
function freeBase(id: string, { nodes }: ForeignIndex): string {
  for (let n = 1; ; n += 1) {
    const base = `https://clew.invalid/${id}${n === 1 ? '' : `-${n}`}/`;
    if (![...nodes.keys()].some((key) => key.startsWith(base))) return base;
  }
}

/** By key of their node. */
function entitiesOf(
  { nodes }: ForeignIndex,
  base: string,
  names: ForeignNames,
  ontology: ForeignOntology,
  losses: LossCounter,
): Map<string, Entity> {
  const ids = distinctIds(new Map([...nodes].map(([key, { term }]) => [key, proposedIds(term)])));
  const links = (iris: ReadonlySet<string>) => {
    const sound = [...iris].filter(isIri);
    losses.add('links to IRIs that are not legal', iris.size - sound.length);
    return sound.sort(compareCodePoints);
  };
  const entities = new Map<string, Entity>();
  for (const [key, node] of nodes) {
    const id = ids.get(key)!;
    const { label, aliases, description } = foreignTexts(node, losses);
    const [kind, ...others] = kindsOf(node, ontology, names);
    entities.set(key, {
      id,
      ...ownIri(node.term, `${base}id/${id}`, losses),
      kind,
      ...(others.length > 0 && { otherKinds: others.sort(compareCodePoints) }),
      label: Object.keys(label).length > 0 ? label : nameFromIri(node.term, ontology),
      aliases,
      description,
      sameAs: links(node.sameAs),
      closeMatch: links(node.closeMatch),
      mentions: [],
    });
  }
  return entities;
}

function kindsOf(
  { types }: ForeignNode,
  { classParents, instances }: ForeignOntology,
  names: ForeignNames,
): [string, ...string[]] {
  const named = rankedKinds(types, classParents, instances).flatMap((iri) => names.name(iri) ?? []);
  const [kind, ...others] = [...new Set(named)];
  return [kind ?? names.name(rdfs.Resource.value)!, ...others];
}

function ownIri(term: Subject, minted: string, losses: LossCounter): Pick<Entity, 'iri'> {
  if (term.termType === 'BlankNode') losses.add('blank nodes, which get an IRI of the dataset');
  else if (!isIri(term.value)) losses.add('things whose IRI is not legal, which get one of the dataset');
  else if (term.value !== minted) return { iri: term.value };
  return {};
}

/** The last step of the IRI; with the step before it where several things end alike. */
function proposedIds(term: Subject): string[] {
  if (term.termType === 'BlankNode') return [`blank-${idOf(term.value)}`.replace(/-$/, '')];
  const [last = '', before] = iriSteps(term.value);
  const short = idOf(last) || 'x';
  return before === undefined ? [short] : [short, idOf(`${before}-${last}`) || short];
}

function nameFromIri(term: Subject, ontology: ForeignOntology): LangMap {
  if (term.termType === 'BlankNode') return {};
  return { [NO_LANGUAGE]: (ontology.isTerm(term.value) ? nameOfTerm : nameOfThing)(term.value) };
}

function articlesOf(
  { graphs, nodes }: ForeignIndex,
  id: string,
  entities: ReadonlyMap<string, Entity>,
  names: ForeignNames,
  losses: LossCounter,
): Article[] {
  const named = [...graphs].filter(([, { name }]) => name.termType !== 'DefaultGraph');
  const taken = [HEAD_GRAPH, IDENTITY_GRAPH, id.toLowerCase()];
  const ids = distinctIds(
    new Map(named.map(([key, { name }]) => [key, proposedIds(name as Subject)])),
    taken,
  );
  losses.add('names of graphs, kept as articles’ addresses', named.length);
  const own = id === HEAD_GRAPH || id === IDENTITY_GRAPH ? `${id}-file` : id;
  const articles = [...graphs].map(([key, graph]): Article => {
    const { name } = graph;
    const article = ids.get(key) ?? own;
    const described = nodes.get(key);
    const title = described ? foreignTexts(described, new LossCounter()).label : {};
    const named =
      name.termType === 'NamedNode' ? { [NO_LANGUAGE]: nameOfThing(name.value) } : { [NO_LANGUAGE]: article };
    return foreignArticle(
      article,
      Object.keys(title).length > 0 ? title : named,
      [...graph.nodes].map((node) => entities.get(node)!).sort((a, b) => compareCodePoints(a.id, b.id)),
      claimsOf(graph, article, entities, names, losses),
      name.termType === 'NamedNode' && isIri(name.value) ? name.value : undefined,
    );
  });
  return articles.sort((a, b) => compareCodePoints(a.id, b.id));
}

/** Numbered in the order of their triples. */
function claimsOf(
  { statements }: ForeignGraph,
  article: string,
  entities: ReadonlyMap<string, Entity>,
  names: ForeignNames,
  losses: LossCounter,
): Claim[] {
  const claims: Claim[] = [];
  let last: ForeignStatement | undefined;
  for (const statement of [...statements].sort(compareStatements)) {
    const isRepeated = last !== undefined && compareStatements(last, statement) === 0;
    last = statement;
    const predicate = names.name(statement.predicate.value);
    if (isRepeated || predicate === undefined) continue;
    claims.push({
      id: `c${claims.length + 1}`,
      article,
      subject: { entity: entities.get(nodeKey(statement.subject))!.id },
      predicate,
      object: objectOf(statement.object, entities, names, losses),
      qualifiers: [],
      modality: 'asserted',
      polarity: 'positive',
      derivation: 'explicit',
      statement: {},
      evidence: [],
    });
  }
  return claims;
}

function compareStatements(a: ForeignStatement, b: ForeignStatement): number {
  return (
    compareTerms(a.subject, b.subject) ||
    compareTerms(a.predicate, b.predicate) ||
    compareTerms(a.object, b.object)
  );
}

function objectOf(
  object: ForeignStatement['object'],
  entities: ReadonlyMap<string, Entity>,
  names: ForeignNames,
  losses: LossCounter,
): Value {
  if (object.termType !== 'Literal') return { entity: entities.get(nodeKey(object))!.id };
  return { value: object.value, ...typeOf(object, names, losses) };
}

function typeOf(
  literal: Literal,
  names: ForeignNames,
  losses: LossCounter,
): Pick<LiteralValue, 'datatype' | 'lang'> {
  const { value, language, datatype } = literal;
  if (language !== '') {
    const lang = tagOf(literal, 'literals', losses);
    return lang === NO_LANGUAGE ? {} : { lang };
  }
  if (datatype.value === xsd.string.value) return {};
  const name = names.name(datatype.value);
  if (name !== undefined && isLexicalForm(value, datatype.value)) return { datatype: name };
  losses.add('literals that their datatype does not have, read as plain texts');
  return {};
}
