/** Waits for the faces that the canvas writes with: text measured before they are there would be measured wrongly. */
import { FONTS } from './label-book.ts';

/** Longest wait in milliseconds; a page without the faces shows the system's. */
const LONGEST_WAIT = 1_500;

/** Latin, Vietnamese and its marks, so that every subset of a face is asked for. */
const SAMPLE = 'Aa Ăă Ếế Ợợ';

export async function canvasFonts(): Promise<void> {
  const loads = FONTS.map((font) => document.fonts.load(font, SAMPLE).catch(() => []));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([Promise.all(loads), enough]);
  clearTimeout(timer);
}
