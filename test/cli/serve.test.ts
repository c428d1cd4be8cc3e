/** `clew serve` and `clew site` as commands: a process that is told to stop, and files with either sort of IRI. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { harbourData } from './harbour-data.ts';
import { cli, DATA, inFolder, ROOT } from './run-cli.ts';

const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

/** The address that the command says once it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve((JSON.parse(said) as { url: string }).url);
    });
    child.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
}

function refused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() === undefined));
    socket.on('error', () => resolve(true));
  });
}

describe('clew serve that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s answers what it has begun to read, takes nothing more, and leaves nothing behind',
    (signal) =>
      inFolder(async (dir) => {
        const made = join(dir, 'made');
        mkdirSync(made);
        const child = spawn(process.execPath, [MAIN, 'serve', DATA, '--port', '0', '--json'], {
          env: { ...process.env, TMPDIR: made },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
        try {
          const port = Number(new URL(await listening(child)).port);
          expect(readdirSync(made)).toHaveLength(1);
          const query = 'ASK { ?claim a clew:Claim }';
          const socket = connect(port, '127.0.0.1');
          const answer = new Promise<string>((resolve) => {
            let text = '';
            socket.setEncoding('utf8').on('data', (data) => {
              text += data;
            });
            socket.on('error', () => {}).on('close', () => resolve(text));
          });
          const head = [
            'POST /sparql HTTP/1.1',
            `Host: 127.0.0.1:${port}`,
            'Content-Type: application/sparql-query',
            `Content-Length: ${query.length}`,
            'Accept: text/csv',
            'Expect: 100-continue',
          ].join('\r\n');
          // That it goes on says that the request has begun to be read.
          const begun = new Promise((resolve) => socket.once('data', resolve));
          socket.write(`${head}\r\n\r\n`);
          await begun;
          child.kill(signal);
          while (!(await refused(port))) await new Promise((resolve) => setTimeout(resolve, 20));
          socket.write(query);
          expect(await answer).toMatch(/HTTP\/1\.1 200 OK[\s\S]*\r\n\r\ntrue$/);
          expect(await ended).toEqual([0, null]);
          expect(readdirSync(made)).toEqual([]);
        } finally {
          child.kill('SIGKILL');
        }
      }),
  );
});

describe('clew site', () => {
  it.each([
    ['slash', /\/$/, true],
    ['hash', /#$/, false],
  ] as const)('writes %s IRIs where it is told to', (iris, base, hasPlaces) =>
    inFolder(async (dir) => {
      const data = await harbourData(dir);
      const out = join(dir, 'site');
      const { code, out: said, err } = await cli('site', data, '--out', out, '--iris', iris, '--json');
      expect([code, err], said).toEqual([0, '']);
      const report = JSON.parse(said) as { base: string; files: number };
      expect(report.base).toMatch(base);
      expect(readFileSync(join(out, 'id', 'vik-bridge.nt'), 'utf8')).toContain(
        `<${report.base}id/vik-bridge> `,
      );
      expect(readdirSync(join(out, 'id')).includes('vik-bridge')).toBe(hasPlaces);
      expect(readdirSync(out).includes('.htaccess')).toBe(hasPlaces);
    }),
  );
});
