/** The one dialog that saves the graph: which format, all of it or what is shown, and how a picture looks. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { LossReport } from '../../formats/index.ts';
import { MEDIA_TYPES, type SaveFormat } from '../state/save-formats.ts';
import { useApp } from './app-context.ts';
import { type ExportChoice, exportGraph } from './export-graph.ts';

/** Pictures are this wide unless the reader asks for more, in pixels. */
const WIDTH = { least: 200, usual: 2400, most: 16_384 };
const FORMATS: readonly ExportChoice['format'][] = [...(Object.keys(MEDIA_TYPES) as SaveFormat[]), '.png'];
/** Formats that say where entities are. */
const PLACED: readonly string[] = ['.json', '.graphml', '.gexf', '.svg', '.png'];

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const strings = app.strings.value;
  const words = strings.files;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const format = useSignal<ExportChoice['format']>('.ttl');
  const part = useSignal(false);
  const places = useSignal(true);
  const width = useSignal(WIDTH.usual);
  const bytes = useSignal<number | undefined>(undefined);
  const problem = useSignal('');
  const losses = useSignal<LossReport['losses']>([]);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    dialog.current?.showModal();
    return () => stop.current?.abort();
  }, []);
  const { claims, entities } = app.shown.value;
  const isPart = claims.size < app.catalog.claims.size || entities.size < app.catalog.entities.size;
  const busy = bytes.value !== undefined;

  const save = async () => {
    problem.value = '';
    losses.value = [];
    bytes.value = 0;
    const current = new AbortController();
    stop.current = current;
    const done = await exportGraph(
      app,
      { format: format.value, part: part.value && isPart, places: places.value, width: width.value },
      {
        signal: current.signal,
        onWritten: (written) => {
          bytes.value = written;
        },
      },
    );
    bytes.value = undefined;
    if (current.signal.aborted) return;
    if ('problem' in done) {
      problem.value = done.problem;
      return;
    }
    app.announcement.value = words.saved(done.name);
    if (done.losses.length === 0) dialog.current?.close();
    else losses.value = done.losses;
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={heading} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2 id={heading}>{words.saveGraph.replace(' …', '')}</h2>
        <label class="field">
          <span>{words.format}</span>
          <select
            value={format.value}
            onChange={({ currentTarget }) => {
              format.value = currentTarget.value as ExportChoice['format'];
            }}
          >
            {FORMATS.map((each) => (
              <option key={each} value={each}>
                {words.formats[each]}
              </option>
            ))}
          </select>
        </label>
        {format.value === '.png' && (
          <label class="field">
            <span>{words.width}</span>
            <input
              type="number"
              min={WIDTH.least}
              max={WIDTH.most}
              required
              value={width.value}
              onInput={({ currentTarget }) => {
                width.value = currentTarget.valueAsNumber;
              }}
            />
          </label>
        )}
        {isPart && (
          <fieldset>
            <legend>{words.what}</legend>
            {[false, true].map((some) => (
              <label key={`${some}`} class="check">
                <input
                  type="radio"
                  name="part"
                  checked={part.value === some}
                  onChange={() => {
                    part.value = some;
                  }}
                />
                {some ? words.whatIsShown(claims.size, entities.size) : words.everything}
              </label>
            ))}
          </fieldset>
        )}
        {app.state.value.places.size > 0 && PLACED.includes(format.value) && (
          <label class="check">
            <input
              type="checkbox"
              checked={places.value}
              onChange={() => {
                places.value = !places.value;
              }}
            />
            {words.shownPlaces}
          </label>
        )}
        {problem.value !== '' && (
          <pre class="problems" role="alert">
            {problem.value}
          </pre>
        )}
        {losses.value.length > 0 && (
          <div class="problems" role="status">
            <p>{words.losses}</p>
            <ul>
              {losses.value.map(({ what, count }) => (
                <li key={what}>{`${what}: ${count}`}</li>
              ))}
            </ul>
          </div>
        )}
        {busy && (
          <p class="progress" role="status">
            <progress /> {words.stages.writing} {bytes.value! > 0 && words.megabytes(bytes.value!)}
          </p>
        )}
        <div class="dialog-buttons">
          <button
            type="button"
            class="plain-button"
            onClick={() => {
              if (busy) stop.current?.abort();
              else dialog.current?.close();
            }}
          >
            {losses.value.length > 0 ? strings.close : words.cancel}
          </button>
          <button type="submit" class="main-button" disabled={busy}>
            {words.save}
          </button>
        </div>
      </form>
    </dialog>
  );
}
