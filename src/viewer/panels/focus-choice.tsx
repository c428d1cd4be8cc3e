/** Narrows everything to what lies around an entity, one to three claims away. */
import { DEPTHS } from '../state/surroundings.ts';
import { setFocus } from '../state/view-state.ts';
import { useApp } from './app-context.ts';

export function FocusChoice({ entity }: { entity: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const { focus } = app.state.value.filters;
  const depth = focus?.entity === entity ? focus.depth : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields
    <div class="focus-choice" role="group" aria-label={strings.aroundIt}>
      <span class="focus-term">{strings.aroundIt}</span>
      {[undefined, ...DEPTHS].map((choice) => (
        <button
          key={choice ?? 0}
          type="button"
          aria-pressed={depth === choice}
          aria-label={choice === undefined ? strings.everything : strings.steps(choice)}
          onClick={() => {
            app.change((state) =>
              setFocus(state, choice === undefined ? undefined : { entity, depth: choice }),
            );
            app.sight.value = { keys: [entity] };
          }}
        >
          {choice ?? strings.everything}
        </button>
      ))}
    </div>
  );
}
