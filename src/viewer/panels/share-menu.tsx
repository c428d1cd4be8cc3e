/** The menu that takes a view or the data elsewhere. */

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { SAVE_FORMATS, type SaveFormat } from '../state/save-formats.ts';
import { whyNot } from '../state/why-not.ts';
import { useApp } from './app-context.ts';
import { copyText } from './copy.ts';
import { Icon } from './icons.tsx';
import { Settings } from './settings.tsx';

export function ShareMenu() {
  const app = useApp();
  const open = useSignal(false);
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
          <p class="menu-heading">{strings.saveGraph}</p>
          <div class="menu-formats">
            {SAVE_FORMATS.map((format) => (
              <button
                key={format}
                type="button"
                aria-label={strings.saveAs(format)}
                onClick={() => {
                  close();
                  void save(app, format);
                }}
              >
                {format}
              </button>
            ))}
          </div>
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
    </div>
  );
}

/** Saves the graph as a file: a blob's address never leaves the page. */
async function save(app: App, format: SaveFormat): Promise<void> {
  const answer = await app.background.ask('save', { format, palette: app.palette.peek() });
  const name = app.catalog.dataset.id + format;
  if ('value' in answer) offer(answer.value.blob, name);
  else if ('ended' in answer && answer.ended === 'refused' && format === '.json')
    offer(new Blob([app.json()]), name);
  else app.announcement.value = whyNot(answer, app.strings.peek());
}

function offer(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
