/** From the parts of a dataset back to the lines that they were read from, for whatever finds fault with them later. */
import type { Place, Span } from '../model/index.ts';
import type { ArticleSource, Path, SourcePart } from './source.ts';

/** Every look-up falls back to the nearest place around what was asked for; `undefined` for what was never read. */
export class SourcePlaces {
  readonly #places = new Map<string, Place>();

  dataset(): Place | undefined {
    return this.#places.get('');
  }

  article(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** Where the article lists the entity. */
  entity(article: string, id: string): Place | undefined {
    return this.#places.get(`${article}#${id}`) ?? this.article(article);
  }

  mention(article: string, entity: string, span: Span): Place | undefined {
    return this.#places.get(`${article}#${entity}${spanKey(span)}`) ?? this.entity(article, entity);
  }

  /** @param key `<article>/<id>` */
  claim(key: string): Place | undefined {
    return this.#places.get(key) ?? this.article(key.slice(0, key.indexOf('/')));
  }

  /** A span of the claim's evidence or attribution. @param key `<article>/<id>` */
  evidence(key: string, span: Span): Place | undefined {
    return this.#places.get(`${key}${spanKey(span)}`) ?? this.claim(key);
  }

  /** A paragraph, structural span or credit of the article. */
  region(article: string, span: Span): Place | undefined {
    return this.#places.get(`${article}${spanKey(span)}`) ?? this.article(article);
  }

  /** The standing decision about two entities, the smaller id first. */
  decision(a: string, b: string): Place | undefined {
    return this.#places.get(`=${a}/${b}`);
  }

  setDecision(a: string, b: string, place: Place): void {
    this.#places.set(`=${a}/${b}`, place);
  }

  setDataset(place: Place): void {
    this.#places.set('', place);
  }

  setArticle(id: string, place: Place): void {
    this.#places.set(id, place);
  }

  /** Remembers where everything of an article stands, as far as its shape allows. */
  addArticle(id: string, { article, entities, claims }: ArticleSource): void {
    if (article !== undefined) {
      this.setArticle(id, article.place([]));
      for (const list of ['paragraphs', 'structure']) this.#addSpans(id, article, [list]);
      for (const index of listAt(article, ['credits']).keys())
        this.#addSpans(id, article, ['credits', index, 'spans']);
    }
    for (const [index, entity] of listAt(entities, []).entries()) {
      const key = `${id}#${String(fieldOf(entity, 'id'))}`;
      this.#places.set(key, entities!.place([index]));
      this.#addSpans(key, entities!, [index, 'mentions']);
    }
    for (const [index, claim] of listAt(claims, []).entries()) {
      const key = `${id}/${String(fieldOf(claim, 'id'))}`;
      this.#places.set(key, claims!.place([index]));
      this.#addSpans(key, claims!, [index, 'evidence']);
      let path: Path = [index, 'attribution'];
      for (let link = fieldOf(claim, 'attribution'); link !== undefined; link = fieldOf(link, 'via')) {
        this.#addSpans(key, claims!, [...path, 'spans']);
        path = [...path, 'via'];
      }
    }
  }

  /** The list at `path` holds spans, or records with a field `span`. */
  #addSpans(key: string, part: SourcePart, path: Path): void {
    for (const [index, item] of listAt(part, path).entries()) {
      const inRecord = !Array.isArray(item);
      const span: unknown = inRecord ? fieldOf(item, 'span') : item;
      if (!Array.isArray(span)) continue;
      const at = part.place(inRecord ? [...path, index, 'span'] : [...path, index]);
      this.#places.set(`${key}${spanKey({ start: span[0], end: span[1] })}`, at);
    }
  }
}

function spanKey({ start, end }: Span): string {
  return `@${start}-${end}`;
}

function listAt(part: SourcePart | undefined, path: Path): readonly unknown[] {
  let value: unknown = part?.value;
  for (const step of path) value = fieldOf(value, step);
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, field: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[field]
    : undefined;
}
