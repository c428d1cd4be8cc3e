import { describe, expect, it } from 'vitest';
import { kindGroups } from '../../src/graph/index.ts';
import type { OntologyIndex } from '../../src/model/index.ts';

function ontology(parents: Record<string, string[]>): OntologyIndex {
  const classes = Object.fromEntries(
    Object.entries(parents).map(([id, list]) => [id, { id, label: {}, definition: {}, parents: list }]),
  );
  return { classes, properties: {} };
}

describe('kindGroups', () => {
  it('puts a kind with its root class, the most frequent group first', () => {
    const index = ontology({ Thing: [], Org: ['Thing'], Firm: ['Org'], Person: ['Thing'] });
    const counts = new Map([
      ['Person', 2],
      ['Firm', 3],
      ['Org', 1],
    ]);
    expect(kindGroups(index, counts)).toEqual([
      { id: 'Org', hue: 0, kinds: ['Firm', 'Org'], count: 4 },
      { id: 'Person', hue: 1, kinds: ['Person'], count: 2 },
    ]);
  });

  it('unites what is past the hues in "other"', () => {
    const names = Array.from({ length: 10 }, (_, i) => `K${i}`);
    const groups = kindGroups(
      ontology(Object.fromEntries(names.map((name) => [name, []]))),
      new Map(names.map((n) => [n, 1])),
    );
    expect(groups.map(({ id, hue }) => [id, hue])).toEqual([
      ['K0', 0],
      ['K1', 1],
      ['K2', 2],
      ['K3', 3],
      ['K4', 4],
      ['K5', 5],
      ['K6', 6],
      ['K7', 7],
      ['other', -1],
    ]);
  });

  it('takes kinds that the ontology does not know, and classes in a cycle, as they are', () => {
    const index = ontology({ A: ['B'], B: ['A'] });
    const groups = kindGroups(
      index,
      new Map([
        ['A', 1],
        ['Z', 1],
      ]),
    );
    expect(groups.map(({ id }) => id)).toEqual(['A', 'Z']);
  });

  it('keeps one kind alone under its own name', () => {
    expect(kindGroups(ontology({ Thing: [], Ship: ['Thing'] }), new Map([['Ship', 1]]))).toEqual([
      { id: 'Thing', hue: 0, kinds: ['Ship'], count: 1 },
    ]);
  });
});
