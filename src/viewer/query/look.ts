/** The editor in the page's paper and ink: every colour is a custom property of the page. */
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const LOOK = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--ground)',
    border: '1px solid var(--quiet)',
    borderRadius: '4px',
    fontSize: '0.875rem',
    minHeight: '11rem',
    maxHeight: '32rem',
  },
  '&.cm-focused': { outline: '2px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', minHeight: '11rem' },
  '.cm-content': { padding: '0.625rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 4%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 14%, transparent)',
  },
  '.cm-wrong': {
    textDecoration: 'underline wavy 2px',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '0.25em',
    fontWeight: '600',
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--ground)',
    border: '1px solid var(--quiet)',
    borderRadius: '6px',
    boxShadow: '0 4px 16px rgb(0 0 0 / 18%)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)',
    maxHeight: '18rem',
    minWidth: 'min(22rem, 80vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.1875rem 0.5rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--ground)', backgroundColor: 'var(--ink)' },
  '.cm-completionDetail': {
    fontFamily: 'var(--sans)',
    fontStyle: 'normal',
    color: 'inherit',
    marginInlineStart: '0.75rem',
  },
  '.cm-completionIcon': { color: 'inherit', opacity: '1' },
  '.cm-completionInfo': {
    fontFamily: 'var(--sans)',
    fontSize: '0.8125rem',
    padding: '0.5rem 0.625rem',
    maxWidth: '18rem',
  },
});

/** Weight and tone, not hues: the accent means evidence and nothing else. */
export const INKS = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], fontStyle: 'italic' },
  { tag: tags.comment, color: 'var(--quiet)' },
  { tag: [tags.bracket, tags.punctuation, tags.operator], color: 'var(--quiet)' },
]);
