/** What connects two selected entities: the shortest ways along claims, one of them shown on the canvas and as sentences. */
import { Fragment } from 'preact';
import type { PathStep } from '../state/paths.ts';
import { WAY_COUNTS } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { entityName } from './names.ts';
import { ClaimSentence } from './references.tsx';
import { useRoving } from './roving.ts';
import { isolate } from './words.tsx';

export function Ways() {
  const app = useApp();
  const strings = app.strings.value;
  const list = useRoving<HTMLOListElement>();
  const { selection, directed, path, wayCount } = app.state.value;
  const more = WAY_COUNTS.find((count) => count > wayCount);
  const [from, to] = selection.map((id) => isolate(entityName(app, id)));
  const ways = app.ways.value;
  return (
    <section class="ways" aria-labelledby="ways-heading">
      <h2 id="ways-heading">{strings.fromTo(from!, to!)}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={directed}
          onChange={() => app.change((state) => ({ ...state, directed: !state.directed, path: 0 }))}
        />
        {strings.alongArrows}
      </label>
      {directed && (
        <button
          type="button"
          class="text-button"
          onClick={() =>
            app.change((state) => ({ ...state, selection: state.selection.toReversed(), path: 0 }))
          }
        >
          {strings.turnRound}
        </button>
      )}
      {app.seekingWays.value ? (
        <p class="quiet-note" role="status">
          {strings.measuring}
        </p>
      ) : (
        ways.length === 0 && <p class="quiet-note">{strings.noWay}</p>
      )}
      <ol ref={list}>
        {ways.map((steps, index) => (
          <li key={steps.map(({ to }) => to).join(' ')}>
            <button
              type="button"
              data-item
              class="way"
              aria-expanded={index === path}
              onClick={() => app.change((state) => ({ ...state, path: index }))}
            >
              <WayNames steps={steps} />
              <Icon name="chevron" />
            </button>
            {index === path && (
              <ul>
                {steps.flatMap(({ claims }) =>
                  claims.map((key) => (
                    <li key={key}>
                      <ClaimSentence claimKey={key} />
                    </li>
                  )),
                )}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {ways.length >= wayCount && more !== undefined && (
        <button
          type="button"
          class="text-button"
          onClick={() => app.change((state) => ({ ...state, wayCount: more }))}
        >
          {strings.moreWays}
        </button>
      )}
    </section>
  );
}

/** The names that a way passes. */
function WayNames({ steps }: { steps: readonly PathStep[] }) {
  const app = useApp();
  return (
    <span class="way-names">
      {[steps[0]!.from, ...steps.map(({ to }) => to)].map((id, index) => (
        <Fragment key={id}>
          {index > 0 && <span class="aside"> – </span>}
          <bdi>{entityName(app, id)}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
