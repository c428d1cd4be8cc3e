import { describe, expect, it } from 'vitest';
import { placeAt, suggestions } from '../../src/viewer/query/suggestions.ts';
import type { Vocabulary } from '../../src/viewer/query/vocabulary.ts';

const VOCABULARY: Vocabulary = {
  prefixes: { news: 'https://e/news#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#' },
  terms: [
    {
      id: 'news:Company',
      kind: 'class',
      label: { en: 'company', vi: 'công ty' },
      definition: { en: 'A firm.', vi: 'Một hãng.' },
    },
    { id: 'news:leads', kind: 'property', label: { en: 'leads', vi: 'dẫn đầu' }, definition: {} },
  ],
};
const texts = (query: string, language = 'en') => {
  const place = placeAt(query);
  return place && suggestions(place, query, VOCABULARY, [language]).map(({ text }) => text);
};

describe('suggestions in a query', () => {
  it.each([
    ['SELECT ?who ?wh', ['?who']],
    ['SELECT $who { ?who a news:C', ['news:Company']],
    ['ne', ['news:Company', 'news:leads', 'news:']],
    ['lead', ['news:leads']],
    ['sel', ['SELECT']],
    ['{ ?c a cong', ['news:Company']],
    ['{ ?c a công', ['news:Company']],
    ['dan', ['news:leads']],
    ['nothingthatisknown', []],
  ])('after %s', (query, wanted) => expect(texts(query)).toEqual(wanted));

  it('say what a term means in the reader’s language', () => {
    const query = 'news:Com';
    expect(suggestions(placeAt(query)!, query, VOCABULARY, ['vi'])).toEqual([
      { text: 'news:Company', kind: 'class', detail: 'công ty', info: 'Một hãng.' },
    ]);
  });

  it.each(['# a com', '"a com', "FILTER(?x = 'com", '{ ', '?x < '])('stay away in %s', (query) => {
    expect(placeAt(query)).toBeUndefined();
  });

  it('leave IRIs to the names of things', () => {
    expect(placeAt('{ <id/open')).toEqual({ from: 2, typed: '<id/open', kind: 'iri' });
    expect(placeAt('{ <Bắc Ki')).toEqual({ from: 2, typed: '<Bắc Ki', kind: 'iri' });
    expect(texts('{ <id/open')).toEqual([]);
  });
});
