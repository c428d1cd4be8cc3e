/** Heads of the result's columns that sort it: up, down, and up again. */

export function makeSortable(table: HTMLTableElement, language: string): void {
  const heads = [...table.tHead!.rows[0]!.cells];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      sortRows(table, column, down ? -1 : 1, language);
    });
  }
}

/** Numbers by their value where all are numbers; empty cells last either way. */
function sortRows(table: HTMLTableElement, column: number, sign: 1 | -1, language: string): void {
  const [body] = table.tBodies;
  const rows = [...body!.rows].map((row) => ({ row, text: row.cells[column]?.textContent?.trim() ?? '' }));
  const filled = rows.filter(({ text }) => text !== '');
  const numbers = filled.every(({ text }) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text));
  const { compare } = new Intl.Collator(language, { numeric: true });
  filled.sort((a, b) => sign * (numbers ? Number(a.text) - Number(b.text) : compare(a.text, b.text)));
  const empty = rows.filter(({ text }) => text === '');
  body!.append(...[...filled, ...empty].map(({ row }) => row));
}
