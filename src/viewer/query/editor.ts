/** The query editor: SPARQL with completion, marks where the query is wrong, and keys that trap nobody. */
import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { sparql } from '@codemirror/legacy-modes/mode/sparql';
import { EditorState, type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { INKS, LOOK } from './look.ts';
import { placeAt, type Suggestion, suggestions } from './suggestions.ts';
import type { QueryName, Vocabulary } from './vocabulary.ts';

export interface EditorOptions {
  readonly text: string;
  /** What screen readers call it. */
  readonly label: string;
  /** In order of preference. */
  readonly languages: readonly string[];
  /** Where the text is wrong: line and column from 1, columns in code points. */
  readonly marks: readonly { readonly line: number; readonly column: number }[];
  readonly vocabulary: () => Promise<Vocabulary>;
  /** Things of which a name begins so. */
  readonly names: (prefix: string) => Promise<readonly QueryName[]>;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

/** Letters of a name before the server is asked. */
const LETTERS = 2;

/** In a shadow root, where style sheets are adopted: the page's policy need not allow styles in elements. */
export function openEditor(root: ShadowRoot, options: EditorOptions): EditorView {
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) });
  const view = new EditorView({ state, parent: root, root });
  const first = options.marks[0];
  if (first !== undefined) {
    view.dispatch({ selection: { anchor: indexOf(state, first) }, scrollIntoView: true });
    view.focus();
  }
  return view;
}

function extensions(options: EditorOptions): Extension[] {
  const run = () => {
    options.onRun();
    return true;
  };
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    StreamLanguage.define(sparql),
    syntaxHighlighting(INKS),
    LOOK,
    autocompletion({ override: [(context) => completions(context, options)], icons: false }),
    keymap.of([
      { key: 'Mod-Enter', run },
      // Tab takes a suggestion; without one it goes on to the next field, as everywhere on the page.
      { key: 'Tab', run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      ...historyKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      'aria-invalid': String(options.marks.length > 0),
      autocapitalize: 'off',
      spellcheck: 'false',
      dir: 'ltr',
    }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) options.onChange(state.doc.toString());
    }),
    // They hold for the text as it was asked, and move with it.
    EditorView.decorations.of(({ state }) => wrongMarks(state, options)),
  ];
}

async function completions(
  context: CompletionContext,
  { vocabulary, names, languages }: EditorOptions,
): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const place = placeAt(state.sliceDoc(0, pos));
  if (place === undefined || (place.typed.length < LETTERS && !explicit && place.kind === 'name'))
    return null;
  const typed = place.typed.replace(/^<(?:id\/)?/, '');
  const wantsNames = place.kind !== 'variable' && typed.length >= LETTERS && !typed.includes(':');
  const [known, found] = await Promise.all([
    vocabulary().catch(() => ({ prefixes: {}, terms: [] })),
    wantsNames ? names(typed).catch(() => []) : [],
  ]);
  const entities = found.map(
    ({ iri, label, detail }): Suggestion => ({
      text: iri,
      kind: 'entity',
      detail: detail === '' ? label : `${label} · ${detail}`,
      info: '',
    }),
  );
  const all = [...suggestions(place, state.doc.toString(), known, languages), ...entities];
  // A bracket that closed itself is replaced with the IRI that ends in one.
  const to = place.kind === 'iri' && state.sliceDoc(pos, pos + 1) === '>' ? pos + 1 : pos;
  return all.length === 0 ? null : { from: place.from, to, options: all.map(completion), filter: false };
}

function completion({ text, kind, detail, info }: Suggestion): Completion {
  return {
    label: text,
    type: kind,
    ...(detail !== '' && { detail }),
    ...(info !== '' && { info }),
  };
}

function wrongMarks(state: EditorState, { marks, text }: EditorOptions) {
  // Once the text is another one, nobody knows whether it is still wrong.
  if (state.doc.toString() !== text) return Decoration.none;
  const ranges = marks.map((mark): Range<Decoration> => {
    const at = indexOf(state, mark);
    const line = state.doc.lineAt(at);
    const word = /^(?:[?$]?[\p{L}\p{N}_:.-]+|\S+)/u.exec(line.text.slice(at - line.from))?.[0].length ?? 0;
    const from = word === 0 ? Math.max(line.from, at - 1) : at;
    const end = Math.min(line.to, Math.max(from + 1, at + word));
    return Decoration.mark({ class: 'cm-wrong' }).range(from, end);
  });
  return Decoration.set(
    ranges.filter(({ from, to }) => to > from),
    true,
  );
}

function indexOf({ doc }: EditorState, { line, column }: { line: number; column: number }): number {
  const { from, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return from + [...text].slice(0, column - 1).join('').length;
}
