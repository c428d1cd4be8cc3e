/** Files that ship with the package: the ontologies, the viewer's page, the example data. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path under the package's root, found upward from this module: the same from `src/` and from `dist/`. */
export function packageRoot(...parts: string[]): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'package.json'))) dir = dirname(dir);
  return join(dir, ...parts);
}
