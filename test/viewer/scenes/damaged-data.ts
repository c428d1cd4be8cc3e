import { expect, it } from 'vitest';
import { linePieces } from '../../../src/formats/index.ts';
import { STRINGS } from '../../../src/viewer/strings/index.ts';
import { pageOf } from '../browser.ts';
import { sampleDataset } from '../pages.ts';
import type { Stage } from './scene.ts';

/** What may become of a page's data, and a word of what the console says then. */
const DAMAGES: readonly (readonly [string, (json: string) => string, RegExp])[] = [
  ['that breaks off', (json) => json.slice(0, -200), /not JSON/],
  [
    'with a claim of an unknown kind',
    (json) => json.replace('"modality":"reported"', '"modality":"sung"'),
    /modality/,
  ],
  [
    'with a name that is none',
    (json) => json.replace('"label":{"en":"Anna Berg"', '"label":{"en":7'),
    /label/,
  ],
  ['with a time that is none', (json) => json.replace(/"time":"[^"]*"/, '"time":7'), /time/],
  [
    'with a number for its names',
    (json) => json.replace('"label":{"en":"Anna Berg"', '"label":7,"was":{"en":"Anna Berg"'),
    /label/,
  ],
  [
    'with a speaker that is nobody',
    (json) => json.replace('"speaker":"anna-berg"', '"speaker":"anna-borg"'),
    /anna-borg/,
  ],
  [
    'with a claim about nothing',
    (json) => json.replace('"entity":"nordlink"', '"entity":"nordlonk"'),
    /nordlonk/,
  ],
  ['with a node of nothing', (json) => json.replace('"key":"nordlink"', '"key":"nordlonk"'), /nordlonk/],
];

export function damagedData(stage: () => Stage): void {
  it.each(
    DAMAGES.flatMap(([name, damage, said]) => [
      [name, 'one piece', damage, said, ''] as const,
      [name, 'several pieces', damage, said, ''] as const,
      [name, 'one piece for a table', damage, said, '#view=table'] as const,
    ]),
  )(
    'data %s, in %s, ends in words that say so, and in no part of a graph',
    async (_, many, damage, said, hash) => {
      const { viewer, template } = stage();
      const whole = await pageOf(template, sampleDataset);
      const [, head = '', json = '', tail = ''] =
        /^([\s\S]*id="clew-data">)([^<]*)([\s\S]*)$/.exec(whole) ?? [];
      const damaged = damage(json);
      expect(damaged).not.toBe(json);
      const pieces = linePieces(damaged, many === 'several pieces' ? 2_000 : damaged.length);
      const data = pieces.join('</script>\n<script type="text/plain" class="clew-data">');
      const { page, errors, close } = await viewer.open(viewer.write('damaged.html', head + data + tail), {
        hash,
      });
      try {
        await page.waitForSelector('.page-note');
        expect(await page.locator('#clew').textContent()).toBe(STRINGS.en.brokenData);
        expect(await page.locator('canvas').count()).toBe(0);
        expect(errors.join('\n')).toMatch(said);
      } finally {
        await close();
      }
    },
  );
}
