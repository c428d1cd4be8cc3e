/** Names of attributes, clear of names that a format or its readers take for something else. */
import type { Column, Table } from './graph-table.ts';
import type { LossCounter } from './losses.ts';

/**
 * The columns' names; one that is taken gets a `_` behind it, or several, and is counted.
 *
 * @param element `node` or `edge`, for the report
 * @param legal a name as the format can hold it
 */
export function freeNames(
  element: string,
  columns: readonly Column[],
  taken: ReadonlySet<string>,
  losses: LossCounter,
  legal: (name: string) => string = (name) => name,
): string[] {
  const used = new Set<string>([...taken, ...columns.map(({ name }) => name)]);
  // Gephi, spreadsheets and databases leave case aside.
  const folded = new Set([...taken].map((name) => name.toLowerCase()));
  return columns.map(({ name }) => {
    let free = legal(name);
    if (free === name && !folded.has(name.toLowerCase())) return name;
    const why = free === name ? 'readers use their name otherwise' : 'the format cannot hold their name';
    losses.add(`${element} attributes renamed because ${why}`);
    while (used.has(free)) free += '_';
    used.add(free);
    return free;
  });
}

/** The table with its columns under such names. */
export function withFreeNames(
  element: 'node' | 'edge',
  { rows, columns }: Table,
  taken: ReadonlySet<string>,
  losses: LossCounter,
  legal?: (name: string) => string,
): Table {
  const names = freeNames(element, columns, taken, losses, legal);
  return { rows, columns: columns.map((column, i) => ({ ...column, name: names[i]! })) };
}
