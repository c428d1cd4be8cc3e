import { describe, expect, it } from 'vitest';
import { cli, DATA } from './run-cli.ts';

const COMMANDS = ['build', 'check', 'stats', 'init', 'explain', 'convert', 'query', 'serve', 'site', 'start'];

describe('usage', () => {
  it('lists every command', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  it.each(COMMANDS)('explains %s with an example', async (command) => {
    const { code, out } = await cli(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Example:\n  clew ${command}`);
  });

  it('says its version', async () => {
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ['an unknown command', ['biuld'], 'Did you mean build?'],
    ['an unknown option', ['build', '--frmats', 'ttl'], 'Did you mean --formats?'],
    ['a missing argument', ['explain'], "missing required argument 'claim'"],
    ['a missing required option', ['init', 'x'], "required option '--text <file>' not specified"],
    ['an unknown format', ['build', DATA, '--formats', 'ttl,pdf'], 'no such format: pdf'],
    ['no format at all', ['build', DATA, '--formats', ','], 'no format is named'],
    ['a file that names no format', ['convert', 'a.ttl', 'b.pdf'], 'the ending of b.pdf names no format'],
    ['a description of one file', ['convert', 'a.ttl', 'b.void.ttl'], 'describes the files of a build'],
    ['a port that is none', ['serve', DATA, '--port', '99999'], 'not a port: 99999'],
    ['an unknown claim', ['explain', 'c999', DATA], 'there is no claim c999'],
  ])('ends with 2 on %s', async (_, args, message) => {
    const { code, err } = await cli(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
