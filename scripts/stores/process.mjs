// A server in a process of its own, known by the pid in its folder: started, waited for and stopped by that pid alone.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** How the servers that this process started ended, by folder. */
const endings = new Map();

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts a program that outlives this process.
 * @param {string} dir its folder: gets `pid` and `out.log`
 * @returns {number} the pid
 */
export function startProcess(dir, file, args, env = {}) {
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, 'out.log'), 'w');
  const child = spawn(file, args, {
    cwd: dir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
  });
  closeSync(log);
  child.unref();
  child.on('error', () => {});
  endings.delete(dir);
  child.on('exit', (code, signal) => endings.set(dir, signal === null ? `exit code ${code}` : signal));
  writeFileSync(join(dir, 'pid'), `${child.pid}\n`);
  return child.pid;
}

/** @returns {number | undefined} the pid of the server of this folder while it runs */
export function runningPid(dir) {
  const path = join(dir, 'pid');
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, 'utf8'));
  return isAlive(pid) ? pid : undefined;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // A child that ended and was not yet waited for.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/**
 * Of a server that nobody stopped: how it ended, with the ends of its logs.
 * @returns {string | undefined} undefined while it runs
 */
export function deathOf(dir) {
  if (runningPid(dir) !== undefined) return undefined;
  const logs = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.log')) : [];
  const ends = logs.map((name) => `${name}:\n${readFileSync(join(dir, name), 'utf8').slice(-1_500)}`);
  return [endings.get(dir) ?? 'its ending was not seen', ...ends].join('\n');
}

/** Waits until the server answers. @throws Error with the end of its log where it ends or stays silent */
export async function untilReady(dir, url, { seconds = 120, accepts = (status) => status < 500 } = {}) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      if (accepts(answer.status)) return;
    } catch {
      // Not yet.
    }
    if (runningPid(dir) === undefined) break;
    await sleep(250);
  }
  const log = readFileSync(join(dir, 'out.log'), 'utf8').slice(-1_500);
  throw new Error(`the server did not come up at ${url}\n${log}`);
}

/** Stops the server of a folder by its pid, by force after ten seconds; does nothing where none runs. */
export async function stopProcess(dir) {
  const pid = runningPid(dir);
  if (pid !== undefined) {
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 10_000 && runningPid(dir) !== undefined; waited += 100) await sleep(100);
    if (runningPid(dir) !== undefined) process.kill(pid, 'SIGKILL');
    while (runningPid(dir) !== undefined) await sleep(50);
  }
  rmSync(join(dir, 'pid'), { force: true });
}
