import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA, inFolder, ROOT } from './run-cli.ts';

const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

/** Starts a build over old files, stops it after `ms`, and waits for its end. */
function buildAndStop(out: string, signal: NodeJS.Signals, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, 'build', DATA, '--out', out], { stdio: 'ignore' });
    setTimeout(() => child.kill(signal), ms);
    child.on('exit', () => resolve());
  });
}

/** What an undisturbed build gives. */
let whole: string;
beforeAll(() => {
  whole = mkdtempSync(join(tmpdir(), 'clew-whole-'));
  execFileSync(process.execPath, [MAIN, 'build', DATA, '--out', whole], { stdio: 'ignore' });
});
afterAll(() => rmSync(whole, { recursive: true }));

describe('a build that is stopped', () => {
  it.each([
    ['SIGINT', 60],
    ['SIGINT', 500],
    ['SIGINT', 800],
    ['SIGTERM', 700],
    ['SIGKILL', 600],
    ['SIGKILL', 900],
  ] as const)('by %s after %i ms leaves each file as it was or wholly new', (signal, ms) =>
    inFolder(async (dir) => {
      const out = join(dir, 'out');
      mkdirSync(out);
      for (const name of readdirSync(whole)) writeFileSync(join(out, name), `old ${name}`);
      await buildAndStop(out, signal, ms);
      for (const name of readdirSync(whole)) {
        const text = readFileSync(join(out, name), 'utf8');
        if (text !== `old ${name}`) expect(text).toBe(readFileSync(join(whole, name), 'utf8'));
      }
      // A killed process can't tidy up; one that was asked to stop has.
      if (signal !== 'SIGKILL') expect(readdirSync(out).sort()).toEqual(readdirSync(whole).sort());
    }),
  );
});

/** A file system of 64 kB, where this user may mount one. */
function smallDisk(dir: string): boolean {
  mkdirSync(dir);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that fills up', () => {
  it('leaves the old file whole and says so', (context) =>
    inFolder(async (dir) => {
      const disk = join(dir, 'disk');
      if (process.platform !== 'linux' || !existsSync('/proc') || !smallDisk(disk)) {
        console.warn('SKIPPED: the test of a full disk needs leave to mount a small file system.');
        context.skip();
      }
      try {
        writeFileSync(join(disk, 'chinese-ai.nq'), 'old');
        const result = (() => {
          try {
            execFileSync(process.execPath, [MAIN, 'build', DATA, '--out', disk], { stdio: 'pipe' });
            return undefined;
          } catch (error) {
            return error as { status: number; stderr: Buffer };
          }
        })();
        expect(result?.status).toBe(1);
        expect(result?.stderr.toString()).toContain('the disk is full');
        expect(readdirSync(disk)).toEqual(['chinese-ai.nq']);
        expect(readFileSync(join(disk, 'chinese-ai.nq'), 'utf8')).toBe('old');
      } finally {
        execFileSync('umount', [disk]);
      }
    }));
});

describe('a conversion that is killed', () => {
  it.each(['trig', 'svg'])('leaves the old .%s or the whole new one', (ending) =>
    inFolder(async (dir) => {
      const path = join(dir, `out.${ending}`);
      const from = join(whole, 'chinese-ai.json');
      execFileSync(process.execPath, [MAIN, 'convert', from, path], { stdio: 'ignore' });
      const all = readFileSync(path, 'utf8');
      for (const ms of [300, 600]) {
        writeFileSync(path, 'old');
        await new Promise<void>((resolve) => {
          const child = spawn(process.execPath, [MAIN, 'convert', from, path], { stdio: 'ignore' });
          setTimeout(() => child.kill('SIGKILL'), ms);
          child.on('exit', () => resolve());
        });
        expect(['old', all]).toContain(readFileSync(path, 'utf8'));
      }
    }),
  );
});
