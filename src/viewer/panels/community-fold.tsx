/** Communities as a filter: found when they are asked for, each named by its most important entity. */
import { useEffect } from 'preact/hooks';
import { HUES } from '../../graph/index.ts';
import { oncePer } from '../once.ts';
import type { App } from '../state/app.ts';
import type { Catalog } from '../state/catalog.ts';
import { onlyCommunities, toggleCommunity } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Fold } from './fold.tsx';
import { entityName } from './names.ts';
import { OnlyButton } from './only-button.tsx';
import { HueDot } from './references.tsx';
import { useRoving } from './roving.ts';

/** How many are listed by name; the others are too small to be told apart. */
const LISTED = 12;

export function CommunityFold() {
  const app = useApp();
  const { communities } = app.state.value.filters;
  const coloured = app.state.value.colouring === 'community';
  return (
    <Fold
      // Opens of its own accord once it explains the colours.
      key={String(coloured)}
      name={app.strings.value.communities}
      open={coloured || communities.size > 0}
      chosen={communities.size}
      onClear={() => app.change((state) => onlyCommunities(state, []))}
    >
      <CommunityList />
    </Fold>
  );
}

function CommunityList() {
  const app = useApp();
  const strings = app.strings.value;
  const list = useRoving<HTMLUListElement>();
  useEffect(() => {
    app.communitiesWanted.value = true;
  }, [app]);
  if (app.communityOf.value === undefined) return <p class="quiet-note">{strings.measuring}</p>;
  const all = [...communityNames(app)];
  return (
    <ul class="kind-list" ref={list}>
      {all.slice(0, LISTED).map(([number, name]) => (
        <Row key={number} number={number} name={name} />
      ))}
    </ul>
  );
}

function Row({ number, name }: { number: number; name: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const { filters, colouring } = app.state.value;
  const chosen = filters.communities.has(number);
  const off = filters.communities.size > 0 && !chosen;
  const only = () => app.change((state) => onlyCommunities(state, [number]));
  return (
    <li data-row class="facet-row">
      <button
        type="button"
        data-item
        class={`facet-toggle${off ? ' is-off' : ''}`}
        aria-pressed={chosen}
        onClick={() => app.change((state) => toggleCommunity(state, number))}
      >
        {colouring === 'community' ? (
          <HueDot hue={number < HUES ? number : -1} />
        ) : (
          <span class="tick" aria-hidden="true" />
        )}
        <bdi class="facet-name">{name}</bdi>
        <span class="count">
          {new Intl.NumberFormat(strings.locale).format(app.shown.value.communityCounts.get(number) ?? 0)}
        </span>
      </button>
      <OnlyButton name={name} onClick={only} />
    </li>
  );
}

/** The name of each community by its number, the largest community first. */
export function communityNames(app: App): Map<number, string> {
  const communityOf = app.communityOf.value;
  const foremost = communityOf === undefined ? [] : foremostOf(communityOf, app.catalog.degree);
  return new Map(
    foremost.map(([number, id]) => [number, app.strings.value.communityAround(entityName(app, id))]),
  );
}

/** Of each community by its number the entity with most claims. */
const foremostOf = oncePer((communityOf: ReadonlyMap<string, number>, degree: Catalog['degree']) => {
  const first = new Map<number, string>();
  communityOf.forEach((number, id) => {
    const best = first.get(number);
    if (best === undefined || (degree.get(id) ?? 0) > (degree.get(best) ?? 0)) first.set(number, id);
  });
  return [...first].sort(([a], [b]) => a - b);
});
