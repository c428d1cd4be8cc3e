/** The small button of a row of a filter: this row alone. */
import { useApp } from './app-context.ts';
import { isolate } from './words.tsx';

export interface OnlyButtonProps {
  /** Of the row, for who does not see where the button stands. */
  readonly name: string;
  readonly onClick: () => void;
}

/** Out of the order of Tab: arrow keys go from the row to it. */
export function OnlyButton({ name, onClick }: OnlyButtonProps) {
  const strings = useApp().strings.value;
  return (
    <button
      type="button"
      class="only"
      tabIndex={-1}
      aria-label={strings.onlyThis(isolate(name))}
      onClick={onClick}
    >
      {strings.only}
    </button>
  );
}
