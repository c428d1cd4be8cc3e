// Reads the ontologies, their shapes and the JSON-LD context into the terms that the documentation is about.
import { Parser } from 'n3';

const NS = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  sh: 'http://www.w3.org/ns/shacl#',
  clew: 'https://w3id.org/clew/ns#',
};

/** Triples of a text by subject and predicate; blank nodes keep apart by `prefix`. */
export class Triples {
  #rows = new Map();
  prefixes = {};

  constructor(text, prefix = 'b') {
    const parser = new Parser({ format: 'text/turtle', blankNodePrefix: `${prefix}-` });
    const quads = parser.parse(text, null, (name, iri) => {
      this.prefixes[name] = typeof iri === 'string' ? iri : iri.value;
    });
    for (const { subject, predicate, object } of quads) {
      const row = this.#rows.get(subject.value) ?? new Map();
      this.#rows.set(subject.value, row);
      row.set(predicate.value, [...(row.get(predicate.value) ?? []), object]);
    }
  }
  subjects() {
    return [...this.#rows.keys()];
  }
  /** @param name a prefixed name of {@link NS}, e.g. `rdfs:label` */
  terms(subject, name) {
    const [prefix, local] = name.split(':');
    return this.#rows.get(subject)?.get(NS[prefix] + local) ?? [];
  }
  values(subject, name) {
    return this.terms(subject, name).map(({ value }) => value);
  }
  texts(subject, name) {
    return Object.fromEntries(
      this.terms(subject, name).map(({ value, language }) => [language || 'und', value]),
    );
  }
  list(node) {
    const [first] = this.terms(node, 'rdf:first');
    const [rest] = this.values(node, 'rdf:rest');
    return first === undefined ? [] : [first, ...(rest === undefined ? [] : this.list(rest))];
  }
}

const KINDS = {
  class: ['owl:Class'],
  property: ['owl:ObjectProperty', 'owl:DatatypeProperty', 'rdf:Property'],
  annotation: ['owl:AnnotationProperty'],
  value: ['owl:NamedIndividual'],
};
const full = (name) => NS[name.split(':')[0]] + name.split(':')[1];

/**
 * @param files `{ name, text }` of each ontology
 * @param context the JSON-LD context's text
 */
export function readVocabulary(files, context) {
  const ontologies = [];
  const terms = new Map();
  const prefixes = {};
  for (const { name: file, text } of files) {
    const triples = new Triples(text, file);
    Object.assign(prefixes, triples.prefixes);
    const iri = triples
      .subjects()
      .find((subject) => triples.values(subject, 'rdf:type').includes(full('owl:Ontology')));
    ontologies.push({
      iri,
      file,
      label: triples.texts(iri, 'rdfs:label'),
      description: triples.texts(iri, 'dct:description'),
      version: triples.values(iri, 'owl:versionInfo')[0],
      licence: triples.values(iri, 'dct:license')[0],
    });
    for (const subject of triples.subjects()) {
      if (!subject.startsWith(`${iri}#`)) continue;
      const types = triples.values(subject, 'rdf:type');
      const [kind] =
        Object.entries(KINDS).find(([, names]) => names.some((one) => types.includes(full(one)))) ?? [];
      if (kind !== undefined) terms.set(subject, termOf(subject, kind, types, iri, triples));
    }
  }
  for (const term of terms.values()) {
    for (const parent of term.parents) terms.get(parent)?.children.push(term.iri);
    for (const iri of term.domain) terms.get(iri)?.domainOf.push(term.iri);
    for (const iri of term.range) terms.get(iri)?.rangeOf.push(term.iri);
    for (const iri of term.classes) terms.get(iri)?.members.push(term.iri);
  }
  for (const [key, value] of Object.entries(JSON.parse(context)['@context'])) {
    const id = typeof value === 'string' ? value : value?.['@id'];
    const term = terms.get(expand(id, prefixes));
    if (term !== undefined && !key.startsWith('@')) term.jsonNames.push(key);
  }
  return { ontologies, terms, prefixes };
}

function termOf(iri, kind, types, ontology, triples) {
  const named = (name) =>
    triples
      .terms(iri, name)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  const alternatives = (name) =>
    triples
      .terms(iri, name)
      .flatMap(({ termType, value }) =>
        termType === 'NamedNode'
          ? [value]
          : triples
              .values(value, 'owl:unionOf')
              .flatMap((list) => triples.list(list).map((term) => term.value)),
      );
  const own = (value) => value !== full('owl:NamedIndividual') && !value.startsWith(NS.owl);
  return {
    iri,
    local: iri.slice(iri.indexOf('#') + 1),
    ontology,
    kind,
    thing: types.includes(full('owl:ObjectProperty')),
    literal: types.includes(full('owl:DatatypeProperty')),
    symmetric: types.includes(full('owl:SymmetricProperty')),
    label: triples.texts(iri, 'rdfs:label'),
    definition: triples.texts(iri, 'skos:definition'),
    parents: [...named('rdfs:subClassOf'), ...named('rdfs:subPropertyOf')],
    inverse: named('owl:inverseOf'),
    seeAlso: named('rdfs:seeAlso'),
    classes: kind === 'value' ? types.filter(own) : [],
    domain: alternatives('rdfs:domain'),
    range: alternatives('rdfs:range'),
    use: triples.values(iri, 'clew:termUse')[0],
    needsQualifiers: triples.values(iri, 'clew:needsQualifiers').includes('true'),
    comparison: triples.values(iri, 'clew:comparison').includes('true'),
    children: [],
    domainOf: [],
    rangeOf: [],
    members: [],
    jsonNames: [],
  };
}

/** The records that shapes describe: for each class its properties, how often they stand and what they point to; and the prefixes. */
export function readRecords(text) {
  const shapes = new Triples(text, 'shapes');
  const records = new Map();
  for (const shape of shapes.subjects()) {
    for (const target of shapes.values(shape, 'sh:targetClass')) {
      const record = records.get(target) ?? { iri: target, rows: new Map() };
      records.set(target, record);
      for (const property of shapes.values(shape, 'sh:property')) addRow(property, record, shapes);
    }
  }
  const list = [...records.values()].map(({ iri, rows }) => ({ iri, rows: [...rows.values()] }));
  return { records: list, prefixes: shapes.prefixes };
}

function addRow(property, record, shapes) {
  const [path] = shapes.terms(property, 'sh:path');
  if (path.termType !== 'NamedNode') return;
  const row = record.rows.get(path.value) ?? {
    path: path.value,
    min: 0,
    max: undefined,
    classes: [],
    datatype: undefined,
  };
  record.rows.set(path.value, row);
  const number = (name) => shapes.values(property, name).map(Number)[0];
  row.min = Math.max(row.min, number('sh:minCount') ?? 0, shapes.terms(property, 'sh:hasValue').length);
  row.max = number('sh:maxCount') ?? row.max;
  row.datatype = shapes.values(property, 'sh:datatype')[0] ?? row.datatype;
  const alternatives = shapes
    .values(property, 'sh:or')
    .flatMap((list) => shapes.list(list).map(({ value }) => value));
  for (const node of [property, ...alternatives]) {
    for (const type of shapes.values(node, 'sh:class'))
      if (!row.classes.includes(type)) row.classes.push(type);
  }
}

/** The IRI of a prefixed name, or what was given. */
export function expand(name, prefixes) {
  const colon = String(name).indexOf(':');
  const namespace = colon < 0 ? undefined : prefixes[name.slice(0, colon)];
  return namespace === undefined ? name : namespace + name.slice(colon + 1);
}

/** The prefixed name of an IRI, or the IRI. */
export function compact(iri, prefixes) {
  const [best] = Object.entries(prefixes)
    .filter(([, namespace]) => namespace && iri.startsWith(namespace))
    .sort(([, a], [, b]) => b.length - a.length);
  return best === undefined ? iri : `${best[0]}:${iri.slice(best[1].length)}`;
}
