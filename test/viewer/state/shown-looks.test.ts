import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { LIGHT, type Measure } from '../../../src/graph/index.ts';
import type { App } from '../../../src/viewer/state/app.ts';
import type { Values } from '../../../src/viewer/state/measures.ts';
import { shownLooks } from '../../../src/viewer/state/shown-looks.ts';
import { INITIAL_VIEW, type ViewState } from '../../../src/viewer/state/view-state.ts';
import { catalog } from './sample-catalog.ts';

const measured: Values = new Map([...catalog.entities.keys()].map((id, at) => [id, at]));

/** An app that takes measures when the test says so. */
function withView(view: Partial<ViewState>) {
  const state = signal<ViewState>({ ...INITIAL_VIEW, ...view });
  const taken = new Map<Measure, ReturnType<typeof signal<Values | undefined>>>();
  const measures = (name: Measure) => {
    const values = taken.get(name) ?? signal<Values | undefined>(undefined);
    taken.set(name, values);
    return values;
  };
  const app = { catalog, state, measures, palette: signal(LIGHT) } as unknown as App;
  const change = (part: Partial<ViewState>) => {
    state.value = { ...state.value, ...part };
  };
  return { looks: shownLooks(app), app, change, measures };
}

describe('colours and sizes', () => {
  it('stay what they were while a measure is being taken', () => {
    const { looks, change, measures } = withView({ sizing: 'equal', colouring: 'claims' });
    const { radii, colours, colouring } = looks;
    const [equal, byClaims] = [radii.value, colours.value];
    expect([equal?.size, byClaims?.size]).toEqual([catalog.entities.size, catalog.entities.size]);
    change({ sizing: 'pageRank', colouring: 'community' });
    expect([radii.value, colours.value, colouring.value]).toEqual([equal, byClaims, 'claims']);
    measures('pageRank').value = measured;
    expect(radii.value).not.toEqual(equal);
    expect(colouring.value).toBe('claims');
    measures('community').value = measured;
    expect(colouring.value).toBe('community');
    expect(colours.value).not.toEqual(byClaims);
    change({ sizing: 'equal', colouring: 'claims' });
    expect([radii.value, colours.value]).toEqual([equal, byClaims]);
  });

  it('stand for claims and kinds until the first measure is there', () => {
    const { looks, measures } = withView({ sizing: 'pageRank', colouring: 'community' });
    expect([looks.radii.value, looks.colours.value]).toEqual([undefined, undefined]);
    measures('pageRank').value = measured;
    expect(looks.radii.value?.size).toBe(catalog.entities.size);
  });

  it('are the same for the canvas and for what is saved', () => {
    const { looks, app } = withView({});
    expect(shownLooks(app)).toBe(looks);
  });
});
