/** The entities that one article lists. */
import {
  type Alias,
  compareAliases,
  compareCodePoints,
  compareSpans,
  type Entity,
  type Mention,
} from '../model/index.ts';
import type { ArticleContext, EntityTable, ReadingContext } from './article-context.ts';
import { checkIri } from './check-iri.ts';
import { checkLanguageTag, readLangMap, readText } from './check-text.ts';
import { readSpan, type TextBounds } from './read-spans.ts';
import { readTerm } from './read-term.ts';
import type { EntityRecord } from './schema.ts';
import type { Shape } from './shape.ts';
import type { SourcePart } from './source.ts';

/** A name is short; a whole sentence as an alias would carry the source's text into every output. */
export const LONGEST_ALIAS_WORDS = 8;

/** Words as white space separates them, without signs that stand alone. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Ids and kinds first, for everything that refers to entities; reports duplicate ids and unknown kinds. */
export function readEntityTable(part: SourcePart, shape: Shape, context: ReadingContext): EntityTable {
  const { problems } = context;
  const kinds = new Map<string, string | undefined>();
  const folded = new Map<string, string>();
  for (const [index, raw] of recordsOf(part).entries()) {
    if (!shape.holds(index) || typeof raw?.id !== 'string') continue;
    const earlier = folded.get(raw.id.toLowerCase());
    if (earlier !== undefined) {
      const same = earlier === raw.id;
      problems.error(
        'duplicate-id',
        same ? 'an entity of this id is listed already' : 'two ids differ in letter case alone',
        {
          place: part.place([index, 'id']),
          value: raw.id,
          hint: same
            ? 'put both into one entry, or rename one'
            : `the other is \`${earlier}\`: use one spelling`,
        },
      );
    }
    folded.set(raw.id.toLowerCase(), raw.id);
    const kind = shape.sound(index, 'kind')
      ? readTerm(raw.kind, 'kind', part, [index, 'kind'], context)
      : undefined;
    if (!kinds.has(raw.id)) kinds.set(raw.id, kind);
  }
  return { kinds, used: new Set() };
}

/** The entities, sorted by id. Marks those that have mentions as used. */
export function readEntities(part: SourcePart, shape: Shape, context: ArticleContext): Entity[] {
  const reader = new EntityReader(part, shape, context);
  const entities: Entity[] = [];
  for (const [index, raw] of recordsOf(part).entries()) {
    if (shape.holds(index)) entities.push(reader.read(raw, index));
  }
  return entities.sort((a, b) => compareCodePoints(a.id, b.id));
}

/** Warns of entities that nothing in the article refers to. */
export function warnOfUnused(
  part: SourcePart,
  { kinds, used }: EntityTable,
  { problems }: ReadingContext,
): void {
  if (used.size === kinds.size) return;
  for (const [index, raw] of recordsOf(part).entries()) {
    if (typeof raw?.id !== 'string' || used.has(raw.id)) continue;
    problems.warn('unused-entity', 'no claim, mention or credit uses this entity', {
      place: part.place([index, 'id']),
      value: raw.id,
      hint: 'take it out, or mark where the text mentions it',
    });
  }
}

function recordsOf(part: SourcePart): readonly EntityRecord[] {
  return Array.isArray(part.value) ? part.value : [];
}

class EntityReader {
  readonly #part: SourcePart;
  readonly #shape: Shape;
  readonly #context: ArticleContext;
  readonly #bounds: TextBounds;

  constructor(part: SourcePart, shape: Shape, context: ArticleContext) {
    this.#part = part;
    this.#shape = shape;
    this.#context = context;
    this.#bounds = context.bounds;
  }

  read(raw: EntityRecord, index: number): Entity {
    const { problems, languages, entities } = this.#context;
    const part = this.#part;
    const names = { style: 'name', required: [], wished: languages, noun: 'the label' } as const;
    const prose = { style: 'prose', required: [], noun: 'the description' } as const;
    const label = this.#shape.sound(index, 'label')
      ? readLangMap(raw.label, names, part, [index, 'label'], problems)
      : undefined;
    const description =
      raw.description !== undefined && this.#shape.sound(index, 'description')
        ? readLangMap(raw.description, prose, part, [index, 'description'], problems)
        : undefined;
    const aliases = this.#aliases(raw, index);
    const mentions = this.#mentions(raw, index);
    if (mentions.length > 0) entities?.used.add(raw.id);
    return {
      id: this.#shape.sound(index, 'id') ? raw.id : '',
      kind: entities?.kinds.get(raw.id) ?? '',
      label: label ?? {},
      aliases,
      description: description ?? {},
      sameAs: this.#iris(raw.sameAs, [index, 'sameAs']),
      closeMatch: this.#iris(raw.closeMatch, [index, 'closeMatch']),
      mentions,
    };
  }

  #aliases(raw: EntityRecord, index: number): Alias[] {
    const { problems } = this.#context;
    if (raw.aliases === undefined || !this.#shape.sound(index, 'aliases')) return [];
    const aliases: Alias[] = [];
    const seen = new Set<string>();
    for (const [number, record] of raw.aliases.entries()) {
      const path = [index, 'aliases', number];
      const { text: written, lang } = typeof record === 'string' ? { text: record, lang: undefined } : record;
      const textPath = typeof record === 'string' ? path : [...path, 'text'];
      const text = readText(written, 'name', this.#part, textPath, problems);
      if (lang !== undefined) checkLanguageTag(lang, this.#part, [...path, 'lang'], problems);
      if (text === undefined) continue;
      const place = () => this.#part.place(textPath);
      if (countWords(text) > LONGEST_ALIAS_WORDS) {
        problems.error('long-alias', `an alias has ${LONGEST_ALIAS_WORDS} words at most`, {
          place: place(),
          value: text,
          hint: 'keep the name alone, without what the text adds to it',
        });
      }
      const key = `${text}\u0000${lang ?? ''}`;
      if (seen.has(key))
        problems.error('duplicate-alias', 'the alias stands here twice', {
          place: place(),
          value: text,
          hint: 'keep one',
        });
      seen.add(key);
      aliases.push(lang === undefined ? { text } : { text, lang });
    }
    return aliases.sort(compareAliases);
  }

  #mentions(raw: EntityRecord, index: number): Mention[] {
    const { problems } = this.#context;
    if (raw.mentions === undefined || !this.#shape.holds(index, 'mentions')) return [];
    const mentions: Mention[] = [];
    const seen = new Set<string>();
    let names = 0;
    for (const [number, record] of raw.mentions.entries()) {
      const path = [index, 'mentions', number];
      if (!this.#shape.sound(...path)) continue;
      if (record.form === 'name') names += 1;
      const span = readSpan(record.span, this.#part, [...path, 'span'], this.#bounds, problems);
      if (span === undefined) continue;
      const key = `${span.start}-${span.end}`;
      if (seen.has(key)) {
        problems.error('duplicate-span', 'the entity has two mentions on the same span', {
          place: this.#part.place([...path, 'span']),
          value: `[${span.start}, ${span.end}]`,
          hint: 'keep one',
        });
      }
      seen.add(key);
      mentions.push({ span, form: record.form });
    }
    if (names > 0 && (raw.aliases ?? []).length === 0 && this.#shape.sound(index, 'aliases')) {
      problems.error('name-without-alias', 'the entity is mentioned by name and has no alias', {
        place: this.#part.place([index, 'mentions']),
        value: raw.id,
        hint: 'add `aliases: [...]` with each name as it stands in the text',
      });
    }
    return mentions.sort((a, b) => compareSpans(a.span, b.span));
  }

  #iris(raw: readonly string[] | undefined, path: readonly [number, string]): string[] {
    if (raw === undefined || !this.#shape.sound(...path)) return [];
    for (const [number, iri] of raw.entries()) {
      if (!checkIri(iri, this.#part, [...path, number], this.#context.problems)) continue;
      if (raw.indexOf(iri) < number) {
        this.#context.problems.error('duplicate-iri', 'the IRI stands here twice', {
          place: this.#part.place([...path, number]),
          value: iri,
          hint: 'keep one',
        });
      }
    }
    return [...raw].sort(compareCodePoints);
  }
}
