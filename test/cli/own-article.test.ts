import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { fillIn, TEXT } from './harbour-data.ts';
import { cli, inFolder } from './run-cli.ts';

describe('a second person’s own article', () => {
  it('goes from a text file to a graph with one’s own vocabulary', () =>
    inFolder(async (dir) => {
      const at = (...parts: string[]) => join(dir, ...parts);
      writeFileSync(at('harbour.txt'), TEXT);

      const init = await cli('init', 'harbour', '--text', at('harbour.txt'), '--data', at('data'));
      expect(init.code).toBe(0);
      expect(init.out).toContain(at('data', 'harbour', 'claims.yaml'));

      const unfilled = await cli('check', at('data'));
      expect(unfilled.code).toBe(1);
      expect(unfilled.err).toContain(
        `${at('data', 'harbour', 'article.yaml')}:16:18: error: the text is empty`,
      );

      fillIn(dir);

      const checked = await cli('check', at('data'), '--sources', dir);
      expect(checked).toEqual({ code: 0, out: expect.stringContaining('is sound'), err: '' });

      const built = await cli('build', at('data'), '--out', at('out'));
      expect([built.code, built.err]).toEqual([0, '']);
      const { quads } = readQuads(readFileSync(at('out', 'harbour.nt'), 'utf8'), 'ntriples');
      const plain = quads.filter(({ predicate }) => predicate.value.startsWith('https://port.example/ns#'));
      expect(plain).toEqual([]);
      const subjects = quads.filter(({ predicate }) => predicate.value.endsWith('#predicate'));
      expect(subjects.map(({ object }) => object.value)).toEqual([
        'https://port.example/ns#openedBy',
        'https://port.example/ns#delays',
      ]);
    }));

  it('is told where a name does not stand in the text', () =>
    inFolder(async (dir) => {
      const at = (...parts: string[]) => join(dir, ...parts);
      writeFileSync(at('harbour.txt'), TEXT);
      await cli('init', 'harbour', '--text', at('harbour.txt'), '--data', at('data'));
      const fill = (file: string) =>
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('""', '"Our words."'));
      fill(at('data', 'dataset.yaml'));
      fill(at('data', 'harbour', 'article.yaml'));
      writeFileSync(
        at('data', 'harbour', 'entities.yaml'),
        '- id: vik\n  kind: Place\n  label: {en: Vik}\n  aliases: [Vik]\n  mentions:\n    - {span: [0, 3], form: name}\n',
      );
      writeFileSync(at('data', 'harbour', 'claims.yaml'), '[]\n');
      const { code, err } = await cli('check', at('data'), '--sources', dir);
      expect(code).toBe(1);
      expect(err).toContain(
        'entities.yaml:6:14: error: the text at [0, 3] is no alias of `vik` (name-mismatch) [The]',
      );
    }));
});
