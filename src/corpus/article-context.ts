/** What the readers of one article share. */
import type { ProblemList } from './problem-list.ts';
import type { TextBounds } from './read-spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What holds for every article of a dataset. */
export interface ReadingContext {
  readonly vocabulary: Vocabulary;
  /** The dataset's languages, in which every statement and digest must stand. */
  readonly languages: readonly string[];
  readonly problems: ProblemList;
}

/** The entities that an article lists, as far as they can be read. */
export interface EntityTable {
  /** Entity id to its kind; a kind that could not be resolved is `undefined`. */
  readonly kinds: ReadonlyMap<string, string | undefined>;
  /** Ids that something refers to: claims, credits, or the entity's own mentions. */
  readonly used: Set<string>;
}

export interface ArticleContext extends ReadingContext {
  readonly article: string;
  /** `undefined` where the list could not be read: references to entities are then not checked. */
  readonly entities: EntityTable | undefined;
  readonly bounds: TextBounds;
}
