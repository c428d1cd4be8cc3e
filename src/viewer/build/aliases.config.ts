/** Build time: packages that the page and its worker take only a part of, or another make of. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);

export const ALIASES = [
  { find: /^n3$/, replacement: here('n3.ts') },
  { find: /^events$/, replacement: here('events.ts') },
  { find: /^readable-stream$/, replacement: here('readable-stream.ts') },
  { find: /^cross-fetch\/polyfill$/, replacement: here('no-fetch.ts') },
  // Of that name there is a part of Node too: the slash asks for the package.
  { find: /^buffer$/, replacement: resolve('buffer/') },
] as const;
