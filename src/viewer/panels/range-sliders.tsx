/** Two thumbs on one track, each a slider of its own for keyboard, touch and screen reader. */
import { useRef } from 'preact/hooks';

export interface RangeSlidersProps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: readonly [number, number];
  /** Names of the two thumbs. */
  readonly labels: readonly [string, string];
  text(value: number): string;
  /** @param gesture the same object as long as one thumb is drawn in one go */
  onChange(value: readonly [number, number], gesture: object): void;
}

export function RangeSliders({ min, max, step, value, labels, text, onChange }: RangeSlidersProps) {
  const gesture = useRef<object>({});
  const [from, to] = value;
  const share = (at: number) => (max > min ? (at - min) / (max - min) : 0);
  const turn = (end: 0 | 1, at: number) => {
    // A thumb stops at the other one.
    const next: [number, number] = end === 0 ? [Math.min(at, to), to] : [from, Math.max(at, from)];
    onChange(next, gesture.current);
  };
  return (
    <div
      class="range-sliders"
      // Both at the far end: the first must be on top, or neither could be drawn back.
      data-first-on-top={from > min && from === to && from === max}
      style={{ '--from': share(from), '--to': share(to) }}
    >
      {([0, 1] as const).map((end) => (
        <input
          key={end}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value[end]}
          aria-label={labels[end]}
          aria-valuetext={text(value[end])}
          onInput={({ currentTarget }) => {
            turn(end, Number(currentTarget.value));
            // The field follows the view, also where that did not change.
            currentTarget.value = String(
              end === 0
                ? Math.min(Number(currentTarget.value), to)
                : Math.max(Number(currentTarget.value), from),
            );
          }}
          onChange={() => {
            gesture.current = {};
          }}
        />
      ))}
    </div>
  );
}
