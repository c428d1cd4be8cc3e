/** The legend of kinds, which is their filter too. */
import { useSignal } from '@preact/signals';
import type { KindGroup } from '../../graph/index.ts';
import type { App } from '../state/app.ts';
import { isClaimKey } from '../state/catalog.ts';
import { startFrom } from '../state/expand.ts';
import { isFiltering } from '../state/filters.ts';
import { clearFilters, onlyKinds, toggleKinds } from '../state/view-state.ts';
import { largestEntity } from '../state/walk.ts';
import { useApp } from './app-context.ts';
import { CommunityFold } from './community-fold.tsx';
import { Facets } from './facets.tsx';
import { Icon } from './icons.tsx';
import { ColourKey, LooksFold } from './looks-fold.tsx';
import { entityName, groupName, termName } from './names.ts';
import { OnlyButton } from './only-button.tsx';
import { HueDot } from './references.tsx';
import { useRoving } from './roving.ts';
import { isolate, sentenceCase } from './words.tsx';

export function Legend() {
  const app = useApp();
  const strings = app.strings.value;
  const list = useRoving<HTMLUListElement>();
  const { claims } = app.shown.value;
  const { filters, colouring } = app.state.value;
  const { focus, within } = filters;
  return (
    <aside class="legend" id="legend" aria-label={strings.legend}>
      <ColourKey />
      <section aria-labelledby="legend-kinds" class={colouring === 'kind' ? undefined : 'is-uncoloured'}>
        <h2 id="legend-kinds">{strings.kinds}</h2>
        <ul class="kind-list" ref={list}>
          {app.catalog.groups.map((group) => (
            <GroupRow key={group.id} group={group} />
          ))}
        </ul>
      </section>
      <Facets />
      <CommunityFold />
      <LooksFold />
      <div class="legend-foot">
        {isFiltering(filters) ? (
          <>
            {within && <p>{strings.grown(within.size)}</p>}
            {focus && <p>{strings.focusedOn(isolate(entityName(app, focus.entity)), focus.depth)}</p>}
            <p>{strings.shownOf(claims.size, app.catalog.claims.size)}</p>
            <button type="button" class="text-button" onClick={() => app.change(clearFilters)}>
              {strings.showAll}
            </button>
          </>
        ) : (
          app.catalog.entities.size > 0 && (
            <button type="button" class="text-button" onClick={() => startSmall(app)}>
              {strings.startSmall}
            </button>
          )
        )}
      </div>
    </aside>
  );
}

/** From the selected entity, else from the one with most claims. */
function startSmall(app: App): void {
  const at = app.primary.value;
  const from = at !== undefined && !isClaimKey(at) ? at : largestEntity(app.catalog, app.shown.value);
  if (from === undefined) return;
  app.change((state) => startFrom(state, from));
  app.select(from, { sight: true });
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
      <OnlyButton name={name} onClick={only} />
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
