// Gets judges of PyPI, pinned, into .cache/judges, each in a Python of its own.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '..', '..', '.cache', 'judges');
const LIMIT = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 };
const RDFLIB = 'rdflib==7.6.0';

/** `nanopub` says which nanopublications are well-formed; `pyshacl` holds our files against our shapes beside the engine that we use. */
export const PIP_JUDGES = { nanopub: '2.0.1', pyshacl: '0.40.1' };

/** The Python that has the judge. */
export function pythonOf(name) {
  const folder = join(cache, name, PIP_JUDGES[name]);
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}

/** @returns {string | undefined} why it can't be had */
export function getPipJudge(name) {
  const python = pythonOf(name);
  if (existsSync(python)) return undefined;
  console.error(`Getting ${name} into .cache/judges …`);
  const folder = join(cache, name, PIP_JUDGES[name]);
  try {
    execFileSync('python3', ['-m', 'venv', folder], LIMIT);
    const packages = [`${name}==${PIP_JUDGES[name]}`, RDFLIB];
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', ...packages], LIMIT);
    return undefined;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
  }
}
