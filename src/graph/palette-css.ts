/** The palettes as custom properties, so that style sheets and canvas share one source. */
import { DARK, LIGHT, type Palette } from './palette.ts';

/** Light by default and on paper; dark where the system asks for it, unless the reader chose by hand (`data-theme`). */
export function paletteCss(): string {
  const dark = declarations(DARK, 'dark');
  return [
    `:root{${declarations(LIGHT, 'light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root[data-theme="auto"]{${dark}}}`,
    `@media screen{:root[data-theme="dark"]{${dark}}}`,
  ].join('\n');
}

function declarations({ hues, ramp, ...colours }: Palette, scheme: 'light' | 'dark'): string {
  return [
    `color-scheme:${scheme}`,
    ...Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`),
    ...hues.map((colour, hue) => `--hue-${hue}:${colour}`),
    ...ramp.map((colour, step) => `--ramp-${step}:${colour}`),
  ].join(';');
}
