/** Turtle ontologies to the classes and properties that a dataset may use. */
import {
  compactIri,
  compareCodePoints,
  type OntologyClass,
  type OntologyIndex,
  type OntologyProperty,
  type Prefixes,
  type Problem,
} from '../model/index.ts';
import { parseTriples } from './parse-triples.ts';
import { CLEW, OWL, RDF, RDFS, SCHEMA, SKOS } from './terms.ts';
import { TripleIndex } from './triple-index.ts';

export interface OntologySource {
  /** Name for messages. */
  readonly file: string;
  readonly text: string;
}

export interface OntologyReading {
  readonly index: OntologyIndex;
  /** The dataset's prefixes with those of the ontologies' terms that the dataset leaves out. */
  readonly prefixes: Prefixes;
  readonly problems: readonly Problem[];
}

const CLASS_TYPES = [`${OWL}Class`, `${RDFS}Class`];
const PROPERTY_TYPES = [`${OWL}ObjectProperty`, `${OWL}DatatypeProperty`, `${RDF}Property`];
const LABELS = [`${RDFS}label`, `${SKOS}prefLabel`];
const DEFINITIONS = [`${SKOS}definition`, `${RDFS}comment`];

/**
 * Reads ontologies together. Terms are named by CURIE, with the dataset's prefixes first, then those of the files.
 * Terms that are marked `clew:termUse "structure"` belong to our own records and are left out. Union classes in domain
 * and range count as alternatives, as do schema.org's domainIncludes and rangeIncludes. Bad Turtle, a term without a
 * prefix, a term defined twice, and a file that defines nothing are problems; the index holds what is sound.
 */
export function readOntologies(sources: readonly OntologySource[], prefixes: Prefixes): OntologyReading {
  const problems: Problem[] = [];
  const parsed = sources.flatMap((source) => {
    const result = parseTriples(source, problems);
    return result === undefined ? [] : [{ file: source.file, ...result }];
  });
  // The dataset's own prefixes win over those that a file happens to use.
  const table: Prefixes = Object.assign({}, ...parsed.map((file) => file.prefixes), prefixes);
  const compact = (iri: string) => compactIri(iri, prefixes) ?? compactIri(iri, table);
  const used: Record<string, string> = { ...prefixes };
  const use = (id: string) => {
    const prefix = id.slice(0, id.indexOf(':'));
    used[prefix] = table[prefix]!;
    return id;
  };
  const name = (iri: string) => {
    const id = compact(iri);
    return id === undefined ? iri : use(id);
  };
  const classes = new Map<string, OntologyClass>();
  const properties = new Map<string, OntologyProperty>();
  const definedIn = new Map<string, string>();

  for (const { file, triples } of parsed) {
    const index = new TripleIndex(triples);
    let found = 0;
    const admit = (iri: string): string | undefined => {
      // A bare declaration of a foreign term, as OWL 2 DL asks for, defines nothing.
      if (index.isOnlyTyped(iri)) return undefined;
      found += 1;
      if (index.strings(iri, `${CLEW}termUse`).includes('structure')) return undefined;
      const id = compact(iri);
      if (id === undefined) {
        problems.push({
          severity: 'error',
          code: 'term-without-prefix',
          message: 'an ontology term has no prefix',
          value: iri,
          hint: 'Declare a prefix for its namespace in the ontology file or in dataset.yaml.',
          place: { file },
        });
        return undefined;
      }
      const earlier = definedIn.get(id);
      if (earlier !== undefined && earlier !== file) {
        problems.push({
          severity: 'error',
          code: 'term-defined-twice',
          message: `a term is defined in ${earlier} already`,
          value: id,
          hint: 'Keep its definition in one ontology.',
          place: { file },
        });
        return undefined;
      }
      definedIn.set(id, file);
      return use(id);
    };
    for (const iri of index.subjectsOfType(CLASS_TYPES)) {
      const id = admit(iri);
      if (id === undefined) continue;
      classes.set(id, {
        id,
        label: index.texts(iri, LABELS),
        definition: index.texts(iri, DEFINITIONS),
        parents: names(index.iris(iri, [`${RDFS}subClassOf`]), name, id),
      });
    }
    for (const iri of index.subjectsOfType(PROPERTY_TYPES)) {
      const id = admit(iri);
      if (id === undefined) continue;
      properties.set(id, {
        id,
        label: index.texts(iri, LABELS),
        definition: index.texts(iri, DEFINITIONS),
        parents: names(index.iris(iri, [`${RDFS}subPropertyOf`]), name, id),
        domain: names(index.alternatives(iri, [`${RDFS}domain`, `${SCHEMA}domainIncludes`]), name),
        range: names(index.alternatives(iri, [`${RDFS}range`, `${SCHEMA}rangeIncludes`]), name),
        values: valuesOf(index, iri),
        use: index.strings(iri, `${CLEW}termUse`).includes('qualifier') ? 'qualifier' : 'predicate',
        needsQualifiers: index.strings(iri, `${CLEW}needsQualifiers`).includes('true'),
        comparison: index.strings(iri, `${CLEW}comparison`).includes('true'),
      });
    }
    if (found === 0) {
      problems.push({
        severity: 'error',
        code: 'empty-ontology',
        message: 'the file defines no class and no property',
        hint: 'Clew reads owl:Class, rdfs:Class, owl:ObjectProperty, owl:DatatypeProperty and rdf:Property.',
        place: { file },
      });
    }
  }
  return { index: { classes: sorted(classes), properties: sorted(properties) }, prefixes: used, problems };
}

function valuesOf(index: TripleIndex, iri: string): OntologyProperty['values'] {
  const types = index.iris(iri, [`${RDF}type`]);
  const thing = types.includes(`${OWL}ObjectProperty`);
  const literal = types.includes(`${OWL}DatatypeProperty`);
  return thing === literal ? 'any' : thing ? 'thing' : 'literal';
}

/** CURIEs of the IRIs, without the term itself, sorted. owl:Thing says nothing and is left out. */
function names(iris: readonly string[], name: (iri: string) => string, self?: string): string[] {
  const list = iris.filter((iri) => iri !== `${OWL}Thing`).map(name);
  return [...new Set(list)].filter((id) => id !== self).sort(compareCodePoints);
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => compareCodePoints(a, b)));
}
