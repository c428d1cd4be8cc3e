import { readFileSync } from 'node:fs';
import { join } from 'node:path';
/// <reference path="./shacl-engine.d.ts" />
import { DataFactory, Parser, type Quad, Store } from 'n3';
import { Validator } from 'shacl-engine';
import { describe, expect, it } from 'vitest';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const shapes = new Store(
  new Parser().parse(readFileSync(join(import.meta.dirname, '..', '..', 'ontology', 'shapes.ttl'), 'utf8')),
);
const validator = new Validator(shapes, { factory: DataFactory });
const sink = new StringSink();
await writeDatasetRdf(sampleDataset, 'ntriples', sink);
const quads = new Parser({ format: 'application/n-triples' }).parse(sink.toString());

/** Messages of what does not conform, each once. */
async function report(data: readonly Quad[]): Promise<string[]> {
  const { results } = await validator.validate({ dataset: new Store([...data]) });
  return [...new Set(results.map(({ message }) => message[0]?.value ?? 'no message'))];
}
const without = (predicate: string, subject = '') =>
  quads.filter((quad) => !(quad.predicate.value.endsWith(predicate) && quad.subject.value.includes(subject)));

describe('the shapes', () => {
  it('pass our own output', async () => {
    expect(await report(quads)).toEqual([]);
  });

  it.each([
    ['ns#modality', 'A claim says how firmly it is made.'],
    ['ns#polarity', 'A claim says whether it is affirmed or denied.'],
    ['ns#derivation', 'A claim says whether the words say it.'],
    ['rdf-syntax-ns#subject', 'A claim has one subject, an entity or a claim.'],
    ['prov#wasDerivedFrom', 'A claim names the article that it is from.'],
    ['oa#hasTarget', 'Evidence points to a span of an article.'],
    ['ns#speaker', 'An attribution names its speaker.'],
    ['ns#sha256', 'An article is known by the SHA-256 of its source.'],
  ])('fail where %s is missing', async (predicate, message) => {
    expect(await report(without(predicate))).toContain(message);
  });

  it('fail where a claim rests on no words', async () => {
    expect(await report(without('oa#hasBody', '/evidence/harbour/c1/'))).toContain(
      'A claim rests on at least one span of text.',
    );
  });

  it('fail where a span ends before it starts', async () => {
    const { namedNode, literal, quad } = DataFactory;
    const zero = literal('0', namedNode('http://www.w3.org/2001/XMLSchema#nonNegativeInteger'));
    const turned = quads.map((q) =>
      q.predicate.value.endsWith('oa#end') ? quad(q.subject, q.predicate, zero) : q,
    );
    expect(await report(turned)).toContain('A span starts before it ends.');
  });

  it('fail where an entity has two labels in one language', async () => {
    const { namedNode, literal, quad } = DataFactory;
    const label = namedNode('http://www.w3.org/2000/01/rdf-schema#label');
    const twice = quad(namedNode('https://data.example/sample/id/lindmar'), label, literal('Lindmarr', 'en'));
    expect(await report([...quads, twice])).toContain('An entity has one label per language.');
  });
});
