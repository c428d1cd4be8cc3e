/** What a form of RDF leaves out of a dataset, counted. */
import { type Article, type Dataset, type Loss, LossCounter } from '../model/index.ts';
import { RDF_DEFAULTS, type RdfOptions } from './mapping-context.ts';
import { entitiesOfClaim } from './nanopub-quads.ts';

/** Nothing for `rdf11` and `rdf12`, which hold all of it. */
export function modelLosses(dataset: Dataset, options: Partial<RdfOptions> = {}): readonly Loss[] {
  const { model, text, source } = { ...RDF_DEFAULTS, ...options };
  const losses = new LossCounter();
  if (model === 'nif') {
    const without = dataset.articles.filter(({ id }) => text !== 'full' || source(id) === undefined);
    losses.add('texts, for which NIF has nif:isString: they stay outside', without.length);
  }
  if (model === 'nanopub') nanopubLosses(dataset, losses);
  return losses.report().losses;
}

function nanopubLosses(dataset: Dataset, losses: LossCounter): void {
  const { articles } = dataset;
  const sum = (count: (article: Article) => number) => articles.reduce((n, article) => n + count(article), 0);
  losses.add(
    'paragraphs with their digests',
    sum(({ paragraphs }) => paragraphs.length),
  );
  losses.add(
    'structural spans',
    sum(({ structure }) => structure.length),
  );
  losses.add(
    'credits',
    sum(({ credits }) => credits.length),
  );
  losses.add(
    'entities: all but the labels of those that a claim names',
    sum(({ entities }) => entities.length),
  );
  losses.add('labels of entities that no claim names', sum(unnamed));
  losses.add(
    'mentions',
    sum(({ entities }) => entities.reduce((n, { mentions }) => n + mentions.length, 0)),
  );
  losses.add('identity decisions', dataset.identity.length);
  const { classes, properties } = dataset.ontology;
  losses.add('terms of the ontology', Object.keys(classes).length + Object.keys(properties).length);
}

function unnamed({ entities, claims }: Article): number {
  const named = new Set(claims.flatMap(entitiesOfClaim));
  return entities.filter(({ id }) => !named.has(id)).length;
}
