import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cli, DATA } from './run-cli.ts';

const SOURCES = process.env.CLEW_SOURCES;
const withSources = SOURCES !== undefined && existsSync(SOURCES);

describe('clew check', () => {
  it('says that the shipped data is sound', async () => {
    const { code, out, err } = await cli('check', DATA);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/is sound: 1 article, 133 claims, \d+ mentions\.$/);
  });

  it('reports as JSON', async () => {
    expect(JSON.parse((await cli('check', DATA, '--json')).out)).toEqual({ ok: true, problems: [] });
  });

  it('says that a folder is not there', async () => {
    const { code, err } = await cli('check', '/nowhere/at/all');
    expect(code).toBe(1);
    expect(err).toMatch(/^\/nowhere\/at\/all: error: /);
  });

  it.runIf(withSources)('proves hashes and names against the text', async () => {
    const { code, out } = await cli('check', DATA, '--sources', SOURCES!);
    expect([code, out]).toEqual([0, expect.stringContaining('proved against its source')]);
  });
});

describe('clew stats', () => {
  it('counts', async () => {
    const { out } = await cli('stats', DATA);
    expect(out).toMatch(/^entities +105$/m);
    expect(out).toMatch(/^claims +133$/m);
    expect(out).toMatch(/^ +1 {2}negative$/m);
  });

  it.runIf(withSources)('prints the share of letters covered and the uncovered spans', async () => {
    const { out } = await cli('stats', DATA, '--sources', SOURCES!);
    const share = Number(/cover ([\d.]+) %/.exec(out)![1]);
    expect(share).toBeGreaterThanOrEqual(95);
    expect(out).toMatch(/uncovered:\n +\d+–\d+(?: +)"/);
  });
});

describe('clew explain', () => {
  it('says who, how firmly, on what words, and gives the Turtle', async () => {
    const { code, out } = await cli('explain', 'c24', DATA);
    expect(code).toBe(0);
    expect(out).toContain('As of August 2024, OpenAI had not yet made Sora widely available.');
    expect(out).toMatch(/^polarity +DENIED/m);
    expect(out).toMatch(/^said by +the article, in its own voice$/m);
    expect(out).toMatch(/^plain triple +no$/m);
    expect(out).toMatch(/^evidence +paragraph 4, code points 664–670$/m);
    expect(out).toMatch(/data\/china-ai-2024-08\/claims\.yaml:\d+:\d+$/m);
    expect(out).toContain('clew:polarity clew:negative');
  });

  it('speaks the language asked for', async () => {
    const { out } = await cli('explain', 'china-ai-2024-08/c48', DATA, '--language', 'vi');
    expect(out).toContain('Alibaba trình làng Qwen2 hồi tháng 6.');
  });

  it('suggests a claim where the name is misspelt', async () => {
    expect((await cli('explain', 'china-ai-2024-08/c1333', DATA)).err).toContain(
      'Did you mean china-ai-2024-08/c133?',
    );
  });
});
