import { describe, expect, it } from 'vitest';
import { OWN_VOICE } from '../../../src/viewer/state/filters.ts';
import { voicesOf } from '../../../src/viewer/state/voices.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const speakers = (selection: string[], shown = shownUnder()) =>
  voicesOf(catalog, shown, selection).voices.map(({ speaker, claims }) => `${speaker} ${claims.length}`);

describe('voices', () => {
  it('begin with the article itself, then who says most', () => {
    expect(speakers([])).toEqual([`${OWN_VOICE} 9`, 'anna-berg 1', 'dock-union 1']);
  });

  it('speak of one entity or of two together, as ends, speakers or in details', () => {
    expect(speakers(['tourism'])).toEqual([`${OWN_VOICE} 1`, 'anna-berg 1', 'dock-union 1']);
    expect(speakers(['quick-tern', 'tourism'])).toEqual(['anna-berg 1', 'dock-union 1']);
    expect(speakers(['anna-berg'])).toEqual([`${OWN_VOICE} 1`, 'anna-berg 1']);
    expect(speakers(['harbour/c1'])).toEqual(speakers([]));
  });

  it('say only what the filters let through', () => {
    expect(speakers([], shownUnder(filtersOf({ polarity: ['negative'] })))).toEqual([
      `${OWN_VOICE} 1`,
      'dock-union 1',
    ]);
  });

  it('contradict each other, each pair once', () => {
    expect(voicesOf(catalog, shownUnder(), []).contradictions).toEqual([['harbour/c3', 'harbour/c4']]);
    expect(voicesOf(catalog, shownUnder(), ['nordlink']).contradictions).toEqual([]);
    expect(voicesOf(catalog, shownUnder(filtersOf({ polarity: ['negative'] })), []).contradictions).toEqual(
      [],
    );
  });
});
