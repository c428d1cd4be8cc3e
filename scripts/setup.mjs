// Makes a fresh clone ready, and does nothing where it is ready: packages by `npm install`, dist/ by the build.
// Uses Node alone, since it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

const root = join(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Clew needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
const npm = (...args) => {
  // npm's own path, where it started this script, so that the same npm is used throughout.
  const own = process.env.npm_execpath;
  const [file, first] = own ? [process.execPath, [own]] : ['npm', []];
  execFileSync(file, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !own && process.platform === 'win32',
  });
};
const installed = join(root, 'node_modules', '.package-lock.json');
if (
  !existsSync(installed) ||
  statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
) {
  console.error('Installing packages (npm install) …');
  // Not `npm ci`: it fails where a registry lacks the builds of an optional package for other systems.
  npm('install', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error');
}
const stamp = join(root, 'dist', '.fingerprint');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(root)) {
  console.error('Building dist/ …');
  npm('run', '--silent', 'build');
}
