/** The way to bring the article's text: a file dropped on the page or chosen, checked here, kept nowhere. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { bringSource } from '../state/bring-file.ts';
import { useApp } from './app-context.ts';

export function SourceText({ article }: { article: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const input = useRef<HTMLInputElement>(null);
  const busy = useSignal(false);
  const sourceProblem = useSignal<string | undefined>(undefined);
  if (app.catalog.articles.get(article)?.text.codePoints === 0) {
    return (
      <footer class="source-note">
        <p>{strings.opening.noText}</p>
      </footer>
    );
  }
  if (app.sources.value.has(article)) {
    return (
      <footer class="source-note">
        <p>{strings.textShown}</p>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            const rest = new Map(app.sources.value);
            rest.delete(article);
            app.sources.value = rest;
          }}
        >
          {strings.putTextAway}
        </button>
      </footer>
    );
  }
  return (
    <footer class="source-note">
      <p>{strings.digestNote}</p>
      <p>{strings.bringText}</p>
      {sourceProblem.value !== undefined && (
        <p class="problem" role="alert">
          {sourceProblem.value}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept=".txt,text/plain"
        hidden
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file === undefined) return;
          busy.value = true;
          sourceProblem.value = await bringSource(app, file, globalThis.crypto?.subtle);
          busy.value = false;
        }}
      />
      <button type="button" class="text-button" disabled={busy.value} onClick={() => input.current?.click()}>
        {strings.chooseFile}
      </button>
    </footer>
  );
}
