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
      [name, 'one piece', damage, said] as const,
      [name, 'several pieces', damage, said] as const,
    ]),
  )('data %s, in %s, ends in words that say so, and in no part of a graph', async (_, many, damage, said) => {
    const { viewer, template } = stage();
    const whole = await pageOf(template, sampleDataset);
    const [, head = '', json = '', tail = ''] =
      /^([\s\S]*id="clew-data">)([^<]*)([\s\S]*)$/.exec(whole) ?? [];
    const damaged = damage(json);
    expect(damaged).not.toBe(json);
    const pieces = linePieces(damaged, many === 'one piece' ? damaged.length : 2_000);
    const data = pieces.join('</script>\n<script type="text/plain" class="clew-data">');
    const { page, errors, close } = await viewer.open(viewer.write('damaged.html', head + data + tail));
    try {
      await page.waitForSelector('.page-note');
      expect(await page.locator('#clew').textContent()).toBe(STRINGS.en.brokenData);
      expect(await page.locator('canvas').count()).toBe(0);
      expect(errors.join('\n')).toMatch(said);
    } finally {
      await close();
    }
  });
}
