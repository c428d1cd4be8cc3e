// What dist/ was built from, as one hash: tells whether it is still true.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** SHA-256 over the paths and bytes of everything that goes into the build. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const name of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    files.push(join(root, name));
  for (const file of files.sort()) {
    // Relative, since a root may be given with a slash at its end or without.
    hash.update(relative(root, file));
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
