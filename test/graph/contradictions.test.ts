import { describe, expect, it } from 'vitest';
import { contradictions } from '../../src/graph/index.ts';
import type { Claim, Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const first = sampleArticle.claims[0]!;

function among(...claims: Partial<Claim>[]): Record<string, readonly string[]> {
  const made = claims.map((claim, at): Claim => ({ ...first, time: undefined!, id: `c${at + 1}`, ...claim }));
  const dataset: Dataset = {
    ...sampleDataset,
    ontology: {
      ...sampleDataset.ontology,
      properties: {
        ...sampleDataset.ontology.properties,
        'ex:refutes': {
          ...sampleDataset.ontology.properties['ex:contradicts']!,
          id: 'ex:refutes',
          parents: ['ex:contradicts'],
        },
      },
    },
    articles: [{ ...sampleArticle, claims: made }],
  };
  return Object.fromEntries(contradictions(dataset));
}

const c = (id: string) => ({ claim: id, article: 'harbour' });
const both = { 'harbour/c1': ['harbour/c2'], 'harbour/c2': ['harbour/c1'] };

describe('two claims contradict each other', () => {
  it('where the same is affirmed and denied, whoever says it and how', () => {
    expect(among({}, { polarity: 'negative', modality: 'opinion' })).toEqual(both);
  });

  it('where their object is the same literal, however its parts are ordered', () => {
    expect(
      among(
        { object: { value: '3', unit: 'boats' } },
        { object: { unit: 'boats', value: '3' }, polarity: 'negative' },
      ),
    ).toEqual(both);
  });

  it('where a claim says so, by a predicate called so or below one', () => {
    const others = [
      {},
      { predicate: 'ex:boosts' },
      { subject: c('c2'), predicate: 'ex:refutes', object: c('c1') },
    ];
    expect(among(...others)).toEqual(both);
  });

  it('where their times may meet: approximate, open or unknown', () => {
    const denied = { polarity: 'negative' } as const;
    expect(among({ time: '2031-05' }, { ...denied, time: '2031~' })).toEqual(both);
    expect(among({ time: '2031-05' }, { ...denied, time: '../2032' })).toEqual(both);
    expect(among({ time: '2031-05' }, denied)).toEqual(both);
  });

  it('all together, each with all it contradicts', () => {
    expect(contradictions(sampleDataset)).toEqual(
      new Map([
        ['harbour/c3', ['harbour/c4']],
        ['harbour/c4', ['harbour/c3']],
      ]),
    );
    expect(among({ polarity: 'negative' }, {}, {})).toEqual({
      'harbour/c1': ['harbour/c2', 'harbour/c3'],
      'harbour/c2': ['harbour/c1'],
      'harbour/c3': ['harbour/c1'],
    });
  });
});

describe('claims do not contradict each other', () => {
  it('where both affirm, both deny, or their parts differ', () => {
    const denied = { polarity: 'negative' } as const;
    expect(among({}, {})).toEqual({});
    expect(among(denied, denied)).toEqual({});
    expect(among({}, { ...denied, predicate: 'ex:boosts' })).toEqual({});
    expect(among({}, { ...denied, object: { entity: 'lindmar' } })).toEqual({});
    expect(among({}, { ...denied, subject: { entity: 'lindmar' } })).toEqual({});
  });

  it('where they hold at different times', () => {
    expect(among({ time: '2030' }, { time: '2031/..', polarity: 'negative' })).toEqual({});
  });

  it('where that they do is denied, or said of something that is not there', () => {
    const says = { subject: c('c2'), predicate: 'ex:contradicts', object: c('c1') };
    expect(among({}, { predicate: 'ex:boosts' }, { ...says, polarity: 'negative' })).toEqual({});
    expect(among({}, { ...says, subject: c('c9') })).toEqual({});
    expect(among({ ...says, subject: c('c1') })).toEqual({});
  });
});
