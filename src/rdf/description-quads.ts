/** What the dataset is and which files hold it, in the words of VoID, DCAT and schema.org (DESIGN section 5). */
import { compactIri, compareCodePoints, type Dataset, type LangMap } from '../model/index.ts';
import { datasetToTriples } from './dataset-to-quads.ts';
import { dcat, foaf, hexBinary, schemaFor, spdx, voidFor } from './description-terms.ts';
import { MappingContext, type RdfOptions } from './mapping-context.ts';
import { NamedNode, type Quad, type Term } from './quad.ts';
import { type QuadCollector, QuadList } from './quad-list.ts';
import { QuadTally, type TallyCounts } from './quad-tally.ts';
import type { TermProblem } from './term-guard.ts';
import { dct, rdf, xsd } from './well-known.ts';

/** A file of a build, as it lies on the disk. */
export interface DescribedFile {
  readonly name: string;
  /** What tells it from the dataset's other files, e.g. `ttl` or `nodes.csv`; ends its IRI. */
  readonly part: string;
  readonly bytes: number;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  /** E.g. `text/turtle`. */
  readonly mediaType?: string;
  /** The registry has the media type, so that it has an IRI. */
  readonly registered?: boolean;
  /** IRI of the syntax of an RDF file (W3C, Unique URIs for File Formats). */
  readonly feature?: string;
  /** Triples or quads of an RDF file, where it holds all that was given to its writer. */
  readonly triples?: number;
}

export interface DescriptionFacts {
  /** Of the triples without graphs, as a file of them was written; counted anew where there is none. */
  readonly tally?: QuadTally;
  readonly files: readonly DescribedFile[];
}

/**
 * The description of a dataset and of its files, in order. Where the files lie is left open: they stand beside the
 * description and go by their names. Dates are those of the dataset.
 *
 * @returns the quads, and what was mended with `repair`
 * @throws ProblemError with every term that was refused
 */
export function descriptionQuads(
  dataset: Dataset,
  { tally = tallied(dataset), files }: DescriptionFacts,
  options: Partial<Pick<RdfOptions, 'repair'>> = {},
): { readonly quads: readonly Quad[]; readonly problems: readonly TermProblem[] } {
  const context = new MappingContext(dataset, options);
  context.guard.at('dataset', dataset.id);
  const out = new QuadList();
  datasetQuads(dataset, tally, context, out);
  partitionQuads(tally, context, out);
  linksetQuads(tally.links, context, out);
  const sorted = [...files].sort((a, b) => compareCodePoints(a.name, b.name));
  for (const file of sorted) fileQuads(file, context, out);
  context.guard.finish();
  return { quads: out.sorted(), problems: context.guard.problems };
}

/** What the triples of a dataset come to. @throws ProblemError with every term that was refused */
export function tallied(dataset: Dataset, options: Partial<RdfOptions> = {}): QuadTally {
  const tally = new QuadTally(dataset);
  for (const { subject, predicate, object } of datasetToTriples(dataset, options)) {
    tally.add(subject, predicate, object);
  }
  return tally;
}

function datasetQuads(dataset: Dataset, tally: QuadTally, context: MappingContext, out: QuadCollector): void {
  const { guard, iris, head } = context;
  const node = new NamedNode(iris.dataset);
  out.about(new NamedNode(iris.description));
  out.add(rdf.type, voidFor.DatasetDescription);
  out.add(foaf.primaryTopic, node);
  out.about(node);
  for (const type of [voidFor.Dataset, dcat.Dataset, schemaFor.Dataset]) out.add(rdf.type, type);
  const texts = (properties: readonly NamedNode[], map: LangMap, field: string) => {
    for (const [lang, text] of Object.entries(map)) {
      for (const property of properties) out.add(property, guard.langText(text, lang, field));
    }
  };
  const both = (properties: readonly NamedNode[], value: Term) => {
    for (const property of properties) out.add(property, value);
  };
  texts([dct.title, schemaFor.name], head.title, 'title');
  texts([dct.description, schemaFor.description], head.description, 'description');
  both([dct.identifier, schemaFor.identifier], guard.string(context.id(head.id, 'id'), 'id'));
  both([dct.license, schemaFor.license], guard.iri(head.licence, 'licence'));
  if (head.issued !== '')
    both([dct.issued, schemaFor.datePublished], guard.typed(head.issued, xsd.date, 'issued'));
  if (head.modified !== '')
    both([dct.modified, schemaFor.dateModified], guard.typed(head.modified, xsd.date, 'modified'));
  for (const tag of head.languages) out.add(schemaFor.inLanguage, guard.language(tag, 'languages'));
  out.add(voidFor.uriSpace, guard.string(head.base, 'base'));
  const pattern = `^${`${head.base}id/`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
  out.add(voidFor.uriRegexPattern, guard.string(pattern, 'base'));
  const { classes, properties } = tally;
  out.add(voidFor.triples, number(tally.quads, context));
  out.add(voidFor.entities, number(tally.entities, context));
  out.add(voidFor.distinctSubjects, number(tally.subjects, context));
  out.add(voidFor.classes, number(classes.size, context));
  out.add(voidFor.properties, number(properties.size, context));
  for (const vocabulary of vocabularies([...classes.keys(), ...properties.keys()], context)) {
    out.add(voidFor.vocabulary, guard.iri(vocabulary, 'prefixes'));
  }
  for (const example of examples(dataset, context)) out.add(voidFor.exampleResource, example);
}

/** The namespaces that classes and properties are from. */
function vocabularies(used: readonly string[], { prefixes }: MappingContext): string[] {
  const found = new Set<string>();
  for (const iri of used) {
    const curie = compactIri(iri, prefixes);
    if (curie !== undefined) found.add(prefixes[curie.slice(0, curie.indexOf(':'))]!);
  }
  return [...found].sort(compareCodePoints);
}

/** The first article, the first of its claims that is about an entity, and that entity. */
function examples({ articles }: Dataset, context: MappingContext): NamedNode[] {
  const article = articles[0];
  if (article === undefined) return [];
  const found = [context.article(context.id(article.id, 'id'))];
  const claim = article.claims.find(({ subject }) => 'entity' in subject);
  if (claim === undefined || !('entity' in claim.subject)) return found;
  found.push(
    context.claim(claim.article, claim.id, 'claims'),
    context.entity(claim.subject.entity, 'subject'),
  );
  return found;
}

function partitionQuads(
  { classes, properties }: QuadTally,
  context: MappingContext,
  out: QuadCollector,
): void {
  const parts = [
    ['class', classes, voidFor.classPartition, voidFor.class, voidFor.entities],
    ['property', properties, voidFor.propertyPartition, voidFor.property, voidFor.triples],
  ] as const;
  const dataset = new NamedNode(context.iris.dataset);
  for (const [kind, counts, has, names, counted] of parts) {
    for (const [iri, n] of inOrder(counts)) {
      const part = new NamedNode(context.iris.partition(kind, compactIri(iri, context.prefixes) ?? iri));
      out.about(dataset);
      out.add(has, part);
      out.about(part);
      out.add(names, context.guard.iri(iri, kind));
      out.add(counted, number(n, context));
    }
  }
}

/** A linkset for each predicate and each source that is linked to. */
function linksetQuads(links: TallyCounts, context: MappingContext, out: QuadCollector): void {
  const { guard, iris } = context;
  const dataset = new NamedNode(iris.dataset);
  for (const [key, n] of inOrder(links)) {
    const [predicate = '', start = ''] = key.split(' ');
    const name = compactIri(predicate, context.prefixes) ?? predicate;
    const linkset = new NamedNode(iris.linkset(name, start));
    const target = new NamedNode(iris.linkTarget(start));
    out.about(dataset);
    out.add(voidFor.subset, linkset);
    out.about(linkset);
    out.add(rdf.type, voidFor.Linkset);
    out.add(voidFor.linkPredicate, guard.iri(predicate, 'sameAs'));
    out.add(voidFor.subjectsTarget, dataset);
    out.add(voidFor.objectsTarget, target);
    out.add(voidFor.triples, number(n, context));
    out.about(target);
    out.add(rdf.type, voidFor.Dataset);
    out.add(voidFor.uriSpace, guard.string(start, 'sameAs'));
  }
}

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

function fileQuads(file: DescribedFile, context: MappingContext, out: QuadCollector): void {
  const { guard, iris, head } = context;
  const dataset = new NamedNode(iris.dataset);
  const node = new NamedNode(iris.distribution(file.part));
  const checksum = new NamedNode(`${node.value}/checksum`);
  out.about(dataset);
  out.add(dcat.distribution, node);
  out.add(schemaFor.distribution, node);
  if (file.feature !== undefined) out.add(voidFor.feature, guard.iri(file.feature, 'feature'));
  out.about(node);
  out.add(rdf.type, dcat.Distribution);
  out.add(rdf.type, schemaFor.DataDownload);
  out.add(dct.title, guard.string(file.name, 'name'));
  out.add(schemaFor.name, guard.string(file.name, 'name'));
  out.add(dct.license, guard.iri(head.licence, 'licence'));
  out.add(dcat.byteSize, number(file.bytes, context));
  out.add(schemaFor.contentSize, guard.string(`${file.bytes} B`, 'bytes'));
  out.add(schemaFor.sha256, guard.string(file.sha256, 'sha256'));
  out.add(spdx.checksum, checksum);
  if (file.mediaType !== undefined) {
    out.add(schemaFor.encodingFormat, guard.string(file.mediaType, 'mediaType'));
    if (file.registered) out.add(dcat.mediaType, guard.iri(MEDIA_TYPES + file.mediaType, 'mediaType'));
  }
  if (file.triples !== undefined) {
    out.add(rdf.type, voidFor.Dataset);
    out.add(voidFor.triples, number(file.triples, context));
    if (file.feature !== undefined) out.add(voidFor.feature, guard.iri(file.feature, 'feature'));
  }
  out.about(checksum);
  out.add(rdf.type, spdx.Checksum);
  out.add(spdx.algorithm, spdx.checksumAlgorithm_sha256);
  out.add(spdx.checksumValue, guard.typed(file.sha256, hexBinary, 'sha256'));
}

function inOrder(counts: TallyCounts): [string, number][] {
  return [...counts].sort(([a], [b]) => compareCodePoints(a, b));
}

function number(n: number, { guard }: MappingContext): Term {
  return guard.count(n, 'count', xsd.integer);
}
