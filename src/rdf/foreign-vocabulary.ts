/** What foreign data is read by: the properties that name and describe things in the vocabularies that are in use. */
import type { Prefixes } from '../model/index.ts';
import { owl, rdfs, STANDARD_PREFIXES } from './well-known.ts';

const { dct, schema, skos } = STANDARD_PREFIXES;
const DC = 'http://purl.org/dc/elements/1.1/';
const DBPEDIA = 'http://dbpedia.org/ontology/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const GEONAMES = 'http://www.geonames.org/ontology#';
const SCHEMA_HTTP = 'http://schema.org/';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';

/** Properties whose texts are names, the best first. */
export const LABELS: readonly string[] = [
  rdfs.label.value,
  `${skos}prefLabel`,
  `${schema}name`,
  `${SCHEMA_HTTP}name`,
  `${FOAF}name`,
  `${dct}title`,
  `${DC}title`,
  `${GEONAMES}name`,
  `${VCARD}fn`,
];

/** Properties whose texts describe, the best first. */
export const DESCRIPTIONS: readonly string[] = [
  `${dct}description`,
  `${schema}description`,
  `${SCHEMA_HTTP}description`,
  `${DC}description`,
  `${skos}definition`,
  rdfs.comment.value,
  `${DBPEDIA}abstract`,
];

/** Classes that say nothing: an entity that has another is not shown by them. */
export const GENERAL_CLASSES: ReadonlySet<string> = new Set(
  [owl.NamedIndividual, owl.Thing, rdfs.Resource].map(({ value }) => value),
);

/** Names for namespaces for which a file has declared none. */
export const USUAL_PREFIXES: Prefixes = {
  dbo: DBPEDIA,
  dbr: 'http://dbpedia.org/resource/',
  dc: DC,
  dcat: 'http://www.w3.org/ns/dcat#',
  foaf: FOAF,
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  gn: GEONAMES,
  org: 'http://www.w3.org/ns/org#',
  schemaHttp: SCHEMA_HTTP,
  vann: 'http://purl.org/vocab/vann/',
  vcard: VCARD,
  wd: 'http://www.wikidata.org/entity/',
  wdt: 'http://www.wikidata.org/prop/direct/',
};

/** The steps of an IRI after its scheme and host, percent-decoded, the last one first; its host where there is none. */
export function iriSteps(iri: string): string[] {
  const [, authority, rest = ''] = /^[^:]*:(?:\/\/([^/?#]*))?(.*)$/s.exec(iri) ?? [];
  const steps = rest
    .split(/[/#?:&=]+/)
    .filter((step) => step !== '')
    .map(decoded);
  return steps.length > 0 ? steps.reverse() : [authority ?? iri];
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    // Not UTF-8 behind its percent signs: shown as it stands.
    return step;
  }
}

/** The name of a thing as its IRI has it: `New_York` as `New York`. */
export function nameOfThing(iri: string): string {
  return iriSteps(iri)[0]!.replaceAll('_', ' ').trim() || iri;
}

/** The name of a class or a property as its IRI has it: `birthPlace` as `birth place`, `hasURL` as `has URL`. */
export function nameOfTerm(iri: string): string {
  return nameOfThing(iri)
    .replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})/gu, ' ')
    .replace(/(?<= )\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
}
