/** What colours and sizes of entities say: the values behind them, and the steps into which a legend puts them. */
import { hueOf, type Measure, nodeRadius, type Palette } from '../../graph/index.ts';
import { once } from '../once.ts';
import type { Catalog } from './catalog.ts';

export const COLOURINGS = ['kind', 'community', 'claims', 'pageRank', 'betweenness'] as const;
export type Colouring = (typeof COLOURINGS)[number];
export const SIZINGS = ['claims', 'pageRank', 'betweenness', 'equal'] as const;
export type Sizing = (typeof SIZINGS)[number];

/** The measure that has to be taken for a look; undefined where the catalog knows it. */
export function measureFor(look: Colouring | Sizing): Measure | undefined {
  return look === 'community' || look === 'pageRank' || look === 'betweenness' ? look : undefined;
}

/** Entities whose values lie together. */
export interface ValueStep {
  readonly least: number;
  readonly greatest: number;
  readonly count: number;
}

/**
 * Cuts values into steps with about as many entities in each, equal values together.
 *
 * @param most steps at most, 1 or more
 */
export function valueSteps(values: Iterable<number>, most: number): ValueStep[] {
  const sorted = Float64Array.from(values).sort();
  const steps: ValueStep[] = [];
  for (let from = 0; from < sorted.length; ) {
    const left = Math.max(1, most - steps.length);
    const aim = from + Math.ceil((sorted.length - from) / left) - 1;
    const greatest = sorted[aim]!;
    let to = aim + 1;
    while (to < sorted.length && sorted[to] === greatest) to += 1;
    steps.push({ least: sorted[from]!, greatest, count: to - from });
    from = to;
  }
  return steps;
}

/** The step of a value, from 0. */
export function stepAt(steps: readonly ValueStep[], value: number): number {
  for (let at = 0; at < steps.length; at += 1) if (value <= steps[at]!.greatest) return at;
  return steps.length - 1;
}

/** Tones of a ramp. */
const TONES = 5;

/** The place in the ramp of a step: few steps are spread over the whole of it. */
function toneAt(at: number, steps: number): number {
  return steps < 2 ? TONES - 1 : Math.round((at * (TONES - 1)) / (steps - 1));
}

/** The style sheet's name of a step's tone. */
export function toneName(at: number, steps: number): string {
  return `ramp-${toneAt(at, steps)}`;
}

/** The steps of a colour that stands for a quantity. */
export function colourSteps(values: Iterable<number>): ValueStep[] {
  return valueSteps(values, TONES);
}

/** The same, worked out once for the same values. */
export const colourStepsOf = once((values: ReadonlyMap<string, number>): readonly ValueStep[] =>
  colourSteps(values.values()),
);

/** Claims at each entity; the nodes of claims are left out. Worked out once for each catalog. */
export const entityDegrees = once(
  ({ degree, entities }: Catalog): ReadonlyMap<string, number> =>
    new Map([...entities.keys()].map((id) => [id, degree.get(id) ?? 0])),
);

export function mostOf(values: ReadonlyMap<string, number>): number {
  let most = 0;
  values.forEach((value) => {
    if (value > most) most = value;
  });
  return most;
}

/** Colours by entity; undefined: by kind. @param values of the entities, where the colouring has some */
export function entityColours(
  colouring: Colouring,
  values: ReadonlyMap<string, number> | undefined,
  palette: Palette,
): ReadonlyMap<string, string> | undefined {
  if (colouring === 'kind' || values === undefined) return undefined;
  const steps = colouring === 'community' ? [] : colourStepsOf(values);
  const tones = steps.map((_, at) => palette.ramp[toneAt(at, steps.length)]!);
  const colours = new Map<string, string>();
  values.forEach((value, id) => {
    colours.set(id, colouring === 'community' ? hueOf(palette, value) : tones[stepAt(steps, value)]!);
  });
  return colours;
}

/** Radii by entity in graph units; undefined: by claims. The area grows with the value, up to the largest by claims. */
export function entityRadii(
  sizing: Sizing,
  values: ReadonlyMap<string, number> | undefined,
  catalog: Catalog,
): ReadonlyMap<string, number> | undefined {
  if (sizing === 'claims' || (sizing !== 'equal' && values === undefined)) return undefined;
  const most = mostOf(entityDegrees(catalog));
  const top = mostOf(values ?? new Map());
  const radii = new Map<string, number>();
  const equal = nodeRadius(2);
  for (const id of catalog.entities.keys()) {
    const radius =
      sizing === 'equal' ? equal : nodeRadius(top > 0 ? (most * (values!.get(id) ?? 0)) / top : 0);
    radii.set(id, radius);
  }
  return radii;
}
