/** The article's own words, from the reader's file, with the selected spans highlighted. */
import type { CodePointText, Span } from '../../model/index.ts';
import { markedRuns } from '../state/marked-runs.ts';
import type { Mark, MarkUse } from '../state/marks.ts';

export interface MarkedTextProps {
  readonly text: CodePointText;
  readonly part: Span;
  readonly marks: readonly Mark[];
  /** BCP 47 tag of the text. */
  readonly lang: string;
}

export function MarkedText({ text, part, marks, lang }: MarkedTextProps) {
  return (
    <p class="digest-text is-source" dir="auto" lang={lang}>
      {markedRuns(part, marks).map(({ span, use }) => {
        const words = text.slice(span);
        return use === undefined ? (
          words
        ) : (
          <mark key={span.start} class={`is-${use satisfies MarkUse}`}>
            {words}
          </mark>
        );
      })}
    </p>
  );
}
