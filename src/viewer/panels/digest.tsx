/** The article paragraph by paragraph: its digest, or its own words where the reader brought them, with the marks. */
import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { isClaimKey } from '../state/catalog.ts';
import { type ArticlePart, articleParts, type Mark, marksOf, marksWithin } from '../state/marks.ts';
import { nextFrame } from '../turns.ts';
import { useApp } from './app-context.ts';
import { ArticleHead } from './article-head.tsx';
import { DigestPart } from './digest-part.tsx';
import { SourceText } from './source-text-panel.tsx';

/** How the thread runs past a part on its way from the claim's card to the last marked part. */
export type Thread = 'through' | 'end' | 'none';

export function Digest() {
  const app = useApp();
  const box = useRef<HTMLElement>(null);
  const id = app.article.value;
  const article = id === undefined ? undefined : app.catalog.articles.get(id);
  const { selection } = app.state.value;
  const marks = article ? marksOf(app.catalog, article, selection) : [];
  const first = marks.find(({ use }) => use === 'evidence') ?? marks[0];
  useEffect(() => {
    // The marked paragraph comes into sight under the card, without moving the page.
    const marked = box.current?.querySelector<HTMLElement>('[data-marked]');
    if (marked && box.current) scrollWithin(box.current, marked, app.environment.prefersLessMotion.value);
  }, [first?.span.start, first?.of, id]);
  if (article === undefined) return null;
  const parts = articleParts(article);
  return (
    <section
      class="digest"
      ref={box}
      aria-label={app.strings.value.article}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it
      tabIndex={0}
    >
      <div class={lastThreaded(parts, marks) < 0 ? undefined : 'thread'}>
        <ArticleHead article={article} />
      </div>
      <PartList article={article.id} parts={parts} marks={marks} />
      <SourceText article={article.id} />
    </section>
  );
}

export interface PartListProps {
  readonly article: string;
  readonly parts: readonly ArticlePart[];
  readonly marks: readonly Mark[];
  /** In full width there is no card above for the thread to come from, and each part lists its claims unasked. */
  readonly wide?: boolean;
}

export function PartList({ article, parts, marks, wide = false }: PartListProps) {
  const last = lastThreaded(parts, marks);
  return (
    <ol class="parts">
      {parts.map((part, index) => (
        <DigestPart
          key={part.span.start}
          article={article}
          part={part}
          marks={marksWithin(marks, part.span)}
          thread={wide ? 'none' : index < last ? 'through' : index === last ? 'end' : 'none'}
          withClaims={wide}
        />
      ))}
    </ol>
  );
}

/** The place of the last part that a selected claim rests on; -1 where none does. */
function lastThreaded(parts: readonly ArticlePart[], marks: readonly Mark[]): number {
  const evidence = marks.filter(({ use, of }) => use === 'evidence' && isClaimKey(of));
  return parts.findLastIndex(({ span }) => marksWithin(evidence, span).length > 0);
}

/** The element id of a part: of a paragraph by its number, of all else outside by 0. */
export function partId(article: string, number: number | undefined): string {
  return `part-${article}-${number ?? 0}`;
}

/** Brings a paragraph into sight and the focus to it. */
export function goToParagraph(app: App, article: string, paragraph: number): void {
  app.change((state) => (state.article === article ? state : { ...state, article }));
  // By then the article that was asked for stands there.
  void nextFrame().then(() => {
    const part = document.getElementById(partId(article, paragraph));
    part?.scrollIntoView({
      block: 'center',
      behavior: app.environment.prefersLessMotion.value ? 'auto' : 'smooth',
    });
    part?.focus({ preventScroll: true });
  });
}

function scrollWithin(box: HTMLElement, part: HTMLElement, still: boolean): void {
  const top = part.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  const room = Math.max(box.clientHeight - part.offsetHeight, 0);
  box.scrollTo({ top: top - Math.min(room / 2, 96), behavior: still ? 'auto' : 'smooth' });
}
