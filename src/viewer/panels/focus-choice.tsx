/** Narrows everything to what lies around an entity, one to three claims away, or to the entity alone, to grow from. */
import { startFrom, takeOut } from '../state/expand.ts';
import { DEPTHS } from '../state/surroundings.ts';
import { setFocus } from '../state/view-state.ts';
import { useApp } from './app-context.ts';

export function FocusChoice({ entity }: { entity: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const { focus, within } = app.state.value.filters;
  const depth = focus?.entity === entity ? focus.depth : undefined;
  const alone = within !== undefined && within.size === 1 && within.has(entity);
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields
    <div class="focus-choice" role="group" aria-label={strings.aroundIt}>
      <span class="focus-term">{strings.aroundIt}</span>
      {[undefined, ...DEPTHS].map((choice) => (
        <button
          key={choice ?? 0}
          type="button"
          aria-pressed={choice === undefined ? focus === undefined && within === undefined : depth === choice}
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
      <button
        type="button"
        aria-pressed={alone}
        aria-label={strings.aloneToGrow}
        onClick={() => {
          app.change((state) => startFrom(state, entity));
          app.sight.value = { keys: [entity] };
        }}
      >
        {strings.alone}
      </button>
      {within?.has(entity) && within.size > 1 && (
        <button type="button" onClick={() => app.change((state) => takeOut(state, entity))}>
          {strings.takeOut}
        </button>
      )}
    </div>
  );
}
