/** A table whose rows can be sorted by any column and selected by their first cell. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { SortValue } from '../state/first-rows.ts';
import { type Sort, sortBy } from '../state/view-state.ts';
import type { Column as ColumnId } from '../strings/index.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { usePointing, useSelected } from './references.tsx';
import { useRoving } from './roving.ts';
import { useFirstRows } from './use-first-rows.ts';
import { useStaged } from './use-staged.ts';

/** Rows that are listed at first and with each "more". */
const CHUNK = 200;
/** Rows that are made in one task. */
const PART = 50;

export interface ColumnOf<T> {
  readonly id: ColumnId;
  /** What rows are ordered by; texts in the order of the reader's language, absent values last. */
  value(item: T): SortValue;
  cell(item: T): ComponentChildren;
  /** Runs downwards when first sorted by; set to the right. */
  readonly numeric?: boolean;
}

export interface DataTableProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** The first one names its row. */
  readonly columns: readonly ColumnOf<T>[];
  readonly initial: Sort;
}

export function DataTable<T>({ label, items, keyOf, columns: all, initial }: DataTableProps<T>) {
  const app = useApp();
  const strings = app.strings.value;
  const limit = useSignal(CHUNK);
  const body = useRoving<HTMLTableSectionElement>();
  const chosen = app.primary.value;
  const columns = useMemo(
    () => all.filter(({ value }) => items.some((item) => value(item) !== undefined)),
    [all, items],
  );
  const wanted = app.state.value.sort;
  const sort = columns.some(({ id }) => id === wanted?.column) ? wanted! : initial;
  const by = columns.find(({ id }) => id === sort.column) ?? columns[0];
  const { descending } = sort;
  const { compare } = new Intl.Collator(strings.locale, { numeric: true });
  const order = { value: (item: T) => by?.value(item), compare, descending };
  const rows = useStaged(useFirstRows(items, limit.value, order, [all, by?.id, descending]), PART);
  const listed = chosen !== undefined && rows.some((item) => keyOf(item) === chosen);
  useEffect(() => {
    if (listed) body.current?.querySelector('tr.is-selected')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, body, listed]);
  if (columns.length === 0) return <p class="quiet-note">{strings.nothingShown}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      <table>
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ id, numeric = false }) => (
              <th
                key={id}
                scope="col"
                class={`is-${id}${numeric ? ' is-number' : ''}`}
                aria-sort={sort.column === id ? (sort.descending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  onClick={() => app.change((state) => sortBy({ ...state, sort }, id, numeric))}
                >
                  {strings.columns[id]}
                  <Icon name="chevron" />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((item) => (
            <Row key={keyOf(item)} id={keyOf(item)} item={item} columns={columns} />
          ))}
        </tbody>
      </table>
      {items.length > limit.value && (
        <button
          type="button"
          class="text-button more"
          onClick={() => {
            limit.value += CHUNK;
          }}
        >
          {strings.moreRows(Math.min(CHUNK, items.length - limit.value))}
        </button>
      )}
    </section>
  );
}

function Row<T>({ id, item, columns }: { id: string; item: T; columns: readonly ColumnOf<T>[] }) {
  const app = useApp();
  const selected = useSelected(id);
  const pointing = usePointing([id]);
  const [first, ...rest] = columns;
  return (
    <tr
      class={selected ? 'is-selected' : undefined}
      onMouseEnter={pointing.onMouseEnter}
      onMouseLeave={pointing.onMouseLeave}
    >
      <th scope="row" class={`is-${first!.id}`}>
        <button
          type="button"
          data-item
          class="row-name"
          aria-current={selected ? 'true' : undefined}
          onClick={(event) =>
            app.select(id, { additive: event.shiftKey || event.ctrlKey || event.metaKey, sight: true })
          }
        >
          {first!.cell(item)}
        </button>
      </th>
      {rest.map((column) => (
        <td key={column.id} class={`is-${column.id}${column.numeric ? ' is-number' : ''}`}>
          {column.cell(item)}
        </td>
      ))}
    </tr>
  );
}
