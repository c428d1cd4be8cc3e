/** The right column: the card of what is selected, and under it the article's digest. */
import { useEffect, useRef } from 'preact/hooks';
import { MOST_SELECTED } from '../state/app.ts';
import { isClaimKey } from '../state/catalog.ts';
import { select } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { ClaimCard } from './claim-card.tsx';
import { Digest } from './digest.tsx';
import { EntityCard } from './entity-card.tsx';
import { Icon } from './icons.tsx';
import { keyName } from './names.ts';
import { Ways } from './ways.tsx';
import { WidthHandle } from './width-handle.tsx';
import { isolate } from './words.tsx';

export function ReadingColumn() {
  const app = useApp();
  const strings = app.strings.value;
  const key = app.primary.value;
  const { view } = app.state.value;
  return (
    <aside class="reading" id="reading" aria-label={strings.reading} tabIndex={-1}>
      {!app.environment.narrow.value && <WidthHandle />}
      {key !== undefined && <Card selected={key} />}
      {view !== 'article' && <Digest />}
      {view === 'article' && key === undefined && <p class="quiet-note">{strings.hint}</p>}
    </aside>
  );
}

function Card({ selected: key }: { selected: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const section = useRef<HTMLElement>(null);
  const { selection } = app.state.value;
  const former = useRef<string | undefined>(undefined);
  useEffect(() => {
    section.current?.scrollTo(0, 0);
    // The control that was pressed may have gone with the former card: the focus follows to the new one.
    if (former.current !== undefined && document.activeElement === document.body) {
      section.current?.querySelector<HTMLElement>('#card-heading')?.focus({ preventScroll: true });
    }
    former.current = key;
    const many =
      selection.length >= MOST_SELECTED
        ? `${strings.mostSelected(selection.length)} `
        : selection.length > 1
          ? `${strings.selected(selection.length)}. `
          : '';
    app.announcement.value = many + strings.nowSelected(isolate(keyName(app, key)));
  }, [key, selection.length]);
  const twoEntities = selection.length === 2 && !selection.some(isClaimKey);
  const kind = isClaimKey(key) ? 'claim' : 'entity';
  return (
    <section
      ref={section}
      class={`card is-${kind}`}
      aria-labelledby="card-heading"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it
      tabIndex={0}
    >
      <div class="card-bar">
        {selection.length > 1 && <Selection />}
        <button
          type="button"
          class="icon-button"
          aria-label={strings.clearSelection}
          title={strings.clearSelection}
          onClick={() => {
            app.select(undefined);
            document.getElementById('reading')?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {twoEntities && <Ways />}
      {kind === 'claim' ? <ClaimCard claimKey={key} /> : <EntityCard id={key} />}
    </section>
  );
}

/** So many selected things are named; of more, the last. */
const MOST_CHIPS = 24;

/** The other things that are selected, each a way back to its card. */
function Selection() {
  const app = useApp();
  const { selection } = app.state.value;
  return (
    <ul class="selection" aria-label={app.strings.value.selected(selection.length)}>
      {selection.length > MOST_CHIPS && <li class="quiet-note">+{selection.length - MOST_CHIPS}</li>}
      {selection.slice(-MOST_CHIPS).map((key) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            aria-current={key === app.primary.value ? 'true' : undefined}
            onClick={() =>
              app.change((state) => ({
                ...select(state, key, true),
                selection: [...state.selection.filter((known) => known !== key), key],
              }))
            }
          >
            <bdi>{keyName(app, key)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
