/** The graph: title, canvas, its keyboard, and what is said where it can't be drawn. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { togglePin } from '../state/toggle-pin.ts';
import { stepOf, type Walk, walk } from '../state/walk.ts';
import { useApp } from './app-context.ts';
import { ArrangingTools } from './arranging-tools.tsx';
import { grow } from './growing.ts';
import { IconButton } from './icon-button.tsx';
import { showStage } from './kept-stage.ts';
import { keyName } from './names.ts';
import { Overview } from './overview.tsx';
import { PageTitle } from './page-title.tsx';
import { ProgressLine } from './progress-line.tsx';
import type { Sight } from './start-stage.ts';
import { TableView } from './table-view.tsx';
import { ThreadOverlay } from './thread-overlay.tsx';
import { isolate } from './words.tsx';

/** How much one press of a zoom key changes the scale. */
const ZOOM_STEP = 1.4;

export function CanvasView() {
  const app = useApp();
  const { canvas } = app;
  if (canvas.value === 'absent' || canvas.value === 'lost') {
    const strings = app.strings.value;
    return (
      <>
        <p class="notice" role="alert">
          {canvas.value === 'absent' ? strings.noWebGl : strings.canvasLost}
        </p>
        <TableView />
      </>
    );
  }
  return <LiveCanvas />;
}

function LiveCanvas() {
  const app = useApp();
  const strings = app.strings.value;
  const box = useRef<HTMLDivElement>(null);
  const stage = useRef<Sight | undefined>(undefined);
  const made = useSignal<Sight | undefined>(undefined);
  const stand = useRef<Walk>({ at: undefined, origin: undefined });
  const touched = useSignal(false);
  // Before the page is painted: a canvas that was kept is back in the same frame, and one that is made is begun at once.
  useLayoutEffect(
    () =>
      showStage(app, box.current!, (sight) => {
        stage.current = sight;
        made.value = sight;
      }),
    [app],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey || (command && event.key !== 'a')) return;
    const step = stepOf(event.key);
    if (command) app.selectMany(stage.current?.inSight() ?? [], false);
    else if (step !== undefined) {
      const at = app.primary.value;
      const from = stand.current.at === at ? stand.current : { at, origin: undefined };
      stand.current = walk(app.catalog, app.shown.value, from, step);
      app.select(stand.current.at, { keep: event.shiftKey, sight: true });
    } else if (event.key === '+' || event.key === '=') stage.current?.zoom(ZOOM_STEP);
    else if (event.key === '-') stage.current?.zoom(1 / ZOOM_STEP);
    else if (event.key === '0') stage.current?.fit([]);
    else if (event.key === 'p') togglePin(app, app.state.value.selection);
    else if (event.key === 'Enter' && app.primary.value !== undefined) grow(app, app.primary.value);
    else return;
    event.preventDefault();
  };
  const empty = app.shown.value.entities.size === 0;
  const selected = app.primary.value;
  const narrow = app.environment.narrow.value;
  const { overview } = app.state.value;
  const share = app.arranging.share.value;
  // What is drawn over the canvas depends on them.
  useEffect(() => made.peek()?.covered(), [overview, narrow]);
  return (
    <div
      class="canvas-view"
      data-canvas={app.canvas.value}
      onPointerDown={() => {
        touched.value = true;
      }}
    >
      <PageTitle />
      <div
        id="canvas"
        class="canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk the graph here
        tabIndex={0}
        aria-label={
          selected === undefined
            ? strings.canvas
            : `${strings.canvas}. ${strings.nowSelected(isolate(keyName(app, selected)))}`
        }
        aria-describedby="canvas-help"
        onKeyDown={onKeyDown}
      >
        <div class="stage" ref={box} aria-hidden="true" />
      </div>
      <p id="canvas-help" class="visually-hidden">
        {strings.canvasHelp}
      </p>
      {empty && (
        <p class="canvas-note">
          {app.catalog.entities.size === 0 ? strings.emptyGraph : strings.nothingShown}
        </p>
      )}
      {share !== undefined ? (
        <ProgressLine strings={strings} label={strings.files.stages.arranging} share={share} as="hint" />
      ) : (
        !touched.value && selected === undefined && !empty && !overview && <p class="hint">{strings.hint}</p>
      )}
      {!narrow && overview && <Overview stage={made.value} />}
      {!narrow && <ThreadOverlay sight={() => stage.current} />}
      <div class="canvas-tools">
        {!app.environment.embedded && <ArrangingTools />}
        {!narrow && (
          <IconButton
            icon="overview"
            label={strings.overview}
            pressed={overview}
            onClick={() => app.change((state) => ({ ...state, overview: !state.overview }))}
          />
        )}
        <IconButton icon="plus" label={strings.zoomIn} onClick={() => stage.current?.zoom(ZOOM_STEP)} />
        <IconButton icon="minus" label={strings.zoomOut} onClick={() => stage.current?.zoom(1 / ZOOM_STEP)} />
        <IconButton icon="whole" label={strings.zoomAll} onClick={() => stage.current?.fit([])} />
      </div>
    </div>
  );
}
