/** JSON Lines: one article a line, read as they come, with nothing kept from line to line but the articles' ids. */
import type { Article, Problem } from '../model/index.ts';
import { checkCycles, checkLinkEnds } from './check-links.ts';
import { readJsonLine, subPart } from './json-source.ts';
import { ProblemList } from './problem-list.ts';
import { readArticle } from './read-article.ts';
import { articleLineSchema } from './schema.ts';
import { checkShape } from './shape.ts';
import type { ArticleSource, SourcePart } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface JsonLinesOptions {
  /** Name of the input in messages. */
  readonly file: string;
  /** Terms and prefixes that the articles may use. */
  readonly vocabulary: Vocabulary;
  /** The languages in which every statement and digest must stand. */
  readonly languages: readonly string[];
}

/** What one line holds. */
export interface ArticleLine {
  /** From 1. */
  readonly line: number;
  /** Present only where no problem of the line is an error. */
  readonly article?: Article;
  readonly problems: readonly Problem[];
}

/**
 * Reads articles line by line; blank lines are passed over. A reference to a claim of another article cannot be
 * followed in a stream: it is kept as it stands. Ids of articles are unique over the whole stream, ignoring case.
 */
export async function* readArticlesJsonl(
  lines: AsyncIterable<string> | Iterable<string>,
  options: JsonLinesOptions,
): AsyncGenerator<ArticleLine> {
  const { file, vocabulary, languages } = options;
  const ids = new Map<string, number>();
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const problems = new ProblemList();
    const part = readJsonLine(text, file, line, problems);
    const source = part && articleSource(part, problems);
    if (part === undefined || source === undefined) {
      yield { line, problems: problems.sorted() };
      continue;
    }
    const reading = readArticle(source, `line ${line}`, { vocabulary, languages, problems });
    const own = new Map([[reading.id, reading.claimIds]]);
    const inner = reading.links.filter(({ to }) => to.startsWith(`${reading.id}/`));
    checkLinkEnds(inner, own, problems);
    checkCycles(inner, problems);
    const earlier = ids.get(reading.id.toLowerCase());
    if (earlier !== undefined) {
      const place = source.article?.place(['id']);
      const hint = `line ${earlier} has it, perhaps in other letter case`;
      problems.error('duplicate-id', 'an article of this id came before', { place, value: reading.id, hint });
    }
    ids.set(reading.id.toLowerCase(), line);
    const { article } = reading;
    yield {
      line,
      ...(article !== undefined && problems.errors === 0 && { article }),
      problems: problems.sorted(),
    };
  }
}

/** The three fields of a line; what is in them is held against the schema with the article. */
function articleSource(part: SourcePart, problems: ProblemList): ArticleSource | undefined {
  const shape = checkShape(part, articleLineSchema, 'record', problems);
  if (!shape.holds()) return undefined;
  const field = (name: keyof ArticleSource) => (shape.sound(name) ? subPart(part, name) : undefined);
  return { article: field('article'), entities: field('entities'), claims: field('claims') };
}
