/** The page: bar, legend, the middle in one of its views with the timeline below it, the reading column. */
import { useEffect } from 'preact/hooks';
import { panelsWait } from '../state/prepare.ts';
import { useApp } from './app-context.ts';
import { ArticleView } from './article-view.tsx';
import { CanvasView } from './canvas-view.tsx';
import { dropStage } from './kept-stage.ts';
import { Legend } from './legend.tsx';
import { ReadingColumn } from './reading-column.tsx';
import { ReadingSheet } from './reading-sheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { TableView } from './table-view.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { VoicesView } from './voices-view.tsx';

export function Frame() {
  const app = useApp();
  const strings = app.strings.value;
  const { folded, readingWidth, theme } = app.state.value;
  const view = app.checked.value ? app.state.value.view : 'graph';
  const narrow = app.environment.narrow.value;
  useShortcuts(app);
  useEffect(() => () => dropStage(app), [app]);
  useEffect(() => {
    document.documentElement.lang = app.language.value;
  }, [app.language.value]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const { claims, entities } = app.shown.value;
  useEffect(() => {
    app.announcement.value = strings.nowShown(claims.size, entities.size);
  }, [claims, entities]);
  const { compact, embedded } = app.environment;
  const hasLegend = !embedded && (compact.value ? app.legendOver.value : !folded.has('legend'));
  const hasReading = !narrow && !folded.has('reading') && (!embedded || app.primary.value !== undefined);
  const waits = panelsWait(app);
  return (
    <div
      class={`frame${embedded ? ' is-embedded' : ''} is-${view}${hasLegend ? ' has-legend' : ''}${hasReading ? ' has-reading' : ''} has-sheet-${app.sheet.value}`}
      style={{ '--reading-width': `${readingWidth}px` }}
    >
      {!embedded && <TopBar />}
      {hasLegend && (waits ? <aside class="legend" id="legend" aria-busy="true" /> : <Legend />)}
      <main id="main" tabIndex={-1}>
        <div class="middle">
          {view === 'graph' && <CanvasView />}
          {view === 'table' && <TableView />}
          {view === 'article' && <ArticleView />}
          {view === 'voices' && <VoicesView />}
        </div>
        {!embedded && view !== 'article' && <Timeline />}
      </main>
      {hasReading && (waits ? <aside class="reading" id="reading" aria-busy="true" /> : <ReadingColumn />)}
      {narrow && <ReadingSheet />}
      <p class="visually-hidden" role="status" aria-live="polite">
        {app.announcement.value}
      </p>
    </div>
  );
}
