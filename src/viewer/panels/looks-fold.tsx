/** By what entities are coloured and sized, and what the colours and sizes say. */

import { useMemo } from 'preact/hooks';
import { nodeRadius } from '../../graph/index.ts';
import type { App } from '../state/app.ts';
import {
  COLOURINGS,
  type Colouring,
  colourStepsOf,
  entityDegrees,
  measureFor,
  mostOf,
  SIZINGS,
  type Sizing,
  stepAt,
  toneName,
  type ValueStep,
} from '../state/looks.ts';
import type { Values } from '../state/measures.ts';
import type { ViewState } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { Fold } from './fold.tsx';
import { Icon } from './icons.tsx';

/** Shares of the greatest value whose discs the key to sizes shows. */
const SIZES = [0, 0.25, 1];

export function LooksFold() {
  const app = useApp();
  const strings = app.strings.value;
  const { colouring, sizing, literals } = app.state.value;
  return (
    <Fold name={strings.looks} open={colouring !== 'kind' || sizing !== 'claims' || literals}>
      <div class="looks">
        <Choice
          name={strings.colourBy}
          value={colouring}
          all={COLOURINGS}
          names={strings.colourings}
          to={(value) => ({ colouring: value })}
        />
        {colouring !== 'kind' && <p class="quiet-note">{strings.measureNotes[colouring]}</p>}
        <Choice
          name={strings.sizeBy}
          value={sizing}
          all={SIZINGS}
          names={strings.sizings}
          to={(value) => ({ sizing: value })}
        />
        <SizeKey sizing={sizing} />
        <label class="check">
          <input
            type="checkbox"
            checked={literals}
            onChange={() => app.change((state) => ({ ...state, literals: !state.literals }))}
          />
          {strings.literalNodes}
        </label>
      </div>
    </Fold>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly all: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  to(value: T): Partial<ViewState>;
}

function Choice<T extends string>({ name, value, all, names, to }: ChoiceProps<T>) {
  const app = useApp();
  return (
    <label class="choice">
      <span>{name}</span>
      <select
        value={value}
        onChange={({ currentTarget }) =>
          app.change((state) => ({ ...state, ...to(currentTarget.value as T) }))
        }
      >
        {all.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </label>
  );
}

/** The values behind a look, by entity; undefined while they are being worked out. */
export function valuesFor(app: App, look: Colouring | Sizing): Values | undefined {
  const name = measureFor(look);
  return name === undefined ? entityDegrees(app.catalog) : app.measures(name).value;
}

/** The steps of a colour that stands for a quantity, above the kinds. */
export function ColourKey() {
  const { colouring } = useApp().state.value;
  return colouring === 'kind' || colouring === 'community' ? null : <QuantityKey colouring={colouring} />;
}

function QuantityKey({ colouring }: { colouring: Colouring }) {
  const app = useApp();
  const strings = app.strings.value;
  const values = valuesFor(app, colouring);
  const steps = values && colourStepsOf(values);
  const { entities } = app.shown.value;
  const counts = useMemo(() => countsByStep(entities, values, steps), [entities, values, steps]);
  return (
    <section aria-labelledby="legend-colours">
      <h2 id="legend-colours">{strings.colourings[colouring]}</h2>
      {steps === undefined ? (
        <p class="quiet-note">{strings.measuring}</p>
      ) : (
        <ul class="kind-list is-key">
          {steps.map(({ least, greatest }, at) => (
            <li key={least} class="key-row">
              <span
                class="dot"
                style={{ '--hue': `var(--${toneName(at, steps.length)})` }}
                aria-hidden="true"
              />
              <span class="kind-name">{between(app, colouring, least, greatest)}</span>
              <span class="count">{new Intl.NumberFormat(strings.locale).format(counts[at]!)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How many of some entities lie in each step. */
function countsByStep(
  ids: Iterable<string>,
  values: Values | undefined,
  steps: readonly ValueStep[] = [],
): readonly number[] {
  const counts = steps.map(() => 0);
  if (steps.length > 0) for (const id of ids) counts[stepAt(steps, values?.get(id) ?? 0)]! += 1;
  return counts;
}

/** Discs of the sizes that the least, a middle and the greatest value have. */
function SizeKey({ sizing }: { sizing: Sizing }) {
  const app = useApp();
  if (sizing === 'equal') return null;
  const values = valuesFor(app, sizing);
  if (values === undefined) return <p class="quiet-note">{app.strings.value.measuring}</p>;
  const top = mostOf(values);
  if (top === 0) return null;
  const most = mostOf(entityDegrees(app.catalog));
  return (
    <ul class="size-key" aria-label={app.strings.value.sizeBy}>
      {SIZES.map((part) => (
        <li key={part}>
          <span
            class="disc"
            aria-hidden="true"
            style={{ '--radius': `${(nodeRadius(part * most) * DISC_SCALE).toFixed(1)}px` }}
          />
          {between(app, sizing, part * top, part * top)}
        </li>
      ))}
    </ul>
  );
}

/** Pixels per graph unit in the key: about as on a canvas that shows the whole of a small graph. */
const DISC_SCALE = 0.75;

/** One number or two, short enough for a legend; shares as per cent. */
function between({ strings }: App, look: Colouring | Sizing, least: number, greatest: number): string {
  const { locale, range } = strings.value;
  const share = look === 'pageRank' || look === 'betweenness';
  const number = new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 2,
    ...(share && { style: 'percent' }),
  });
  const [from, to] = [number.format(least), number.format(greatest)];
  return from === to ? from : range(from, to);
}
