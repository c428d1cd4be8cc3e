/** The terms that describe a dataset and its files: DCAT, SPDX, FOAF, and more of VoID, Dublin Core and schema.org. */
import type { Prefixes } from '../model/index.ts';
import { NamedNode } from './quad.ts';
import { STANDARD_PREFIXES } from './well-known.ts';

/** Prefixes that only descriptions need, beside {@link STANDARD_PREFIXES}. */
export const DESCRIPTION_PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
} as const satisfies Prefixes;

function terms<const N extends string>(
  namespace: string,
  names: readonly N[],
): Readonly<Record<N, NamedNode>> {
  return Object.fromEntries(names.map((name) => [name, new NamedNode(namespace + name)])) as Record<
    N,
    NamedNode
  >;
}

export const dcat = terms(DESCRIPTION_PREFIXES.dcat, [
  'Dataset',
  'Distribution',
  'byteSize',
  'distribution',
  'mediaType',
]);
export const foaf = terms(DESCRIPTION_PREFIXES.foaf, ['primaryTopic']);
export const spdx = terms(DESCRIPTION_PREFIXES.spdx, [
  'Checksum',
  'algorithm',
  'checksum',
  'checksumAlgorithm_sha256',
  'checksumValue',
]);
export const voidFor = terms(STANDARD_PREFIXES.void, [
  'Dataset',
  'DatasetDescription',
  'Linkset',
  'class',
  'classPartition',
  'classes',
  'distinctSubjects',
  'entities',
  'exampleResource',
  'feature',
  'linkPredicate',
  'objectsTarget',
  'properties',
  'property',
  'propertyPartition',
  'subjectsTarget',
  'subset',
  'triples',
  'uriRegexPattern',
  'uriSpace',
  'vocabulary',
]);
export const schemaFor = terms(STANDARD_PREFIXES.schema, [
  'DataDownload',
  'Dataset',
  'contentSize',
  'dateModified',
  'datePublished',
  'description',
  'distribution',
  'encodingFormat',
  'identifier',
  'inLanguage',
  'license',
  'name',
  'sha256',
]);
export const hexBinary = new NamedNode(`${STANDARD_PREFIXES.xsd}hexBinary`);
