/** A page without data: asks for a graph. */
import { useEffect } from 'preact/hooks';
import { READ_ENDINGS } from '../../formats/index.ts';
import { useDesk } from './desk-context.ts';
import { FileChooser } from './file-chooser.tsx';
import { Mark } from './icons.tsx';

export function EmptyPage() {
  const desk = useDesk();
  const strings = desk.strings.value;
  const awaited = desk.awaited.value;
  useEffect(() => {
    document.documentElement.lang = strings.locale;
    document.title = 'Clew';
  }, [strings]);
  return (
    <main id="main" class="empty-page" tabIndex={-1}>
      <Mark />
      <h1>{strings.opening.emptyTitle}</h1>
      <p>{strings.opening.emptyText(READ_ENDINGS.join(', '))}</p>
      {awaited !== undefined && <p>{strings.opening.awaited(awaited)}</p>}
      <FileChooser class="main-button" />
    </main>
  );
}
