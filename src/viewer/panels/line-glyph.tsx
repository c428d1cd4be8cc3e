/** A claim's line in small: the same strokes as on the canvas, for lists and the legend. */
import type { LineStyle } from '../../graph/index.ts';

const DASHES = { solid: undefined, dashed: '5 3', dotted: '0.1 4' } as const;

/** Ends in an arrow head, but for a denied claim: that wears a bar across the middle. */
export function LineGlyph({ style }: { style: LineStyle }) {
  const { stroke, denied, implied } = style;
  return (
    <svg
      class={`line-glyph${denied ? ' is-denied' : ''}${implied ? ' is-implied' : ''}`}
      viewBox="0 0 30 12"
      width="30"
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      <line x1="2" y1="6" x2={denied ? 28 : 24} y2="6" stroke-dasharray={DASHES[stroke]} />
      {denied ? <line class="bar" x1="15" y1="1.5" x2="15" y2="10.5" /> : <path d="M23 2.6 29 6l-6 3.4z" />}
    </svg>
  );
}
