/** The sample with every part that the mapping can write, so that every shape finds something that it is about. */
import { type Claim, CodePointText, type Dataset, type Entity } from '../../src/model/index.ts';
import type { RdfOptions } from '../../src/rdf/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const quantity: Claim = {
  ...sampleArticle.claims.find(({ id }) => id === 'c7')!,
  id: 'c12',
  object: { value: '41.5', datatype: 'xsd:decimal', unit: 'knot' },
  said: '2031~',
};

const MORE: Readonly<Record<string, Partial<Entity>>> = {
  lindmar: { closeMatch: ['https://places.example/lindmar-town'] },
  'old-gull': { aliases: [{ text: 'the Gull 🚢' }] },
};
const entities = sampleArticle.entities.map((entity): Entity => ({ ...entity, ...MORE[entity.id] }));

const { properties } = sampleDataset.ontology;

export const fullSample: Dataset = {
  ...sampleDataset,
  ontology: {
    ...sampleDataset.ontology,
    properties: { ...properties, 'ex:leads': { ...properties['ex:leads']!, parents: ['ex:operates'] } },
  },
  articles: [{ ...sampleArticle, titleIsOurs: false, entities, claims: [...sampleArticle.claims, quantity] }],
};

const TEXT = new CodePointText('Nordlink and the sea. '.repeat(30).slice(0, 620));

/** Quotes beside positions, and the text itself. */
export const FULL_TEXT: Partial<RdfOptions> = { text: 'full', source: () => TEXT };
