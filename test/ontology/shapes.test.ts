/// <reference path="../../src/rdf/shacl-engine.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from 'shacl-engine';
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  descriptionQuads,
  type Quad,
  quad,
  type RdfOptions,
  tallied,
} from '../../src/rdf/index.ts';
import { Literal, NamedNode } from '../../src/rdf/quad.ts';
import { ShapeCheck } from '../../src/rdf/shape-check.ts';
import { ShapeData, termKey } from '../../src/rdf/shape-data.ts';
import { ShapeGraph } from '../../src/rdf/shape-graph.ts';
import { rdf, xsd } from '../../src/rdf/well-known.ts';
import { FULL_TEXT, fullSample } from './full-sample.ts';
import { Breaches } from './shape-breaches.ts';

const ONTOLOGY = join(import.meta.dirname, '..', '..', 'ontology');
const graphOf = (...files: string[]) =>
  new ShapeGraph(
    files.flatMap((file, n) => {
      const text = readFileSync(join(ONTOLOGY, file), 'utf8');
      return [...readQuads(text, 'turtle', { file, blankNodePrefix: `f${n}-` }).quads];
    }),
  );
const shapes = graphOf('shapes.ttl', 'form-shapes.ttl', 'description-shapes.ttl');

const triples = (options: Partial<RdfOptions> = {}) => [
  ...datasetToTriples(fullSample, { ...FULL_TEXT, ...options }),
];
const FILE = {
  part: 'ttl',
  name: 'sample.ttl',
  bytes: 12,
  sha256: 'b'.repeat(64),
  mediaType: 'text/turtle',
  registered: true,
  feature: 'http://www.w3.org/ns/formats/Turtle',
  triples: 3,
};
const description = descriptionQuads(fullSample, { tally: tallied(fullSample), files: [FILE] }).quads;

/** Everything that a build writes as RDF. */
const OUTPUTS: Readonly<Record<string, readonly Quad[]>> = {
  'RDF 1.1': triples(),
  'RDF 1.2': triples({ model: 'rdf12' }),
  'inferred and implied': triples({ infer: true, implied: true }),
  NIF: triples({ model: 'nif' }),
  nanopublications: [...datasetToQuads(fullSample, { model: 'nanopub' })].map((one) =>
    quad(one.subject, one.predicate, one.object),
  ),
  'a description': description,
};

describe.each(Object.entries(OUTPUTS))('the shapes, held against %s', (name, quads) => {
  it('pass it', async () => {
    const check = await ShapeCheck.load(shapes);
    expect((await check.check(quads)).findings).toEqual([]);
  });

  it('are about every node in it, so about every class that is written', async () => {
    // Of entities, nanopublications give the names and facts alone.
    const isName = ({ subject }: Quad) =>
      name === 'nanopublications' && subject.value.startsWith(`${fullSample.base}id/`);
    const { nodes } = await (await ShapeCheck.load(shapes)).check(quads);
    const bare = quads.filter((one) => !nodes.has(termKey(one.subject)) && !isName(one));
    expect([...new Set(bare.map(({ subject }) => subject.value))]).toEqual([]);
  });
});

describe('the shapes', () => {
  it('are SHACL Core, without anything that is not checked', () => {
    expect(shapes.doubts()).toEqual([]);
  });

  it('say in English what is wrong, wherever they constrain', () => {
    const silent = new Breaches(shapes)
      .constraints()
      .filter(({ shape }) => shapes.texts(shape, 'message').length === 0);
    expect(silent.map(({ title }) => title)).toEqual([]);
  });
});

/** Constraint components by their parameters (SHACL section 4); those with two parameters have a name for each. */
const component = (parameter: string) =>
  `http://www.w3.org/ns/shacl#${parameter[0]!.toUpperCase()}${parameter.slice(1)}ConstraintComponent`;

describe('each constraint fails what it must fail', () => {
  const breaches = new Breaches(shapes);
  const validator = new Validator(shapes.data, {
    factory: {
      namedNode: (value: string) => new NamedNode(value),
      literal: (value: string) => new Literal(value, xsd.string),
    },
  });
  const constraints = breaches.constraints();

  it('for all of them there is a test', () => {
    expect(constraints.length).toBeGreaterThan(250);
    expect(new Set(constraints.map(({ target }) => target.value)).size).toBe(shapes.targeted.length);
  });

  it.each(constraints.map((constraint) => [constraint.title, constraint] as const))(
    '%s',
    async (_, constraint) => {
      let tried = 0;
      for (const quads of Object.values(OUTPUTS)) {
        for (const [focus, changed] of breaches.changes(constraint, quads)) {
          tried += 1;
          const data = { dataset: new ShapeData(changed), terms: [focus] };
          const { results } = await validator.validate(data, [{ terms: [constraint.target] }]);
          const found = results.filter(
            ({ shape, constraintComponent }) =>
              termKey(shape.ptr.term as never) === termKey(constraint.shape) &&
              constraintComponent.value === component(constraint.parameter),
          );
          expect(found.length).toBeGreaterThan(0);
          // Two kinds of change for a shape of which exactly one part must hold; one node is as good as another.
          if (tried === 2) return;
        }
      }
      // Nothing in the outputs has this path: then the sample must grow.
      expect(tried).toBeGreaterThan(0);
    },
  );
});

describe('a check', () => {
  it('finds a fault from the targets on, and says node, path, value and the way out', async () => {
    const quads = triples().map((quad) =>
      quad.predicate.value.endsWith('ns#confidence')
        ? ({ ...quad, object: new Literal('1.5', xsd.decimal) } as Quad)
        : quad,
    );
    const { findings } = await (
      await ShapeCheck.load(shapes, { prefixes: { clew: 'https://w3id.org/clew/ns#' } })
    ).check(quads);
    expect(findings).toContainEqual({
      severity: 'error',
      code: 'shacl-max-inclusive',
      message: 'Confidence lies between 0 and 1.',
      hint: 'Write `confidence:` with a number from 0 to 1. (maxInclusive: 1.0)',
      focus: new NamedNode('https://data.example/sample/claim/harbour/c1'),
      shape: 'https://w3id.org/clew/shapes#Claim',
      path: 'clew:confidence',
      predicate: 'https://w3id.org/clew/ns#confidence',
      value: new Literal('1.5', xsd.decimal),
    });
  });

  it('knows the classes below a class, where the data says so', async () => {
    const own = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://vocab.example/ns#> .
      ex:Shape a sh:NodeShape ; sh:targetClass ex:Organization ; sh:property [ sh:path ex:seat ; sh:minCount 1 ] .`;
    const graph = new ShapeGraph(readQuads(own, 'turtle', {}).quads);
    const quads = triples();
    const found = async (subclasses: Quad[]) =>
      (await (await ShapeCheck.load(graph, { subclasses })).check(quads)).findings.map(
        ({ focus }) => focus.value,
      );
    const base = 'https://data.example/sample/id/';
    expect((await found(quads)).sort()).toEqual([
      `${base}coast-post`,
      `${base}dock-union`,
      `${base}nordlink`,
    ]);
    expect((await found([])).sort()).toEqual([`${base}coast-post`, `${base}dock-union`]);
  });

  it.each([
    ['a SPARQL constraint', 'ex:S sh:sparql [ sh:select "SELECT $this WHERE {}" ] .', 'shape-beyond-core'],
    ['a target by SPARQL', 'ex:S sh:target [ sh:select "SELECT ?this WHERE {}" ] .', 'shape-beyond-core'],
    [
      'an inverse within a choice',
      'ex:S sh:property [ sh:path [ sh:alternativePath ( [ sh:inversePath ex:p ] ex:q ) ] ] .',
      'shape-path-nested',
    ],
    [
      'an import',
      '<https://e.example/s> <http://www.w3.org/2002/07/owl#imports> <https://e.example/t> .',
      'shapes-not-imported',
    ],
  ])('says that %s is not checked', (_, turtle, code) => {
    const head =
      '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://e.example/> . ex:S a sh:NodeShape ; sh:targetClass ex:C .';
    const graph = new ShapeGraph(readQuads(`${head} ${turtle}`, 'turtle', {}).quads);
    expect(graph.doubts().map((doubt) => doubt.code)).toContain(code);
  });

  it('refuses a shape that is not well-formed', async () => {
    const turtle = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://e.example/> .
      ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:pattern "(" .`;
    const graph = new ShapeGraph(readQuads(turtle, 'turtle', {}).quads);
    await expect(ShapeCheck.load(graph)).rejects.toThrow(/Invalid regular expression/);
  });

  it('takes what types say of nodes, not of classes', async () => {
    const quads = triples().filter(({ predicate }) => !predicate.equals(rdf.type));
    expect((await (await ShapeCheck.load(shapes)).check(quads)).nodes.size).toBe(10);
  });
});
