/** Folds the legend or the reading column away, and brings it back. */
import { toggleFold } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';

export function FoldButton({ panel }: { panel: 'legend' | 'reading' }) {
  const app = useApp();
  const strings = app.strings.value;
  const over = panel === 'legend' && app.environment.compact.value;
  const open = over ? app.legendOver.value : !app.state.value.folded.has(panel);
  const label = {
    legend: open ? strings.foldLegend : strings.unfoldLegend,
    reading: open ? strings.foldReading : strings.unfoldReading,
  }[panel];
  return (
    <button
      type="button"
      class={`icon-button fold-${panel}`}
      aria-expanded={open}
      aria-label={label}
      title={label}
      onClick={() => {
        if (over) app.legendOver.value = !open;
        else app.change((state) => toggleFold(state, panel));
      }}
    >
      <Icon name={panel === 'legend' ? 'foldLeft' : 'foldRight'} />
    </button>
  );
}
