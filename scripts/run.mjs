// Runs a command of an installed package in the project's folder, beside others.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * What it says comes out whole once it ends, so that commands side by side do not speak into each other.
 * @param {string} name of a file in node_modules/.bin
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit status; 1 where a signal ended it
 */
export function run(name, args, env = process.env) {
  const child = spawn(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      process.stderr.write(Buffer.concat(said));
      resolve(status ?? 1);
    });
  });
}
