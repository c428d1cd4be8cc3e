// Gets the nanopub package of PyPI, pinned, into .cache/judges: it says which nanopublications are well-formed.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '2.0.1';
const folder = join(import.meta.dirname, '..', '..', '.cache', 'judges', 'nanopub', VERSION);
const LIMIT = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 };

/** The Python that has it. */
export const nanopubPython =
  process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');

/** @returns {string | undefined} why it can't be had */
export function getNanopub() {
  if (existsSync(nanopubPython)) return undefined;
  console.error('Getting nanopub into .cache/judges …');
  try {
    execFileSync('python3', ['-m', 'venv', folder], LIMIT);
    const packages = [`nanopub==${VERSION}`, 'rdflib==7.6.0'];
    execFileSync(
      nanopubPython,
      ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', ...packages],
      LIMIT,
    );
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
  }
}
