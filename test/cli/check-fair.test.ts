import { describe, expect, it } from 'vitest';
import type { PublishingPoint } from '../../src/rdf/index.ts';
import { cli, DATA, inFolder } from './run-cli.ts';

describe('clew check --fair', () => {
  it('says each point with its reason and what to do, and does not fail for advice', async () => {
    const { code, out, err } = await cli('check', DATA, '--fair');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^passed +FAIR F2 +Described richly: title and description in en, vi$/m);
    expect(out).toMatch(
      /^failed +LOD 4 +At least 50 links .*: links by source: http:\/\/www\.wikidata\.org\/ \d+\n {4}Write `sameAs:`/m,
    );
    expect(out).toMatch(/^not checkable here +LOD 2 /m);
    expect(out).toMatch(/^\d+ passed, 1 failed, 7 not checkable here\.$/m);
  });

  it('gives the same to machines', async () => {
    const { out } = await cli('check', DATA, '--fair', '--json');
    const said = JSON.parse(out) as { ok: boolean; problems: unknown[]; points: PublishingPoint[] };
    expect([said.ok, said.problems]).toEqual([true, []]);
    expect(said.points.find(({ id }) => id === 'LOD 3')).toEqual({
      id: 'LOD 3',
      title: 'At least 1000 triples',
      status: 'passed',
      reason: expect.stringMatching(/^\d{4} triples$/),
    });
  });

  it('says errors, and no points, for data that is not sound', async () => {
    await inFolder(async (dir) => {
      const { code, out, err } = await cli('check', dir, '--fair');
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('empty-folder');
    });
  });
});
