/** The values of a facet with how many each choice would show; they explain the kinds of line as well. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { LineStyle } from '../../graph/index.ts';
import { compareCodePoints } from '../../model/index.ts';
import { oncePer } from '../once.ts';
import type { Catalog } from '../state/catalog.ts';
import { claimIndex } from '../state/claim-index.ts';
import type { Facet } from '../state/filters.ts';
import { fold } from '../state/fold.ts';
import { onlyFacet, toggleFacet } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { LineGlyph } from './line-glyph.tsx';
import { More } from './more.tsx';
import { facetValueName } from './names.ts';
import { OnlyButton } from './only-button.tsx';
import { useRoving } from './roving.ts';
import { LIST_LIMIT, shorten } from './words.tsx';

/** Values that are listed at first, and with each step further; a longer list can be searched. */
const PART = 40;

const PLAIN: LineStyle = { stroke: 'solid', denied: false, implied: false };
/** The values that have a line of their own, in the order in which they are shown. */
const GLYPHS: Partial<Record<Facet, Readonly<Record<string, LineStyle>>>> = {
  modality: {
    asserted: PLAIN,
    reported: { ...PLAIN, stroke: 'dashed' },
    opinion: { ...PLAIN, stroke: 'dashed' },
    predicted: { ...PLAIN, stroke: 'dotted' },
    attempted: { ...PLAIN, stroke: 'dotted' },
  },
  polarity: { positive: PLAIN, negative: { ...PLAIN, denied: true } },
  derivation: { explicit: PLAIN, implied: { ...PLAIN, implied: true } },
};

/** All values can be reached: by a field that narrows a long list, and part by part. */
export function FacetList({ facet }: { facet: Facet }) {
  const app = useApp();
  const strings = app.strings.value;
  const list = useRoving<HTMLUListElement>();
  const listed = useSignal(PART);
  const wanted = useSignal('');
  const all = valuesOf(app.catalog, facet);
  const letters = fold(wanted.value).trim();
  const names = useMemo(
    () => (letters === '' ? undefined : all.map((value) => fold(facetValueName(app, facet, value)))),
    [all, strings, letters === ''],
  );
  const found = names === undefined ? all : all.filter((_, at) => names[at]!.includes(letters));
  const first = found.slice(0, listed.value);
  // What is chosen never drops out of sight: it came from the address, or the list grew shorter.
  const chosen = [...app.state.value.filters.chosen[facet]].filter((value) => !first.includes(value));
  const name = strings.facets[facet];
  return (
    <>
      {all.length > PART && (
        <input
          type="search"
          class="facet-find"
          aria-label={strings.findIn(name)}
          placeholder={strings.findIn(name)}
          value={wanted.value}
          onInput={(event) => {
            wanted.value = event.currentTarget.value;
            listed.value = PART;
          }}
        />
      )}
      <ul class="facet-list" ref={list}>
        {[...chosen, ...first].map((value) => (
          <FacetRow key={value} facet={facet} value={value} />
        ))}
      </ul>
      {found.length === 0 && <p class="quiet-note">{strings.noneIn(wanted.value.trim())}</p>}
      <More of={found.length} listed={listed} by={PART} />
    </>
  );
}

function FacetRow({ facet, value }: { facet: Facet; value: string }) {
  const app = useApp();
  const strings = app.strings.value;
  const chosen = app.state.value.filters.chosen[facet];
  const count = app.shown.value.facetCounts[facet].get(value) ?? 0;
  const name = facetValueName(app, facet, value);
  const glyph = GLYPHS[facet]?.[value];
  const only = () => app.change((state) => onlyFacet(state, facet, value));
  return (
    <li data-row class="facet-row">
      <button
        type="button"
        data-item
        class={`facet-toggle${chosen.size > 0 && !chosen.has(value) ? ' is-off' : ''}`}
        aria-pressed={chosen.has(value)}
        onClick={() => app.change((state) => toggleFacet(state, facet, value))}
        onDblClick={only}
      >
        {glyph ? <LineGlyph style={glyph} /> : <span class="tick" aria-hidden="true" />}
        <bdi class="facet-name">{shorten(name, LIST_LIMIT)}</bdi>
        <span class="count">{new Intl.NumberFormat(strings.locale).format(count)}</span>
      </button>
      <OnlyButton name={name} onClick={only} />
    </li>
  );
}

/** The values that occur: in their fixed order where they have one, else the most frequent first. */
const valuesOf = oncePer((catalog: Catalog, facet: Facet): string[] => {
  const { names, numbers, list } = claimIndex(catalog).facets[facet];
  const fixed = GLYPHS[facet];
  if (fixed) return Object.keys(fixed).filter((value) => numbers.has(value));
  // By number: there may be as many speakers as entities.
  const totals = new Int32Array(names.length);
  const order = new Int32Array(names.length);
  for (let at = 0; at < list.length; at += 1) totals[list[at]!]! += 1;
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  order.sort((a, b) => totals[b]! - totals[a]! || compareCodePoints(names[a]!, names[b]!));
  return Array.from(order, (value) => names[value]!);
});
