/** Build time: packages that the page and its worker take only a part of. */
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const ALIASES = [
  { find: /^n3$/, replacement: here('n3.ts') },
  { find: /^events$/, replacement: here('events.ts') },
] as const;
