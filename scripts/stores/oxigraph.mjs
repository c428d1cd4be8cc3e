// Oxigraph server from PyPI, whose package brings the program itself: a store in memory, or on the disk with `persistent`.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from './maven.mjs';
import { startProcess, untilReady } from './process.mjs';

const VERSION = '0.5.13';
const folder = join(import.meta.dirname, '..', '..', '.cache', 'oxigraph', VERSION);
const within = (name) =>
  process.platform === 'win32' ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name);

/** @returns {string} the program */
function install() {
  const program = within('oxigraph');
  if (existsSync(program)) return program;
  console.error(`Installing oxigraph ${VERSION} into .cache/oxigraph …`);
  const steps = [
    ['python3', ['-m', 'venv', folder]],
    [within('python'), ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', `oxigraph==${VERSION}`]],
  ];
  for (const [file, args] of steps) {
    const { status, stderr } = spawnSync(file, args, { encoding: 'utf8', timeout: 300_000 });
    if (status === 0) continue;
    rmSync(folder, { recursive: true, force: true });
    throw new Unavailable(`oxigraph can't be had from PyPI: ${stderr?.trim().split('\n').at(-1) ?? file}`);
  }
  return program;
}

export const oxigraph = {
  store: 'oxigraph',
  port: 28893,
  credentials: undefined,
  endpoints: (port) => ({
    endpoint: `http://127.0.0.1:${port}`,
    query: `http://127.0.0.1:${port}/query`,
    update: `http://127.0.0.1:${port}/update`,
    graphStore: `http://127.0.0.1:${port}/store`,
  }),
  async start(dir, port, { persistent = false } = {}) {
    const program = install();
    const storage = persistent ? ['--location', join(dir, 'data')] : [];
    startProcess(dir, program, ['serve', ...storage, '--bind', `127.0.0.1:${port}`]);
    await untilReady(dir, `http://127.0.0.1:${port}/`);
  },
};
