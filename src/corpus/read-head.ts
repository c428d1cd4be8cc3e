/** What an article says of its text: title, language, date, credits, paragraphs and structural spans. */
import {
  type Article,
  type Credit,
  compareCodePoints,
  compareSpans,
  type Paragraph,
  type Span,
  type Structure,
} from '../model/index.ts';
import type { EntityTable, ReadingContext } from './article-context.ts';
import { checkIri } from './check-iri.ts';
import { checkLanguageTag, readLangMap } from './check-text.ts';
import { readEdtf } from './check-time.ts';
import { readEntityRef } from './read-entity-ref.ts';
import { checkDisjoint, readSpan, readSpans, type TextBounds } from './read-spans.ts';
import type { ArticleHeadRecord } from './schema.ts';
import type { Shape } from './shape.ts';
import type { SourcePart } from './source.ts';

/** The article without its lists. */
export type Head = Omit<Article, 'entities' | 'claims'>;

/** Names of graphs beside the articles' own: an article of that name would share a graph with them. */
export const RESERVED_IDS: readonly string[] = ['dataset', 'identity'];

/** Reads the sound parts of an article's own fields. What has errors is left out of the result: they are reported. */
export class HeadReader {
  readonly #part: SourcePart;
  readonly #raw: ArticleHeadRecord;
  readonly #shape: Shape;
  readonly #context: ReadingContext;
  /** Where the article's spans may lie, for the readers of its claims and entities. */
  readonly bounds: TextBounds;
  readonly #paragraphs: readonly Paragraph[];
  readonly #structure: readonly Structure[];

  /** @param shape that of the part, whose root must hold */
  constructor(part: SourcePart, shape: Shape, context: ReadingContext) {
    this.#part = part;
    this.#raw = part.value as ArticleHeadRecord;
    this.#shape = shape;
    this.#context = context;
    const codePoints = shape.sound('text', 'codePoints') ? this.#raw.text.codePoints : undefined;
    const limits = { codePoints, paragraphs: undefined, regions: undefined };
    const errors = context.problems.errors;
    this.#paragraphs = this.#readParagraphs(limits);
    this.#structure = this.#readStructure(limits);
    this.#checkOverlaps();
    // Evidence is held against the paragraphs only where they are right themselves.
    const sound = shape.sound('paragraphs') && shape.sound('structure') && context.problems.errors === errors;
    const paragraphs = this.#paragraphs.map(({ span }) => span);
    const regions = [...paragraphs, ...this.#structure.map(({ span }) => span)].sort(compareSpans);
    this.bounds = {
      codePoints,
      paragraphs: sound ? paragraphs : undefined,
      regions: sound ? regions : undefined,
    };
  }

  /** @param entities those that credits may name */
  read(entities: EntityTable | undefined): Partial<Head> {
    const { problems, languages } = this.#context;
    const raw = this.#raw;
    const part = this.#part;
    const shape = this.#shape;
    if (shape.sound('id') && RESERVED_IDS.includes(raw.id.toLowerCase())) {
      const hint = `\`${RESERVED_IDS.join('` and `')}\` name graphs of their own: choose another id`;
      problems.error('reserved-id', 'no article may have this id', {
        place: part.place(['id']),
        value: raw.id,
        hint,
      });
    }
    const rules = { style: 'name', required: [], noun: 'the title' } as const;
    const wished = raw.titleIsOurs === true ? languages : [];
    const title = shape.sound('title')
      ? readLangMap(raw.title, { ...rules, wished }, part, ['title'], problems)
      : undefined;
    if (shape.sound('language')) checkLanguageTag(raw.language, part, ['language'], problems);
    if (raw.url !== undefined && shape.sound('url')) checkIri(raw.url, part, ['url'], problems);
    const published =
      raw.published !== undefined && shape.sound('published')
        ? readEdtf(raw.published, part, ['published'], problems)
        : undefined;
    return {
      id: raw.id,
      ...(title !== undefined && { title }),
      titleIsOurs: raw.titleIsOurs ?? false,
      ...(raw.url !== undefined && { url: raw.url }),
      language: raw.language,
      ...(published !== undefined && { published }),
      credits: this.#readCredits(entities),
      ...(shape.sound('text') && { text: { sha256: raw.text.sha256, codePoints: raw.text.codePoints } }),
      paragraphs: this.#paragraphs,
      structure: this.#structure,
    };
  }

  #readParagraphs(limits: TextBounds): Paragraph[] {
    const { problems, languages } = this.#context;
    const rules = { style: 'prose', required: languages, noun: 'the digest' } as const;
    const paragraphs: Paragraph[] = [];
    for (const [index, raw] of this.#list('paragraphs').entries()) {
      if (!this.#shape.holds('paragraphs', index)) continue;
      const at = ['paragraphs', index] as const;
      const span = this.#shape.sound(...at, 'span')
        ? readSpan(raw.span, this.#part, [...at, 'span'], limits, problems)
        : undefined;
      const digest = this.#shape.sound(...at, 'digest')
        ? readLangMap(raw.digest, rules, this.#part, [...at, 'digest'], problems)
        : undefined;
      if (span !== undefined) paragraphs.push({ span, digest: digest ?? {} });
    }
    return paragraphs.sort((a, b) => compareSpans(a.span, b.span));
  }

  #readStructure(limits: TextBounds): Structure[] {
    const structure: Structure[] = [];
    for (const [index, raw] of this.#list('structure').entries()) {
      const at = ['structure', index] as const;
      if (!this.#shape.sound(...at)) continue;
      const span = readSpan(raw.span, this.#part, [...at, 'span'], limits, this.#context.problems);
      if (span !== undefined) structure.push({ role: raw.role, span });
    }
    return structure.sort((a, b) => compareSpans(a.span, b.span) || compareCodePoints(a.role, b.role));
  }

  /** A structural span may stand within a paragraph, as a date line does, or be one; it must not cross its border. */
  #checkOverlaps(): void {
    const placed = (field: 'paragraphs' | 'structure') =>
      this.#list(field).flatMap((raw, index) => {
        if (!this.#shape.sound(field, index, 'span') || raw.span[0] >= raw.span[1]) return [];
        return [{ span: { start: raw.span[0], end: raw.span[1] }, path: [field, index, 'span'] }];
      });
    const paragraphs = placed('paragraphs');
    const structure = placed('structure');
    checkDisjoint(paragraphs, 'paragraphs', this.#part, this.#context.problems);
    checkDisjoint(structure, 'structural spans', this.#part, this.#context.problems);
    const sorted = paragraphs.map(({ span }) => span).sort(compareSpans);
    for (const { span, path } of structure) {
      const crossed = sorted.find((paragraph) => crosses(span, paragraph));
      if (crossed === undefined) continue;
      this.#context.problems.error(
        'overlapping-spans',
        'the structural span crosses the border of a paragraph',
        {
          place: this.#part.place(path),
          value: `[${span.start}, ${span.end}]`,
          hint: `the paragraph is [${crossed.start}, ${crossed.end}]: keep the span within it or outside of it`,
        },
      );
    }
  }

  #readCredits(entities: EntityTable | undefined): Credit[] {
    const { problems } = this.#context;
    const credits: Credit[] = [];
    for (const [index, raw] of this.#list('credits').entries()) {
      if (!this.#shape.holds('credits', index)) continue;
      const at = ['credits', index] as const;
      const entity = this.#shape.sound(...at, 'entity')
        ? readEntityRef(raw.entity, this.#part, [...at, 'entity'], { entities, problems })
        : undefined;
      const spans = this.#shape.sound(...at, 'spans')
        ? readSpans(raw.spans ?? [], this.#part, [...at, 'spans'], this.bounds, problems)
        : [];
      if (entity !== undefined) credits.push({ role: raw.role, entity, spans });
    }
    return credits.sort(
      (a, b) =>
        (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
        compareCodePoints(a.role, b.role) ||
        compareCodePoints(a.entity, b.entity),
    );
  }

  #list<Field extends 'paragraphs' | 'structure' | 'credits'>(
    field: Field,
  ): NonNullable<ArticleHeadRecord[Field]> {
    return (this.#shape.holds(field) ? (this.#raw[field] ?? []) : []) as NonNullable<
      ArticleHeadRecord[Field]
    >;
  }
}

function crosses(a: Span, b: Span): boolean {
  const overlap = a.start < b.end && b.start < a.end;
  const within = (a.start >= b.start && a.end <= b.end) || (b.start >= a.start && b.end <= a.end);
  return overlap && !within;
}
