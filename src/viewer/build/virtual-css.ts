/** Build time: style sheets that are computed, imported as `virtual:clew/palette.css` and `virtual:clew/fonts.css`. */
import type { Plugin } from 'vite';
import { paletteCss } from '../../graph/index.ts';
import { fontCss } from './font-css.config.ts';

const SHEETS: Readonly<Record<string, () => string | Promise<string>>> = {
  'virtual:clew/palette.css': paletteCss,
  'virtual:clew/fonts.css': fontCss,
};

export function virtualCss(): Plugin {
  return {
    name: 'clew-virtual-css',
    resolveId: (id) => (id in SHEETS ? `\0${id}` : undefined),
    load: (id) => SHEETS[id.replace(/^\0/, '')]?.(),
  };
}
