// Brings single files from Maven's repository into .cache/maven by the ordinary client.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'maven');

/** Why something could not be had; callers skip loudly. */
export class Unavailable extends Error {
  constructor(message) {
    super(message);
    this.name = 'Unavailable';
  }
}

/**
 * @param {{ group: string, name: string, version: string, type: 'jar' | 'war' }} artifact
 * @returns {string} the file's path
 * @throws {Unavailable} where Java, Maven or the artifact can't be had
 */
export function artifact({ group, name, version, type }) {
  const path = join(folder, `${name}-${version}.${type}`);
  if (existsSync(path)) return path;
  for (const program of ['java', 'mvn']) {
    if (spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0) {
      throw new Unavailable(`${program} is not installed`);
    }
  }
  console.error(`Fetching ${name} ${version} into .cache/maven …`);
  const { status, stdout } = spawnSync(
    'mvn',
    [
      '--batch-mode',
      '--quiet',
      'dependency:copy',
      `-Dartifact=${group}:${name}:${version}:${type}`,
      `-DoutputDirectory=${folder}`,
      '-Dmdep.useBaseVersion=true',
    ],
    { encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (status === 0 && existsSync(path)) return path;
  const line = /\[ERROR\]\s*(.*)/.exec(stdout ?? '')?.[1] ?? 'no answer';
  throw new Unavailable(`${name} ${version} can't be had from Maven: ${line.slice(0, 200)}`);
}
