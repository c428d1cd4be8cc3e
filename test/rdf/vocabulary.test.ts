import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { expect, test } from 'vitest';
import { CLEW, CLEW_TERMS } from '../../src/rdf/index.ts';

const triples = new Parser({ format: 'text/turtle' }).parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'ontology', 'clew.ttl'), 'utf8'),
);
const values = (name: string, predicate: RegExp) =>
  triples
    .filter((triple) => triple.subject.value === CLEW + name && predicate.test(triple.predicate.value))
    .map(({ object }) => object.value);

const TYPES = {
  class: /owl#Class$/,
  property: /owl#(?:Object|Datatype|Annotation)Property$/,
  individual: /owl#NamedIndividual$/,
};

test('the core ontology defines every term that outputs contain, as what it is used', () => {
  const wrong = CLEW_TERMS.filter(
    ({ name, kind }) => !values(name, /#type$/).some((type) => TYPES[kind].test(type)),
  );
  expect(wrong).toEqual([]);
});

test('outputs use every record of the core ontology', () => {
  const known = new Set<string>(CLEW_TERMS.map(({ name }) => name));
  const structure = triples
    .filter(({ predicate, object }) => predicate.value === `${CLEW}termUse` && object.value === 'structure')
    .map(({ subject }) => subject.value.slice(CLEW.length));
  expect(structure.length).toBeGreaterThan(30);
  expect(structure.filter((name) => !known.has(name))).toEqual([]);
});

test('domains and classes of individuals are those of the table', () => {
  const local = (list: string[]) =>
    list.filter((iri) => iri.startsWith(CLEW)).map((iri) => `clew:${iri.slice(CLEW.length)}`);
  const differing = CLEW_TERMS.flatMap(({ name, kind, domain }) => {
    if (kind === 'class' || !domain.startsWith('clew:')) return [];
    const found = local(values(name, kind === 'property' ? /rdf-schema#domain$/ : /#type$/));
    return found.join() === domain ? [] : [{ name, domain, found }];
  });
  expect(differing).toEqual([]);
});

test('the table is in order within its kinds, and names nothing twice', () => {
  expect(new Set(CLEW_TERMS.map(({ name }) => name)).size).toBe(CLEW_TERMS.length);
});
