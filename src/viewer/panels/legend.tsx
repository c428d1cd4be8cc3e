/** The legend of kinds, which is their filter too. */
import { useSignal } from '@preact/signals';
import type { KindGroup } from '../../graph/index.ts';
import { isFiltering } from '../state/filters.ts';
import { clearFilters, onlyKinds, toggleKinds } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Facets } from './facets.tsx';
import { Icon } from './icons.tsx';
import { entityName, groupName, termName } from './names.ts';
import { HueDot } from './references.tsx';
import { useRoving } from './roving.ts';
import { isolate, sentenceCase } from './words.tsx';

export function Legend() {
  const app = useApp();
  const strings = app.strings.value;
  const list = useRoving<HTMLUListElement>();
  const { claims } = app.shown.value;
  const { focus } = app.state.value.filters;
  return (
    <aside class="legend" id="legend" aria-label={strings.legend}>
      <section aria-labelledby="legend-kinds">
        <h2 id="legend-kinds">{strings.kinds}</h2>
        <ul class="kind-list" ref={list}>
          {app.catalog.groups.map((group) => (
            <GroupRow key={group.id} group={group} />
          ))}
        </ul>
      </section>
      <Facets />
      <div class="legend-foot">
        {isFiltering(app.state.value.filters) && (
          <>
            {focus && <p>{strings.focusedOn(isolate(entityName(app, focus.entity)), focus.depth)}</p>}
            <p>{strings.shownOf(claims.size, app.catalog.claims.size)}</p>
            <button type="button" class="text-button" onClick={() => app.change(clearFilters)}>
              {strings.showAll}
            </button>
          </>
        )}
      </div>
    </aside>
  );
}

/** A group of kinds; its kinds unfold below it where it has several. */
function GroupRow({ group }: { group: KindGroup }) {
  const app = useApp();
  const open = useSignal(false);
  const several = group.kinds.length > 1;
  return (
    <>
      <KindRow
        name={groupName(app, group.id)}
        kinds={group.kinds}
        hue={group.hue}
        {...(several && {
          open: open.value,
          onFold: () => {
            open.value = !open.value;
          },
        })}
      />
      {several &&
        open.value &&
        group.kinds.map((kind) => (
          <KindRow
            key={kind}
            name={sentenceCase(termName(app, kind), app.strings.value.locale)}
            kinds={[kind]}
            hue={group.hue}
            inner
          />
        ))}
    </>
  );
}

interface KindRowProps {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly hue: number;
  readonly inner?: boolean;
  readonly open?: boolean;
  readonly onFold?: () => void;
}

function KindRow({ name, kinds, hue, inner = false, open, onFold }: KindRowProps) {
  const app = useApp();
  const strings = app.strings.value;
  const { hiddenKinds } = app.state.value.filters;
  const hidden = kinds.filter((kind) => hiddenKinds.has(kind)).length;
  const pressed = hidden === 0 ? 'true' : hidden === kinds.length ? 'false' : 'mixed';
  const { kindCounts } = app.shown.value;
  const count = kinds.reduce((sum, kind) => sum + (kindCounts.get(kind) ?? 0), 0);
  const only = () => app.change((state) => onlyKinds(state, kinds, app.catalog.kindCounts.keys()));
  return (
    <li data-row class={`kind-row${inner ? ' is-inner' : ''}`}>
      <button
        type="button"
        data-item
        class="kind-toggle"
        aria-pressed={pressed}
        onClick={() => app.change((state) => toggleKinds(state, kinds))}
        onDblClick={only}
      >
        <HueDot hue={hue} />
        <bdi class="kind-name">{name}</bdi>
        <span class="count">{new Intl.NumberFormat(strings.locale).format(count)}</span>
      </button>
      <button
        type="button"
        class="only"
        tabIndex={-1}
        aria-label={strings.onlyThis(isolate(name))}
        onClick={only}
      >
        {strings.only}
      </button>
      {onFold && (
        <button
          type="button"
          class="fold"
          tabIndex={-1}
          aria-expanded={open}
          aria-label={isolate(name)}
          onClick={onFold}
        >
          <Icon name="chevron" />
        </button>
      )}
    </li>
  );
}
