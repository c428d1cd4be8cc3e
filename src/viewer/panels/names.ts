/** Names of things in the reader's language as plain text, for announcements, sorting and labels of controls. */

import { literalWords } from '../../graph/index.ts';
import { isClaimRef, isEntityRef, type Value } from '../../model/index.ts';
import type { App } from '../state/app.ts';
import { type Facet, OWN_VOICE } from '../state/filters.ts';
import { sentenceCase } from './words.tsx';

/** An entity's label; its id where it has none. */
export function entityName({ catalog, text }: App, id: string): string {
  return text(catalog.entities.get(id)?.label) || id;
}

/** A claim's statement; where it has none, its parts side by side. */
export function claimName(app: App, key: string): string {
  const claim = app.catalog.claims.get(key);
  if (claim === undefined) return key;
  return (
    app.text(claim.statement) ||
    `${valueName(app, claim.subject)} · ${termName(app, claim.predicate)} · ${valueName(app, claim.object)}`
  );
}

/** The label of a class or property; its CURIE where the ontology has none. */
export function termName({ catalog, text }: App, id: string): string {
  const { classes, properties } = catalog.dataset.ontology;
  return text((properties[id] ?? classes[id])?.label) || id;
}

export function valueName(app: App, value: Value): string {
  if (isEntityRef(value)) return entityName(app, value.entity);
  if (isClaimRef(value)) return claimName(app, `${value.article}/${value.claim}`);
  return literalWords(value, app.strings.value);
}

/** The title of the article in the reading column. */
export function articleTitle({ article, catalog, text }: App): string {
  return text(catalog.articles.get(article.value ?? '')?.title);
}

/** The name of an entity or a claim by its selection key. */
export function keyName(app: App, key: string): string {
  return app.catalog.entities.has(key) ? entityName(app, key) : claimName(app, key);
}

/** The name of a group of kinds: its root class, or "other". */
export function groupName(app: App, id: string): string {
  const { strings } = app;
  return id === 'other' ? strings.value.otherKinds : sentenceCase(termName(app, id), strings.value.locale);
}

/** The name of a facet's value. */
export function facetValueName(app: App, facet: Facet, value: string): string {
  const strings = app.strings.value;
  switch (facet) {
    case 'modality':
      return strings.modalities[value as keyof typeof strings.modalities];
    case 'polarity':
      return value === 'negative' ? strings.denied : strings.affirmed;
    case 'derivation':
      return value === 'implied' ? strings.implied : strings.explicit;
    case 'predicate':
      return sentenceCase(termName(app, value), strings.locale);
    case 'speaker':
      return value === OWN_VOICE ? strings.ownVoice : entityName(app, value);
    case 'article':
      return app.text(app.catalog.articles.get(value)?.title) || value;
  }
}
