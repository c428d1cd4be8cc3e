/** The edge of the reading column, which can be drawn by pointer and by arrow keys. */
import { READING_WIDTH } from '../state/view-state.ts';
import { useApp } from './app-context.ts';

/** CSS pixels per press of an arrow key. */
const STEP = 20;

export function WidthHandle() {
  const app = useApp();
  const { readingWidth } = app.state.value;
  const set = (width: number) =>
    app.change((state) => ({
      ...state,
      readingWidth: Math.round(Math.min(Math.max(width, READING_WIDTH.min), READING_WIDTH.max)),
    }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can't be moved
    <div
      class="width-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={app.strings.value.readingWidth}
      aria-valuenow={readingWidth}
      aria-valuemin={READING_WIDTH.min}
      aria-valuemax={READING_WIDTH.max}
      tabIndex={0}
      onKeyDown={(event) => {
        const turn = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
        if (turn === undefined) return;
        event.preventDefault();
        set(readingWidth + turn * STEP);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
      }}
    />
  );
}
