/** The menu that takes a view or the data elsewhere. */

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { App } from '../state/app.ts';
import type { Desk } from '../state/desk.ts';
import { formatViewFile, VIEW_ENDING } from '../state/view-file.ts';
import { useApp } from './app-context.ts';
import { copyText } from './copy.ts';
import { useDesk } from './desk-context.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FileChooser } from './file-chooser.tsx';
import { Icon } from './icons.tsx';
import { offerFile } from './offer-file.ts';
import { printPage } from './print-page.ts';
import { Settings } from './settings.tsx';
import { isolate } from './words.tsx';

export function ShareMenu() {
  const app = useApp();
  const desk = useDesk();
  const opened = desk.opened.value;
  const open = useSignal(false);
  const exporting = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
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
          {opened !== undefined && <p class="menu-note">{strings.opening.addressNote}</p>}
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
          <FileChooser onChosen={close} />
          {opened !== undefined && desk.first !== undefined && (
            <button
              type="button"
              onClick={() => {
                close();
                desk.turn('first');
              }}
            >
              {strings.opening.back(isolate(firstTitle(app, desk)))}
            </button>
          )}
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
              void printPage(app);
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

/** The title of the page's own graph. */
export function firstTitle(app: App, { first }: Desk): string {
  return first === undefined ? '' : app.text(first.catalog.dataset.title) || first.catalog.dataset.id;
}
