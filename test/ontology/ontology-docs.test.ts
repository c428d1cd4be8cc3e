import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ontologyPage, page } from '../../scripts/ontology-docs/page.mjs';
import { readVocabulary } from '../../scripts/ontology-docs/read.mjs';
import { readOntologies } from '../../src/ontology/index.ts';
import { CLEW_TERMS } from '../../src/rdf/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const committed = readFileSync(join(ROOT, 'docs', 'ontology.html'), 'utf8');
const files = ['clew.ttl', 'news.ttl'].map((file) => ({
  file,
  text: readFileSync(join(ROOT, 'ontology', file), 'utf8'),
}));
const { index } = readOntologies(files, {});

/** The entry of a term. */
const entry = (local: string) =>
  new RegExp(`<article class="term"><h3 id="${local}">(?:(?!</article>).)*</article>`).exec(committed)?.[0] ??
  '';

describe('the documentation of the ontologies', () => {
  it('is what `npm run docs` makes of them', () => {
    expect(ontologyPage(ROOT) === committed).toBe(true);
  });

  it('has an entry for every term, under its local name, with labels and definitions in both languages', () => {
    for (const { id, label, definition } of [
      ...Object.values(index.classes),
      ...Object.values(index.properties),
    ]) {
      const text = entry(id.slice(id.indexOf(':') + 1));
      for (const said of [id, label.en!, label.vi!, definition.en!, definition.vi!]) {
        expect(text).toContain(said.replace(/"/g, '&quot;').replace(/'/g, '&#39;'));
      }
    }
    expect(CLEW_TERMS.filter(({ name }) => entry(name) === '')).toEqual([]);
  });

  it('names each anchor once, and its own links lead to anchors', () => {
    const anchors = [...committed.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(anchors).size).toBe(anchors.length);
    const led = [...committed.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(led.length).toBeGreaterThan(400);
    expect(led.filter((id) => !anchors.includes(id))).toEqual([]);
  });

  it('says what stands around a term', () => {
    expect(entry('founded')).toContain('<dt>Special case of</dt><dd><a href="#affiliatedWith">');
    expect(entry('founded')).toContain('inverse of schema:founder');
    expect(entry('Company')).toContain('<dt>Above</dt><dd><a href="#Startup">');
    expect(entry('Company')).toContain('kind of an entity');
    expect(entry('rank')).toContain('qualifier of a claim');
    expect(entry('modality')).toContain('<dt>In JSON-LD</dt><dd><code>modality</code>');
    expect(entry('holdsRank')).toContain('would be false');
    expect(entry('Claim')).toContain('shapes.ttl');
  });

  it('stands alone: no script, nothing that is loaded from elsewhere', () => {
    const loads = /<script|<link|<img|<iframe| src=|url\((?!#)|@import|<[^>]*\son\w+=/i;
    expect(loads.exec(committed)?.[0]).toBeUndefined();
  });

  it('escapes what an ontology says', () => {
    const hostile = `@prefix ex: <https://e.example/x#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      <https://e.example/x> a owl:Ontology ; rdfs:label "<i>"@en , "<i>"@vi ; dct:description "<i>"@en , "<i>"@vi ;
        owl:versionInfo "<i>" ; dct:license <https://e.example/l> .
      ex:T a owl:Class ; rdfs:label "<script>alert(1)</script>"@en , "\\"onload='x'"@vi ; skos:definition "a & b"@en , "</article>"@vi .`;
    const text = page(readVocabulary([{ name: 'x.ttl', text: hostile }], '{"@context": {}}'), [], '');
    expect(/<script|<i>|"onload|a & b/.exec(text)?.[0]).toBeUndefined();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
