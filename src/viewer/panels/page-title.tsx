/** What the page is about, in one line, and what it is made from. */
import { useApp } from './app-context.ts';
import { Words } from './words.tsx';

export function PageTitle() {
  const { catalog, strings } = useApp();
  const { dataset, claims, entities, articles } = catalog;
  return (
    <div class="page-title">
      <h1>
        <Words map={dataset.title} fallback={dataset.id} />
      </h1>
      <p>{strings.value.madeFrom(claims.size, entities.size, articles.size)}</p>
    </div>
  );
}
