/** The search field and its list of hits: an ARIA combobox, worked by keyboard alone if need be. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { reveal } from '../state/reveal.ts';
import { HIT_TYPES, type Hit, type HitType } from '../state/search-entries.ts';
import { onlyFacet, onlyKinds, openArticle } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { HitOption } from './hit-option.tsx';
import { Icon } from './icons.tsx';
import { useSearch } from './use-search.ts';

/** How many hits of each type are listed. */
const LISTED: Readonly<Record<HitType, number>> = {
  entity: 7,
  claim: 8,
  predicate: 4,
  kind: 4,
  article: 5,
};

export function SearchBox() {
  const app = useApp();
  const strings = app.strings.value;
  const query = useSignal('');
  const open = useSignal(false);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const search = useSearch(app);
  const { answer } = search;
  const listed = useComputed(() => listedHits(answer.value.hits));
  const hits = listed.value.flatMap(({ hits }) => hits);

  useEffect(() => focusOnSlash(input), []);
  useEffect(() => {
    const { whole, count } = answer.value;
    if (whole && open.value && query.value !== '') app.announcement.value = strings.hits(count);
  }, [answer.value]);
  useEffect(() => {
    document.getElementById(`${listId}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
  }, [active.value, listId]);

  const write = (text: string) => {
    query.value = text;
    search.ask(text);
  };
  const close = () => {
    open.value = false;
    active.value = 0;
  };
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    choosing(app, hit);
    write('');
    close();
    if (app.environment.narrow.value) input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && hits.length > 0) {
      event.preventDefault();
      open.value = true;
      active.value = (active.value + move + hits.length) % hits.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(hits[active.value]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (query.value === '') input.current?.blur();
      write('');
      close();
    }
  };
  const expanded = open.value && query.value.trim() !== '';
  return (
    <search class={`search${open.value ? ' is-open' : ''}`}>
      <label class="search-field">
        <Icon name="search" />
        <span class="visually-hidden">{strings.search}</span>
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          role="combobox"
          aria-expanded={expanded}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={expanded && hits.length > 0 ? `${listId}-${active.value}` : undefined}
          aria-keyshortcuts="/"
          placeholder={strings.searchHint}
          value={query.value}
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
            active.value = 0;
            open.value = true;
          }}
          onFocus={() => {
            open.value = true;
            search.start();
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <span class="slash" aria-hidden="true">
          /
        </span>
      </label>
      <button type="button" class="search-cancel" tabIndex={-1} onClick={close}>
        {strings.cancelSearch}
      </button>
      <div
        id={listId}
        class="hits"
        role="listbox"
        aria-label={strings.searchResults}
        hidden={!expanded}
        // Keeps the focus in the field while a hit is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {listed.value.map(({ type, hits: ofType, from }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand in a listbox
          <div key={type} role="group" aria-label={strings.hitTypes[type]} class="hit-group">
            <div class="hit-heading" aria-hidden="true">
              {strings.hitTypes[type]}
            </div>
            {ofType.map((hit, index) => (
              <HitOption
                key={hit.id}
                id={`${listId}-${from + index}`}
                hit={hit}
                active={from + index === active.value}
                onChoose={() => choose(hit)}
              />
            ))}
          </div>
        ))}
      </div>
      {expanded && hits.length === 0 && answer.value.whole && (
        <p class="hits no-hits" role="status">
          {strings.noHits(query.value.trim())}
        </p>
      )}
    </search>
  );
}

interface ListedHits {
  readonly type: HitType;
  readonly hits: readonly Hit[];
  /** Place of the first in the whole list. */
  readonly from: number;
}

/** The best of each type; the type of the best hit comes first. */
function listedHits(found: readonly Hit[]): ListedHits[] {
  const order = [...new Set([...found.map(({ type }) => type), ...HIT_TYPES])];
  let from = 0;
  return order.flatMap((type) => {
    const hits = found.filter((hit) => hit.type === type).slice(0, LISTED[type]);
    if (hits.length === 0) return [];
    const group = { type, hits, from };
    from += hits.length;
    return [group];
  });
}

/** What a hit does: selects, opens an article, or filters by what it names; filters that hide it give way. */
function choosing(app: App, { type, id }: Hit): void {
  if (type === 'predicate') app.change((state) => onlyFacet(state, 'predicate', id));
  else if (type === 'kind') app.change((state) => onlyKinds(state, [id], app.catalog.kindCounts.keys()));
  else if (type === 'article') {
    app.change((state) => openArticle(state, id));
    app.sheet.value = 'full';
  } else {
    app.change((state) => reveal(state, app.catalog, id, app.communityOf.peek()));
    app.select(id, { sight: true });
  }
}

/** A slash typed anywhere but in a field begins a search. */
function focusOnSlash(input: { readonly current: HTMLInputElement | null }): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((target as Element).closest?.('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.current?.focus();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
