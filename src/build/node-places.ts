/** From the IRI of a node that the mapping wrote back to the part of the data that made it, and to its line. */
import type { SourcePlaces } from '../corpus/index.ts';
import {
  type Article,
  claimKey,
  claimSpans,
  type Dataset,
  mentionNumbers,
  type Place,
} from '../model/index.ts';

/** Steps of the path under the dataset's base, e.g. `['evidence', 'harbour', 'c1', '2', 'target']`. */
type Steps = readonly string[];

/** Looks up places article by article; what it has worked out for one article it forgets with the next. */
export class NodePlaces {
  readonly #base: string;
  readonly #places: SourcePlaces;
  readonly #articles: ReadonlyMap<string, Article>;
  #mentions:
    | { readonly article: string; readonly places: ReadonlyMap<number, Place | undefined> }
    | undefined;

  constructor(dataset: Dataset, places: SourcePlaces) {
    this.#base = dataset.base;
    this.#places = places;
    this.#articles = new Map(dataset.articles.map((article) => [article.id, article]));
  }

  /**
   * @param article whose graph says something of the node: entities stand in several
   * @returns the nearest place around what made the node; the dataset's where the IRI says nothing
   */
  of(iri: string, article: string | undefined): Place | undefined {
    const places = this.#places;
    if (!iri.startsWith(this.#base)) return this.#around(article);
    const steps = iri.slice(this.#base.length).split('/');
    const [kind = '', first = '', second = ''] = steps;
    switch (kind) {
      case 'article':
        return places.article(first);
      case 'id':
        return article === undefined ? this.#anywhere(first) : places.entity(article, first);
      case 'claim':
      case 'attribution':
      case 'quantity':
        return places.claim(`${first}/${second}`);
      case 'evidence':
        return this.#evidence(steps);
      case 'mention':
        return this.#mention(steps);
      case 'paragraph':
      case 'structure':
      case 'credit':
        return this.#region(steps);
      case 'identity':
        return places.decision(first, second) ?? places.dataset();
      default:
        return this.#around(article);
    }
  }

  #around(article: string | undefined): Place | undefined {
    return (article === undefined ? undefined : this.#places.article(article)) ?? this.#places.dataset();
  }

  /** Where the first article that lists the entity lists it. */
  #anywhere(id: string): Place | undefined {
    for (const [article, { entities }] of this.#articles) {
      if (entities.some((entity) => entity.id === id)) return this.#places.entity(article, id);
    }
    return this.#places.dataset();
  }

  #evidence([, article = '', id, n]: Steps): Place | undefined {
    const claim = this.#articles.get(article)?.claims.find((one) => one.id === id);
    const span = claim && claimSpans(claim)[Number(n) - 1];
    const key = `${article}/${id}`;
    return claim && span ? this.#places.evidence(claimKey(claim), span) : this.#places.claim(key);
  }

  #mention([, id = '', n]: Steps): Place | undefined {
    if (this.#mentions?.article !== id) {
      const places = new Map<number, Place | undefined>();
      const article = this.#articles.get(id);
      const numbers = article && mentionNumbers(article);
      for (const entity of article?.entities ?? []) {
        for (const mention of entity.mentions) {
          places.set(numbers!.get(mention)!, this.#places.mention(id, entity.id, mention.span));
        }
      }
      this.#mentions = { article: id, places };
    }
    return this.#mentions.places.get(Number(n)) ?? this.#places.article(id);
  }

  #region([kind, id = '', n]: Steps): Place | undefined {
    const article = this.#articles.get(id);
    const at = Number(n) - 1;
    const span =
      kind === 'credit'
        ? article?.credits[at]?.spans[0]
        : article?.[kind === 'paragraph' ? 'paragraphs' : 'structure'][at]?.span;
    return span ? this.#places.region(id, span) : this.#places.article(id);
  }
}
