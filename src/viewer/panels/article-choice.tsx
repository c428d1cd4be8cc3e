/** The way to another article: the one before, the one after, any of them from a list that is not too long. */
import { openArticle } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';

/** Articles that a list holds; more are found by the search. */
const MOST_LISTED = 200;

export function ArticleChoice() {
  const app = useApp();
  const strings = app.strings.value;
  const { articles } = app.catalog.dataset;
  if (articles.length < 2) return null;
  const at = articles.findIndex(({ id }) => id === app.article.value);
  const go = (id: string | undefined) => id !== undefined && app.change((state) => openArticle(state, id));
  return (
    <nav class="article-choice" aria-label={strings.chooseArticle}>
      <IconButton
        icon="before"
        label={strings.articleBefore}
        disabled={at <= 0}
        onClick={() => go(articles[at - 1]?.id)}
      />
      {articles.length > MOST_LISTED ? (
        <span class="article-place">{strings.articleAt(at + 1, articles.length)}</span>
      ) : (
        <label class="choice">
          <span class="visually-hidden">{strings.chooseArticle}</span>
          <select value={app.article.value} onChange={({ currentTarget }) => go(currentTarget.value)}>
            {articles.map(({ id, title }) => (
              <option key={id} value={id}>
                {app.text(title) || id}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </label>
      )}
      <IconButton
        icon="after"
        label={strings.articleAfter}
        disabled={at === articles.length - 1}
        onClick={() => go(articles[at + 1]?.id)}
      />
    </nav>
  );
}
