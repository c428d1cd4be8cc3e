import { describe, expect, it } from 'vitest';
import { OWN_VOICE } from '../../../src/viewer/state/filters.ts';
import { voicesOf } from '../../../src/viewer/state/voices.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const allVoices = (selection: string[], shown = shownUnder()) => {
  const voices = voicesOf(catalog, shown, selection);
  expect(voices.first(Number.POSITIVE_INFINITY).length).toBe(voices.size);
  return voices.first(voices.size);
};
const speakers = (selection: string[], shown = shownUnder()) =>
  allVoices(selection, shown).map(({ speaker, size }) => `${speaker} ${size}`);

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

  it('have their claims in the order of the articles, as many as are asked for', () => {
    const [own, anna] = allVoices([]);
    const keys = [...catalog.claims.keys()];
    const spoken = keys.filter((key) => catalog.claims.get(key)!.attribution === undefined);
    expect([own!.first(99), own!.first(2)]).toEqual([spoken, spoken.slice(0, 2)]);
    expect(catalog.claims.get(anna!.first(1)[0]!)!.attribution!.speaker).toBe('anna-berg');
    expect(
      voicesOf(catalog, shownUnder(), [])
        .first(1)
        .map(({ speaker }) => speaker),
    ).toEqual([OWN_VOICE]);
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
