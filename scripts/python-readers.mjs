// Installs the Python readers that the tests judge files with: NetworkX, igraph, lxml and rdflib, pinned, in .cache/py.
// Does nothing where they stand already. Exit 0 where they can be used, 1 where they can't be had (the tests then say
// which of them were skipped).
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = ['networkx==3.6.1', 'igraph==1.0.0', 'lxml==6.1.3', 'texttable==1.7.2', 'rdflib==7.6.0'];
const CHECK =
  'import networkx, igraph, rdflib, lxml.etree as e; print(networkx.__version__, igraph.__version__, rdflib.__version__, ".".join(map(str, e.LXML_VERSION[:3])))';
const WANTED = '3.6.1 1.0.0 7.6.0 6.1.3';

const folder = join(import.meta.dirname, '..', '.cache', 'py');
const python =
  process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
const attempt = (file, args) => {
  try {
    return execFileSync(file, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    }).trim();
  } catch (error) {
    return new Error(
      String(error.stderr ?? error.message)
        .trim()
        .split('\n')
        .at(-1),
    );
  }
};

if (existsSync(python) && attempt(python, ['-c', CHECK]) === WANTED) process.exit(0);
rmSync(folder, { recursive: true, force: true });
console.error('Installing the Python readers into .cache/py …');
let made = new Error('no Python 3 was found');
for (const name of ['python3', 'python']) {
  made = attempt(name, ['-m', 'venv', folder]);
  if (!(made instanceof Error)) break;
}
const steps =
  made instanceof Error
    ? made
    : attempt(python, ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', ...PACKAGES]);
const found = steps instanceof Error ? steps : attempt(python, ['-c', CHECK]);
if (found === WANTED) process.exit(0);
console.error(
  `Not installed: ${found instanceof Error ? found.message : `versions ${found} in place of ${WANTED}`}`,
);
rmSync(folder, { recursive: true, force: true });
process.exit(1);
