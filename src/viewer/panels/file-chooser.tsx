/** A button that lets the reader choose a file of their own: a graph, a saved view, or an article's text. */
import { useRef } from 'preact/hooks';
import { bringFile } from '../state/bring-file.ts';
import { useDesk } from './desk-context.ts';

export interface FileChooserProps {
  readonly class?: string;
  /** Called when a file has been chosen, before it is read. */
  readonly onChosen?: () => void;
}

export function FileChooser({ class: look, onChosen }: FileChooserProps) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        class="file-chooser"
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file === undefined) return;
          onChosen?.();
          const problem = await bringFile(desk, file, globalThis.crypto?.subtle);
          if (problem !== undefined) desk.failure.value = { name: file.name, text: problem };
        }}
      />
      <button type="button" class={look} onClick={() => input.current?.click()}>
        {desk.strings.value.opening.open}
      </button>
    </>
  );
}
