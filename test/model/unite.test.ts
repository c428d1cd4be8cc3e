import { expect, it } from 'vitest';
import { type Entity, uniteEntities } from '../../src/model/index.ts';
import { sampleArticle } from '../fixtures/sample.ts';

const port: Entity = {
  id: 'port',
  kind: 'ex:Place',
  label: { vi: 'Cảng', en: 'Port' },
  aliases: [{ text: 'the docks' }],
  description: { en: 'A port.' },
  sameAs: ['https://places.example/2'],
  closeMatch: [],
  mentions: [{ span: { start: 40, end: 44 }, form: 'name' }],
};
const pier: Entity = { ...port, id: 'pier', mentions: [{ span: { start: 10, end: 14 }, form: 'name' }] };
const later: Entity = {
  ...port,
  label: { en: 'Port', fr: 'Port' },
  aliases: [{ text: 'a quay', lang: 'en' }, { text: 'the docks' }],
  description: { en: 'It has two piers.' },
  sameAs: ['https://places.example/1', 'https://places.example/2'],
  mentions: [],
};
const articles = [
  { ...sampleArticle, id: 'one', entities: [port, pier] },
  { ...sampleArticle, id: 'two', entities: [later] },
];

it('an entity is what all of its articles say of it, however often it is asked', () => {
  const { port: united, pier: other } = Object.fromEntries(uniteEntities({ articles }));
  for (const _ of [1, 2]) {
    expect(united).toMatchObject({
      id: 'port',
      kind: 'ex:Place',
      articles: ['one', 'two'],
      label: { en: 'Port', fr: 'Port', vi: 'Cảng' },
      aliases: [{ text: 'a quay', lang: 'en' }, { text: 'the docks' }],
      description: { en: 'A port. It has two piers.' },
      sameAs: ['https://places.example/1', 'https://places.example/2'],
      closeMatch: [],
      mentionCount: 1,
      mentions: [{ span: { start: 40, end: 44 }, form: 'name', article: 'one', number: 2 }],
    });
  }
  expect(Object.keys(united!.label)).toEqual(['en', 'fr', 'vi']);
  expect(other!.mentions.map(({ number }) => number)).toEqual([1]);
  // Nothing is there that no article says.
  expect(['iri' in united!, 'otherKinds' in united!]).toEqual([false, false]);
});

it('entities come sorted, whatever the order of their articles', () => {
  const turned = [...articles].reverse();
  expect([...uniteEntities({ articles: turned }).keys()]).toEqual(['pier', 'port']);
});
