/** A dataset made ready to be published: its quads and its model, each by what a page or a document looks up. */

import { readQuads } from '../../formats/index.ts';
import { type KindGroup, kindGroups } from '../../graph/index.ts';
import {
  type Article,
  type Claim,
  CodePointText,
  claimKey,
  compactIri,
  compareCodePoints,
  type Dataset,
  expandCurie,
  Iris,
  type Prefixes,
  type UnitedEntity,
  uniteEntities,
} from '../../model/index.ts';
import { DESCRIPTION_PREFIXES, datasetToQuads, type Quad, rdfPrefixes } from '../../rdf/index.ts';
import type { ServedFile } from '../files.ts';
import { Addresses, vocabularyIri } from './addresses.ts';
import { ClaimIndex } from './claim-index.ts';
import { describe } from './describe.ts';
import { QuadGraph } from './quad-graph.ts';

/** Turtle of ours that goes with a dataset. */
export interface TurtleText {
  /** Names it in problems. */
  readonly file: string;
  readonly text: string;
}

export interface PublicationSource {
  readonly dataset: Dataset;
  /** Outputs that may be downloaded; {@link viewer} is the name of one of them. */
  readonly files: readonly ServedFile[];
  /** Name of the viewer's page among the files. */
  readonly viewer: string;
  /** The `.void.ttl` output. */
  readonly description?: TurtleText;
  /** Ontologies whose own files are at hand; of others what the dataset knows of them is published. */
  readonly ontologies?: readonly TurtleText[];
  /** Source texts by article, of which pages show the words of evidence. Data never holds them. */
  readonly texts?: ReadonlyMap<string, string>;
  /** True where a SPARQL endpoint answers at `sparql`. */
  readonly query?: boolean;
}

/** Claims with the entities of a kind at one end; one between two of them stands in both. */
export interface KindClaims {
  readonly out: readonly Claim[];
  readonly in: readonly Claim[];
}

export class Publication {
  readonly dataset: Dataset;
  readonly files: readonly ServedFile[];
  readonly viewer: string;
  readonly query: boolean;
  readonly iris: Iris;
  readonly addresses: Addresses;
  readonly graph: QuadGraph;
  /** For data documents. */
  readonly prefixes: Prefixes;
  readonly entities: ReadonlyMap<string, UnitedEntity>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly claims: ClaimIndex;
  #byKind: Map<string, UnitedEntity[]> | undefined;
  readonly #claimsByKind = new Map<string, KindClaims>();
  readonly groups: readonly KindGroup[];
  readonly texts: ReadonlyMap<string, CodePointText>;

  /** @throws ProblemError where the dataset or a Turtle text cannot be turned into quads */
  constructor(source: PublicationSource) {
    const { dataset, files, viewer, description, ontologies = [], texts = new Map(), query = false } = source;
    this.dataset = dataset;
    this.files = files;
    this.viewer = viewer;
    this.query = query;
    this.iris = new Iris(dataset.base);
    const read = [...ontologies, ...(description ? [description] : [])].map(({ file, text }, at) =>
      readQuads(text, 'turtle', { file, base: dataset.base, blankNodePrefix: `f${at}` }),
    );
    this.graph = new QuadGraph(
      (function* all(): Generator<Quad> {
        yield* datasetToQuads(dataset);
        for (const { quads } of read) yield* quads;
      })(),
    );
    this.prefixes = rdfPrefixes(dataset, DESCRIPTION_PREFIXES);
    this.addresses = new Addresses(dataset, vocabularies(dataset, this.prefixes, this.graph));
    this.entities = uniteEntities(dataset);
    this.articles = new Map(dataset.articles.map((article) => [article.id, article]));
    this.claims = new ClaimIndex(dataset.articles.flatMap(({ claims }) => claims));
    const kinds = new Map<string, number>();
    for (const { kind } of this.entities.values()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    this.groups = kindGroups(dataset.ontology, kinds);
    this.texts = new Map([...texts].map(([article, text]) => [article, new CodePointText(text)]));
  }

  /** True where something is said about what the path stands for. */
  has(path: string): boolean {
    if (path === '') return false;
    const iri = this.addresses.iriOf(path);
    return (
      this.addresses.namespaceAt(path) !== undefined ||
      ((this.graph.has(iri) || this.graph.inGraph(iri).length > 0) && this.addresses.pathOf(iri) === path)
    );
  }

  /** The quads of the document about what the path stands for. */
  describe(path: string): Quad[] {
    const namespace = this.addresses.namespaceAt(path);
    if (namespace === undefined) {
      return describe(this.addresses.iriOf(path), this.graph, (iri) => this.addresses.pathOf(iri));
    }
    const terms = new Set(this.termsOf(namespace).flatMap((iri) => this.ownStatements(iri)));
    for (const quad of this.ownStatements(vocabularyIri(namespace))) terms.add(quad);
    return [...terms];
  }

  /** What is said of a thing itself, with the blank nodes that hang on it. */
  ownStatements(iri: string): Quad[] {
    return this.graph
      .about(iri)
      .flatMap((quad) => [
        quad,
        ...(quad.object.termType === 'BlankNode' ? this.ownStatements(`_:${quad.object.value}`) : []),
      ]);
  }

  /** The class or property that a path stands for, as the ontology names it. */
  termAt(path: string): string {
    const iri = this.addresses.iriOf(path);
    return compactIri(iri, this.prefixes) ?? iri;
  }

  /** The entities of a kind itself, narrower ones left out. */
  entitiesOf(kind: string): readonly UnitedEntity[] {
    if (this.#byKind === undefined) {
      this.#byKind = new Map();
      for (const entity of this.entities.values()) {
        const known = this.#byKind.get(entity.kind);
        if (known === undefined) this.#byKind.set(entity.kind, [entity]);
        else known.push(entity);
      }
    }
    return this.#byKind.get(kind) ?? [];
  }

  /** Claims whose subject or object is an entity of a kind itself, entity by entity. */
  claimsOfKind(kind: string): KindClaims {
    const known = this.#claimsByKind.get(kind);
    if (known !== undefined) return known;
    const ends = this.entitiesOf(kind).map(({ id }) => this.claims.of(id));
    const found = {
      out: ends.flatMap(({ out }) => [...out.values()].flat()),
      in: ends.flatMap(({ in: into }) => [...into.values()].flat()),
    };
    this.#claimsByKind.set(kind, found);
    return found;
  }

  /** IRIs of a vocabulary's terms, in order. */
  termsOf(namespace: string): string[] {
    return [...this.graph.subjects()]
      .filter((iri) => iri.startsWith(namespace) && iri.length > namespace.length)
      .sort(compareCodePoints);
  }

  /** Paths of all things of the dataset, and of its vocabularies' terms. */
  *paths(): Generator<string> {
    for (const iri of this.graph.subjects()) {
      const path = this.addresses.pathOf(iri);
      if (path !== undefined && this.has(path)) yield path;
    }
    const { articles, identity } = this.dataset;
    for (const { id } of articles) yield this.addresses.pathOf(this.iris.graph(id))!;
    yield this.addresses.pathOf(this.iris.graph('dataset'))!;
    if (identity.length > 0) yield this.addresses.pathOf(this.iris.graph('identity'))!;
  }

  /** The claim of a key `<article>/<id>`. */
  claim(key: string): Claim | undefined {
    return this.claims.byKey.get(key);
  }
  pathOfClaim(claim: Claim): string {
    return `claim/${claimKey(claim)}`;
  }
}

/** Namespaces of the dataset's terms and of the ontologies that are at hand, by prefix. */
function vocabularies(dataset: Dataset, prefixes: Prefixes, graph: QuadGraph): Prefixes {
  const found = new Set<string>();
  const { classes, properties } = dataset.ontology;
  for (const id of [...Object.keys(classes), ...Object.keys(properties)]) {
    const iri = expandCurie(id, prefixes);
    if (iri !== undefined) found.add(iri.slice(0, iri.length - id.length + id.indexOf(':') + 1));
  }
  const ONTOLOGY = 'http://www.w3.org/2002/07/owl#Ontology';
  for (const { subject } of graph.pointingTo(ONTOLOGY)) {
    for (const mark of ['#', '/']) {
      if (Object.values(prefixes).includes(subject.value + mark)) found.add(subject.value + mark);
    }
  }
  return Object.fromEntries(Object.entries(prefixes).filter(([, namespace]) => found.has(namespace)));
}
