/** Takes files that are dropped anywhere on the page. */
import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bringSource } from '../state/bring-source.ts';
import { useApp } from './app-context.ts';

/** Why the last file could not be used. */
export const sourceProblem = signal<string | undefined>(undefined);

/** Shows where to drop while a file is dragged over the page. */
export function FileDrop() {
  const app = useApp();
  const over = useSignal(false);
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) over.value = false;
    };
    const onDrop = async (event: DragEvent) => {
      over.value = false;
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      sourceProblem.value = await bringSource(app, file, globalThis.crypto?.subtle);
      if (sourceProblem.value !== undefined) app.announcement.value = sourceProblem.value;
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [app, over]);
  return over.value ? <div class="drop-here">{app.strings.value.files.dropHere}</div> : null;
}
