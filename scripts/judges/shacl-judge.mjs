// Gets pySHACL of PyPI, pinned, into .cache/judges: it holds our files against our shapes beside the engine that we use.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '0.40.1';
const folder = join(import.meta.dirname, '..', '..', '.cache', 'judges', 'pyshacl', VERSION);
const LIMIT = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 };

/** The Python that has it. */
export const shaclPython =
  process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');

/** @returns {string | undefined} why it can't be had */
export function getPyShacl() {
  if (existsSync(shaclPython)) return undefined;
  console.error('Getting pySHACL into .cache/judges …');
  try {
    execFileSync('python3', ['-m', 'venv', folder], LIMIT);
    const packages = [`pyshacl==${VERSION}`, 'rdflib==7.6.0'];
    execFileSync(shaclPython, ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', ...packages], LIMIT);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
  }
}
