import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOntologies, superclasses } from '../../src/ontology/index.ts';
import { CLEW_TERMS } from '../../src/rdf/index.ts';

const files = ['clew.ttl', 'news.ttl'].map((name) => ({
  file: name,
  text: readFileSync(join(import.meta.dirname, '..', '..', 'ontology', name), 'utf8'),
}));
const { index, problems } = readOntologies(files, {});
const classes = Object.values(index.classes);
const properties = Object.values(index.properties);

describe('the shipped ontologies', () => {
  it('read together without a problem', () => {
    expect(problems).toEqual([]);
    expect(classes.length).toBeGreaterThan(30);
    expect(properties.length).toBeGreaterThan(70);
  });

  it('label and define every term in English and Vietnamese', () => {
    const bare = [...classes, ...properties].filter(
      ({ label, definition }) => !label.en || !label.vi || !definition.en || !definition.vi,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('name in parents, domains and ranges only terms that exist or are foreign', () => {
    const own = /^(clew|news):/;
    const structure = new Set(['clew:Claim']);
    const named = [
      ...classes.flatMap(({ parents }) => parents),
      ...properties.flatMap(({ domain, range }) => [...domain, ...range]),
    ];
    const lost = named.filter((id) => own.test(id) && !index.classes[id] && !structure.has(id));
    expect(lost).toEqual([]);
  });

  it('put every kind of actor under prov:Agent, which predicates of action ask for', () => {
    for (const id of ['news:Person', 'news:Startup', 'news:Government', 'news:Group']) {
      expect(superclasses(index, id)).toContain('prov:Agent');
    }
  });

  it('mark what is false without its qualifiers', () => {
    const marked = properties.filter(({ needsQualifiers }) => needsQualifiers).map(({ id }) => id);
    expect(marked).toEqual(['news:holdsRank', 'news:performsComparedWith', 'news:ranked']);
  });
});

describe('the core ontology', () => {
  it('defines every term that outputs contain', () => {
    const core = files[0]!.text;
    const missing = CLEW_TERMS.filter(({ name }) => !new RegExp(`^clew:${name} a `, 'm').test(core));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
