/** Plain text for terminals: aligned columns, sizes, lists of files. */
import type { BuiltFile } from '../build/index.ts';
import { terminalWidth } from './terminal-width.ts';

/** Rows with columns of equal width, two spaces between; the last column is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, terminalWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - terminalWidth(cell));
        if (align[i] === 'right') return gap + cell;
        return i === row.length - 1 ? cell : cell + gap;
      })
      .join('  '),
  );
}

/** `1.2 kB`, in powers of 1000. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Each file with its size, and below it what its format could not hold. */
export function fileLines(files: readonly Pick<BuiltFile, 'path' | 'bytes' | 'losses'>[]): string[] {
  const lines = columns(
    files.map(({ path, bytes }) => [path, size(bytes)]),
    ['left', 'right'],
  );
  return files.flatMap(({ losses }, i) => [
    lines[i]!,
    ...losses.map(({ what, count }) => `    not held by this format: ${what} (${count})`),
  ]);
}
