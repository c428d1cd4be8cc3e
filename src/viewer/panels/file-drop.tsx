/** Takes files that are dropped anywhere on the page. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bringFile } from '../state/bring-file.ts';
import { useDesk } from './desk-context.ts';

/** Shows where to drop while a file is dragged over the page. */
export function FileDrop() {
  const desk = useDesk();
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
      const problem = await bringFile(desk, file, globalThis.crypto?.subtle);
      if (problem !== undefined) desk.failure.value = { name: file.name, text: problem };
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [desk, over]);
  return over.value ? <div class="drop-here">{desk.strings.value.files.dropHere}</div> : null;
}
