/** Filters by how sure the annotator is: a range, and the claims without an estimate beside it. */
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { claimIndex } from '../state/claim-index.ts';
import { estimatesOf } from '../state/estimates.ts';
import type { ConfidenceRange } from '../state/filters.ts';
import { setConfidence } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Fold } from './fold.tsx';
import { RangeSliders } from './range-sliders.tsx';

const ALL: ConfidenceRange = { min: 0, max: 1, unknown: true };
const STEP = 0.05;

export function ConfidenceFold() {
  const app = useApp();
  const strings = app.strings.value;
  const { catalog } = app;
  const estimated = useMemo(
    () => !claimIndex(catalog).estimates.every((estimate) => Number.isNaN(estimate)),
    [catalog],
  );
  const range = useComputed(() => app.state.value.filters.confidence ?? ALL).value;
  const { loose } = app.shown.value;
  const { within, unknown } = useMemo(
    () => estimatesOf(catalog, loose.confidence, range.min, range.max),
    [catalog, loose.confidence, range],
  );
  if (!estimated) return null;
  const chosen = app.state.value.filters.confidence;
  const share = (value: number) => new Intl.NumberFormat(strings.locale, { style: 'percent' }).format(value);
  const change = (next: ConfidenceRange, gesture?: object) => {
    const all = next.min === 0 && next.max === 1 && next.unknown;
    app.change((state) => setConfidence(state, all ? undefined : next), gesture);
  };
  return (
    <Fold
      name={strings.confidence}
      chosen={chosen === undefined ? 0 : 1}
      onClear={() => app.change((state) => setConfidence(state, undefined))}
    >
      <div class="confidence">
        <p>
          {strings.range(share(range.min), share(range.max))}
          <span class="count">{new Intl.NumberFormat(strings.locale).format(within)}</span>
        </p>
        <RangeSliders
          min={0}
          max={1}
          step={STEP}
          value={[range.min, range.max]}
          labels={[strings.leastOf(strings.confidence), strings.mostOf(strings.confidence)]}
          text={share}
          onChange={([min, max], gesture) => change({ ...range, min, max }, gesture)}
        />
        {unknown > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={range.unknown}
              onChange={() => change({ ...range, unknown: !range.unknown })}
            />
            {strings.withUnknown(unknown)}
          </label>
        )}
      </div>
    </Fold>
  );
}
