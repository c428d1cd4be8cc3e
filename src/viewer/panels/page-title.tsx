/** What the page is about, in one line, and what it is made from. */
import { useApp } from './app-context.ts';
import { useDesk } from './desk-context.ts';
import { firstTitle } from './share-menu.tsx';
import { isolate, Words } from './words.tsx';

export function PageTitle() {
  const app = useApp();
  const desk = useDesk();
  const { catalog } = app;
  const strings = app.strings.value;
  const { dataset, claims, entities, articles } = catalog;
  const opened = desk.opened.value;
  const awaited = desk.awaited.value;
  // Files without a text are no articles.
  const written = [...articles.values()].filter(({ text }) => text.codePoints > 0).length;
  return (
    <div class="page-title">
      <h1>
        <Words map={dataset.title} fallback={dataset.id} />
      </h1>
      <p>
        {written > 0
          ? strings.madeFrom(claims.size, entities.size, written)
          : strings.opening.madeOf(claims.size, entities.size)}
      </p>
      {opened === undefined && app.environment.query !== undefined && (
        <p class="title-file">
          <a href={app.environment.query}>{strings.changeQuery}</a>
        </p>
      )}
      {opened !== undefined && (
        <p class="title-file">
          {strings.opening.fromFile(isolate(opened.name))}
          {(opened.losses.length > 0 || opened.warnings.length > 0) && (
            <button
              type="button"
              class="text-button"
              onClick={() => {
                desk.telling.value = true;
              }}
            >
              {strings.opening.missing}
            </button>
          )}
          {desk.first !== undefined && (
            <button type="button" class="text-button" onClick={() => desk.turn('first')}>
              {strings.opening.back(isolate(firstTitle(app, desk)))}
            </button>
          )}
        </p>
      )}
      {awaited !== undefined && <p class="title-file">{strings.opening.awaited(isolate(awaited))}</p>}
    </div>
  );
}
