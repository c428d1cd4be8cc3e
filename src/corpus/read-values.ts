/** Subjects, objects and the values of qualifiers: entities, claims, literals. */
import type { ClaimRef, OntologyProperty, Subject, Value } from '../model/index.ts';
import type { ArticleContext } from './article-context.ts';
import { refuseBareText } from './check-range.ts';
import { readEntityRef } from './read-entity-ref.ts';
import { LiteralReader } from './read-literal.ts';
import type { LiteralRecord, SubjectRecord, ValueRecord } from './schema.ts';
import type { Path, SourcePart } from './source.ts';

/** A claim that refers to another; whether the other exists is known when all claims have been read. */
export interface ClaimLink {
  /** `<article>/<id>`. */
  readonly from: string;
  readonly to: string;
  readonly part: SourcePart;
  readonly path: Path;
}

export class ValueReader {
  readonly links: ClaimLink[] = [];
  readonly #part: SourcePart;
  readonly #context: ArticleContext;
  readonly #literals: LiteralReader;

  constructor(part: SourcePart, context: ArticleContext) {
    this.#part = part;
    this.#context = context;
    this.#literals = new LiteralReader(part, context);
  }

  /** @param from id of the claim that the subject belongs to */
  subject(raw: SubjectRecord, path: Path, from: string): Subject | undefined {
    return typeof raw === 'string'
      ? this.#entity(raw, path)
      : this.#claim(raw.claim, [...path, 'claim'], from);
  }

  /** @param property what the value is a value of, where it is known */
  value(
    raw: ValueRecord,
    path: Path,
    from: string,
    property: OntologyProperty | undefined,
  ): Value | undefined {
    if (typeof raw === 'string') {
      if (property?.values !== 'literal') return this.#entity(raw, path);
      refuseBareText(raw, property, this.#part, path, this.#context);
      return undefined;
    }
    if (typeof raw !== 'object') return this.#literals.readBare(raw, path);
    if ('claim' in raw) return this.#claim(raw.claim, [...path, 'claim'], from);
    return this.#literals.read(raw as LiteralRecord, path, property?.range ?? []);
  }

  #entity(id: string, path: Path): { entity: string } | undefined {
    const entity = readEntityRef(id, this.#part, path, this.#context);
    return entity === undefined ? undefined : { entity };
  }

  #claim(written: string, path: Path, from: string): ClaimRef | undefined {
    const [first = '', second, ...more] = written.split('/');
    const ref =
      second === undefined
        ? { claim: first, article: this.#context.article }
        : { claim: second, article: first };
    if (more.length > 0 || ref.claim === '' || ref.article === '') {
      this.#context.problems.error('unknown-claim', 'this names no claim', {
        place: this.#part.place(path),
        value: written,
        hint: 'write the id of a claim of this article, or `article/id`',
      });
      return undefined;
    }
    const to = `${ref.article}/${ref.claim}`;
    this.links.push({ from: `${this.#context.article}/${from}`, to, part: this.#part, path });
    return ref;
  }
}
