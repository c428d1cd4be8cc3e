/** Build time: dynamic imports without the helper that fetches their files ahead; in one page there is nothing to fetch. */
import type { Plugin } from 'vite';

export function bareImports(): Plugin {
  return {
    name: 'clew-bare-imports',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
