import { describe, expect, it } from 'vitest';
import { isOneOf, resolveTerm, superclasses, superproperties } from '../../src/ontology/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const { ontology } = sampleDataset;

describe('superclasses', () => {
  it('holds the class itself and everything above it', () => {
    expect([...superclasses(ontology, 'ex:Company')]).toEqual(['ex:Company', 'ex:Organization']);
  });
  it('ends in a cycle where it began', () => {
    const cls = (id: string, parent: string) => ({ id, label: {}, definition: {}, parents: [parent] });
    const index = { classes: { 'ex:A': cls('ex:A', 'ex:B'), 'ex:B': cls('ex:B', 'ex:A') }, properties: {} };
    expect([...superclasses(index, 'ex:A')]).toEqual(['ex:A', 'ex:B']);
  });
  it('holds an unknown class alone', () => {
    expect([...superclasses(ontology, 'ex:Nothing')]).toEqual(['ex:Nothing']);
    expect([...superproperties(ontology, 'ex:nothing')]).toEqual(['ex:nothing']);
  });
});

describe('isOneOf', () => {
  it('accepts a subclass, and anything where no class is asked for', () => {
    expect(isOneOf(ontology, 'ex:Company', ['ex:Organization'])).toBe(true);
    expect(isOneOf(ontology, 'ex:Organization', ['ex:Company'])).toBe(false);
    expect(isOneOf(ontology, 'ex:Ship', [])).toBe(true);
  });
});

describe('resolveTerm', () => {
  const candidates = ['a:launched', 'b:launched', 'a:ranked'];
  it('takes a CURIE as it stands and a local name that one term has', () => {
    expect(resolveTerm('b:launched', candidates)).toEqual({ id: 'b:launched' });
    expect(resolveTerm('ranked', candidates)).toEqual({ id: 'a:ranked' });
  });
  it('says which terms share a local name', () => {
    expect(resolveTerm('launched', candidates)).toEqual({
      problem: 'ambiguous',
      matches: ['a:launched', 'b:launched'],
    });
  });
  it('does not know what is not there', () => {
    expect(resolveTerm('launch', candidates)).toEqual({ problem: 'unknown', matches: [] });
  });
});
