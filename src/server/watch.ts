/** Says when a folder's files have changed and come to rest. */
import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds of quiet after a change: editors write in several steps. */
const QUIET = 250;

/**
 * Calls back after changes in the folder and below it, or of the one file.
 * @returns stops it
 */
export function watchPath(path: string, onChange: () => void, quiet = QUIET): () => void {
  const isFolder = statSync(path).isDirectory();
  let timer: NodeJS.Timeout | undefined;
  // A file that is replaced by another of its name is seen from its folder alone.
  const watcher = watch(isFolder ? path : dirname(path), { recursive: isFolder }, (_, name) => {
    if (!isFolder && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet);
  });
  // A folder that is taken away: what was built from it stands.
  watcher.on('error', () => {});
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
