/** The place of spans within a part, drawn as a bar: where the words stand, without the words. */
import type { Span } from '../../model/index.ts';
import { type Mark, shareOf } from '../state/marks.ts';
import { useApp } from './app-context.ts';

/** A mark is drawn at least this wide, in percent of its part. */
const LEAST = 1.2;

export function MarkBar({ part, marks }: { part: Span; marks: readonly Mark[] }) {
  const strings = useApp().strings.value;
  // What is drawn last lies on top: the evidence.
  const order = { mention: 0, attribution: 1, evidence: 2 };
  return (
    <ul class="mark-bar">
      {[...marks]
        .sort((a, b) => order[a.use] - order[b.use])
        .map(({ span, use, of }) => {
          const { left, width } = shareOf(span, part, LEAST);
          const label = strings.markAt(strings.marks[use], span.start, span.end);
          return (
            <li
              key={`${of} ${use} ${span.start}`}
              class={`mark-span is-${use}`}
              style={{ left: `${left}%`, width: `${width}%` }}
              title={label}
              aria-label={label}
            />
          );
        })}
    </ul>
  );
}
