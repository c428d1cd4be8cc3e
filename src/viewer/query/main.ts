/** Puts the editor on the query page, which works without it too: the form's own field stays what is sent. */
import { openEditor } from './editor.ts';
import { makeSortable } from './sort-table.ts';
import type { QueryName, Vocabulary } from './vocabulary.ts';

function start(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const { lang } = document.documentElement;
  let known: Promise<Vocabulary> | undefined;
  const host = document.createElement('div');
  host.className = 'editor';
  const root = host.attachShadow({ mode: 'open' });
  field.before(host);
  const view = openEditor(root, {
    text: field.value,
    label: form.querySelector('label')?.textContent ?? '',
    languages: [lang, 'en'],
    marks: (document.querySelector<HTMLElement>('[data-marks]')?.dataset.marks ?? '')
      .split(' ')
      .filter(Boolean)
      .map((mark) => {
        const [line, column] = mark.split(':').map(Number);
        return { line: line!, column: column! };
      }),
    vocabulary: () => {
      known ??= json<Vocabulary>(form.dataset.vocabulary!);
      return known;
    },
    names: (prefix) =>
      json<QueryName[]>(`${form.dataset.names}?${new URLSearchParams({ prefix, lang }).toString()}`),
    onChange: (text) => {
      field.value = text;
    },
    onRun: () => form.requestSubmit(),
  });
  field.hidden = true;
  // A hidden field that has to be filled could never be complained about.
  field.required = false;
  form.querySelector('label')?.addEventListener('click', (event) => {
    event.preventDefault();
    view.focus();
  });
  for (const hint of document.querySelectorAll<HTMLElement>('.keys')) hint.hidden = false;
  const table = document.querySelector<HTMLTableElement>('.rows table');
  if (table !== null) makeSortable(table, lang);
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

const form = document.querySelector<HTMLFormElement>('form.query');
const field = form?.querySelector('textarea');
if (form && field) start(form, field);
