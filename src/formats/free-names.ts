/** Names of attributes, clear of names that a format or its readers take for something else. */
import type { Column, Table } from './graph-table.ts';
import type { LossCounter } from './losses.ts';

/**
 * The columns' names; one that is taken gets a `_` behind it, or several, and is counted.
 *
 * @param element `node` or `edge`, for the report
 */
export function freeNames(
  element: string,
  columns: readonly Column[],
  taken: ReadonlySet<string>,
  losses: LossCounter,
): string[] {
  const used = new Set<string>([...taken, ...columns.map(({ name }) => name)]);
  return columns.map(({ name }) => {
    if (!taken.has(name)) return name;
    let free = `${name}_`;
    while (used.has(free)) free += '_';
    used.add(free);
    losses.add(`${element} attributes renamed because readers use their name otherwise`);
    return free;
  });
}

/** The table with its columns under such names. */
export function withFreeNames(
  element: 'node' | 'edge',
  { rows, columns }: Table,
  taken: ReadonlySet<string>,
  losses: LossCounter,
): Table {
  const names = freeNames(element, columns, taken, losses);
  return { rows, columns: columns.map((column, i) => ({ ...column, name: names[i]! })) };
}
