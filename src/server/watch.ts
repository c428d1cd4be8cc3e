/** Says when a folder's files have changed and come to rest. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** Milliseconds of quiet after a change: editors write in several steps. */
const QUIET = 250;

export interface WatchOptions {
  /** Milliseconds without a change before it is told. */
  readonly quiet: number;
  /** Told once where the system lets no more folders be watched: changes in the others go unseen. */
  readonly onError: (error: Error) => void;
}
export const WATCH_DEFAULTS: WatchOptions = { quiet: QUIET, onError: () => {} };

/**
 * Calls back after changes in the folder and below it, or of the one file.
 * @returns stops it
 */
export function watchPath(
  path: string,
  onChange: () => void,
  options: Partial<WatchOptions> = {},
): () => void {
  const { quiet, onError } = { ...WATCH_DEFAULTS, ...options };
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet);
  };
  const stop = statSync(path).isDirectory() ? watchFolders(path, changed, onError) : watchFile(path, changed);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** A file that is replaced by another of its name is seen from its folder alone. */
function watchFile(path: string, changed: () => void): () => void {
  const watcher = watch(dirname(path), (_, name) => {
    if (name === basename(path)) changed();
  });
  // A folder that is taken away: what was built from it stands.
  watcher.on('error', () => {});
  return () => watcher.close();
}

/**
 * One watcher for each folder. Node's own recursive one (20, Linux) watches each file, and sees no more of one that an
 * editor has replaced by another of its name.
 */
function watchFolders(root: string, changed: () => void, onError: (error: Error) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let failed = false;
  const leave = (folder: string) => {
    if (!watchers.has(folder)) return;
    for (const [known, watcher] of watchers) {
      if (known !== folder && !known.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(known);
    }
  };
  const enter = (folder: string) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => {
        changed();
        if (event !== 'rename' || name === null) return;
        // Something came or went: perhaps a folder, perhaps another one of the same name.
        const child = join(folder, name);
        leave(child);
        if (isFolder(child)) enter(child);
      });
      watchers.set(folder, watcher);
      watcher.on('error', () => leave(folder));
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) enter(join(folder, entry.name));
    } catch (error) {
      leave(folder);
      // One that has gone meanwhile is no failure.
      if (failed || (error as NodeJS.ErrnoException).code === 'ENOENT') return;
      failed = true;
      onError(error as Error);
    }
  };
  enter(root);
  return () => leave(root);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
