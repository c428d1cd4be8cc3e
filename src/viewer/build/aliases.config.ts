/** Build time: packages that the page and its worker take only a part of, or another make of. */
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const ALIASES = [
  { find: /^n3$/, replacement: here('n3.ts') },
  { find: /^events$/, replacement: here('events.ts') },
  { find: /^readable-stream$/, replacement: here('readable-stream.ts') },
  { find: /^\.\/(?:lib\/)?FetchDocumentLoader$/, replacement: here('no-fetch.ts') },
] as const;
