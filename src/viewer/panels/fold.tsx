/** A part of the legend under a heading that folds it away, with the way back where something is chosen in it. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';

export interface FoldProps {
  readonly name: string;
  /** From the start; default: only where something is chosen. */
  readonly open?: boolean;
  /** How many choices are made in it; 0: none, and nothing to clear. */
  readonly chosen?: number;
  readonly onClear?: () => void;
  readonly children: ComponentChildren;
}

/** What is folded away is not made. */
export function Fold({ name, chosen = 0, open: initially = chosen > 0, onClear, children }: FoldProps) {
  const strings = useApp().strings.value;
  const open = useSignal(initially);
  const id = useId();
  return (
    <section class="facet">
      <h2>
        <button
          type="button"
          class="fold-heading"
          aria-expanded={open.value}
          aria-controls={id}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {name}
          {chosen > 0 && <span class="chosen-count">{chosen}</span>}
          <Icon name="chevron" />
        </button>
      </h2>
      <div id={id} hidden={!open.value}>
        {open.value && children}
        {chosen > 0 && (
          <button type="button" class="text-button" aria-label={strings.clearFacet(name)} onClick={onClear}>
            {strings.showAll}
          </button>
        )}
      </div>
    </section>
  );
}
