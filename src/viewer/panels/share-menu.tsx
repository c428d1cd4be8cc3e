/** The menu that takes a view or the data elsewhere. */

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { bringSource } from '../state/bring-source.ts';
import { formatViewFile, VIEW_ENDING } from '../state/view-file.ts';
import { useApp } from './app-context.ts';
import { copyText } from './copy.ts';
import { ExportDialog } from './export-dialog.tsx';
import { Icon } from './icons.tsx';
import { offerFile } from './offer-file.ts';
import { Settings } from './settings.tsx';

export function ShareMenu() {
  const app = useApp();
  const open = useSignal(false);
  const exporting = useSignal(false);
  const problem = useSignal('');
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const strings = app.strings.value;
  useEffect(() => {
    if (!open.value) return;
    box.current?.querySelector('button')?.focus();
    const away = (event: Event) => {
      if (!box.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node)) {
        open.value = false;
      }
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open.value, open]);
  const close = () => {
    open.value = false;
    button.current?.focus();
  };
  return (
    <div class="menu">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={strings.share}
        title={strings.share}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value;
          problem.value = '';
        }}
      >
        <Icon name="share" />
      </button>
      {open.value && (
        // biome-ignore lint/a11y/useSemanticElements: these are no fields
        <div
          id={id}
          ref={box}
          class="menu-box"
          role="group"
          aria-label={strings.share}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {app.environment.narrow.value && (
            <div class="menu-settings">
              <Settings />
            </div>
          )}
          <button
            type="button"
            onClick={async () => {
              if (await copyText(window.location.href)) app.announcement.value = strings.copied;
              close();
            }}
          >
            {strings.copyAddress}
          </button>
          <button
            type="button"
            onClick={() => {
              close();
              const text = formatViewFile(app.state.peek(), app.catalog);
              offerFile(new Blob([text], { type: 'application/json' }), app.catalog.dataset.id + VIEW_ENDING);
            }}
          >
            {strings.files.saveView}
          </button>
          <button type="button" onClick={() => chooser.current?.click()}>
            {strings.files.openView}
          </button>
          {problem.value !== '' && (
            <p class="problems" role="alert">
              {problem.value}
            </p>
          )}
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".json"
            onChange={async ({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file === undefined) return;
              problem.value = (await bringSource(app, file, globalThis.crypto?.subtle)) ?? '';
              if (problem.value === '') close();
            }}
          />
          <button
            type="button"
            onClick={() => {
              open.value = false;
              exporting.value = true;
            }}
          >
            {strings.files.saveGraph}
          </button>
          <button
            type="button"
            onClick={() => {
              close();
              window.print();
            }}
          >
            {strings.print}
          </button>
        </div>
      )}
      {exporting.value && (
        <ExportDialog
          onClose={() => {
            exporting.value = false;
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
