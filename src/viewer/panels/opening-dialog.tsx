/** What is said while a file is opened: how far it is; why it can't be shown; what of it is not shown. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { formatProblem } from '../../model/index.ts';
import type { Desk, OpenJob } from '../state/desk.ts';
import { useDesk } from './desk-context.ts';
import { ProgressLine } from './progress-line.tsx';
import { isolate } from './words.tsx';

export function OpeningDialog() {
  const desk = useDesk();
  const { job, failure, telling, opened } = desk;
  if (job.value !== undefined) return <Under key="job" desk={desk} job={job.value} />;
  if (failure.value !== undefined) return <Failed key="failed" desk={desk} {...failure.value} />;
  if (telling.value && opened.value !== undefined) return <Told key="told" desk={desk} />;
  return null;
}

interface BoxProps {
  readonly title: string;
  readonly button: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The focus is on its one button; Escape does the same. */
function Box({ title, button, onClose, children }: BoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div class="dialog-buttons">
        {/* biome-ignore lint/a11y/noAutofocus: a dialog of one button begins there */}
        <button type="button" class="plain-button" autoFocus onClick={onClose}>
          {button}
        </button>
      </div>
    </dialog>
  );
}

function Under({ desk, job }: { desk: Desk; job: OpenJob }) {
  const strings = desk.strings.value;
  const { stage, done, total } = job.progress.value ?? { stage: 'reading' as const, done: 0, total: 0 };
  const share = total === undefined || total === 0 ? undefined : Math.min(done / total, 1);
  return (
    <Box title={strings.opening.opening(isolate(job.name))} button={strings.opening.stop} onClose={desk.stop}>
      <ProgressLine strings={strings} label={strings.files.stages[stage]} share={share} as="is-wide" />
    </Box>
  );
}

function Failed({ desk, name, text }: { desk: Desk; name: string; text: string }) {
  const strings = desk.strings.value;
  return (
    <Box
      title={strings.opening.failed(isolate(name))}
      button={strings.close}
      onClose={() => {
        desk.failure.value = undefined;
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
      <pre class="problems" role="alert" tabIndex={0}>
        {text}
      </pre>
      <p class="quiet-note">
        {desk.app.value === undefined ? strings.opening.nothingKept : strings.opening.kept}
      </p>
    </Box>
  );
}

function Told({ desk }: { desk: Desk }) {
  const strings = desk.strings.value;
  const { name, losses, warnings } = desk.opened.value!;
  const number = new Intl.NumberFormat(strings.locale);
  return (
    <Box
      title={losses.length > 0 ? strings.opening.incomplete(isolate(name)) : isolate(name)}
      button={strings.close}
      onClose={() => {
        desk.telling.value = false;
      }}
    >
      {losses.length > 0 && (
        <>
          <p>{strings.opening.losses}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
          <ul class="problems" tabIndex={0} aria-label={strings.opening.losses}>
            {losses.map(({ what, count }) => (
              <li key={what}>{`${what}: ${number.format(count)}`}</li>
            ))}
          </ul>
        </>
      )}
      {warnings.length > 0 && (
        <>
          <p>{strings.opening.warnings}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
          <pre class="problems" tabIndex={0}>
            {warnings.map(formatProblem).join('\n')}
          </pre>
        </>
      )}
    </Box>
  );
}
