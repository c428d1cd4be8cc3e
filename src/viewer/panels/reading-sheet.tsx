/** On a phone: the reading column as a sheet that is pulled up from the bottom edge. */
import { useEffect, useRef } from 'preact/hooks';
import { SHEETS } from '../state/app.ts';
import { useApp } from './app-context.ts';
import { articleTitle, keyName } from './names.ts';
import { ReadingColumn } from './reading-column.tsx';
import { isolate } from './words.tsx';

/** A pull of at least this many CSS pixels moves the sheet by one height. */
const PULL = 32;

export function ReadingSheet() {
  const app = useApp();
  const strings = app.strings.value;
  const { sheet: height } = app;
  const from = useRef<number | undefined>(undefined);
  const pulled = useRef(false);
  const key = app.primary.value;
  useEffect(() => {
    if (key !== undefined && height.value === 'peek') height.value = 'half';
    if (key === undefined && height.value === 'half') height.value = 'peek';
  }, [key, height]);
  const move = (by: number) => {
    const at = Math.min(Math.max(SHEETS.indexOf(height.value) + by, 0), SHEETS.length - 1);
    height.value = SHEETS[at]!;
  };
  const up = height.value !== 'peek';
  return (
    <div class={`sheet is-${height.value}`}>
      <button
        type="button"
        class="sheet-handle"
        aria-expanded={up}
        aria-controls="reading"
        onClick={() => {
          // A pull ends in a click as well.
          if (!pulled.current) height.value = up ? 'peek' : 'half';
          pulled.current = false;
        }}
        onPointerDown={(event) => {
          from.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={(event) => {
          const pull = (from.current ?? event.clientY) - event.clientY;
          from.current = undefined;
          if (Math.abs(pull) < PULL) return;
          pulled.current = true;
          move(pull > 0 ? 1 : -1);
        }}
      >
        <span class="grip" aria-hidden="true" />
        <span class="sheet-title">
          {isolate(key === undefined ? articleTitle(app) || strings.reading : keyName(app, key))}
        </span>
      </button>
      <ReadingColumn />
    </div>
  );
}
