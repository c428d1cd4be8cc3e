/** The article in full width: every paragraph with the claims that rest on it. */
import { useEffect, useRef } from 'preact/hooks';
import { articleParts, marksOf } from '../state/marks.ts';
import { useApp } from './app-context.ts';
import { ArticleHead } from './article-head.tsx';
import { PartList } from './digest.tsx';
import { SourceText } from './source-text-panel.tsx';

export function ArticleView() {
  const app = useApp();
  const id = app.article.value;
  const article = id === undefined ? undefined : app.catalog.articles.get(id);
  const key = app.primary.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return (
    <div class="article-view" ref={box}>
      {article && (
        <div class="article-page">
          <ArticleHead article={article} level={1} />
          <PartList
            article={article.id}
            parts={articleParts(article)}
            marks={marksOf(app.catalog, article, app.state.value.selection)}
            wide
          />
          <SourceText article={article.id} />
        </div>
      )}
    </div>
  );
}
