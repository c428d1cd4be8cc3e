import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { cli, inFolder } from './run-cli.ts';

const TEXT = `The harbour gets a bridge

Mayor Ida Holm said on Monday that the bridge at Vik will open in 2031.

The dockers do not like it: they say that ships 🚢 will wait.
`;

/** Code points, as the data counts: the ship is one of them. */
const span = (words: string): string => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `[${start}, ${start + [...words].length}]`;
};

const ONTOLOGY = `@prefix port: <https://port.example/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
port:Bridge a owl:Class ; rdfs:label "bridge"@en .
port:Resident a owl:Class ; rdfs:label "resident"@en .
port:openedBy a owl:ObjectProperty ; rdfs:label "opened by"@en ; rdfs:domain port:Bridge ; rdfs:range port:Resident .
port:delays a owl:ObjectProperty ; rdfs:label "delays"@en ; rdfs:domain port:Bridge .
`;

const ENTITIES = `
- id: ida-holm
  kind: Resident
  label: {en: Ida Holm}
  aliases: [Ida Holm]
  mentions:
    - {span: ${span('Ida Holm')}, form: name}
- id: dockers
  kind: Resident
  label: {en: the dockers}
  mentions:
    - {span: ${span('The dockers')}, form: nominal}
- id: vik-bridge
  kind: Bridge
  label: {en: bridge at Vik}
  mentions:
    - {span: ${span('the bridge at Vik')}, form: nominal}
- id: ships
  kind: Concept
  label: {en: ships}
  aliases: [ships 🚢]
  mentions:
    - {span: ${span('ships 🚢')}, form: name}
`;

const CLAIMS = `
- id: c1
  subject: vik-bridge
  predicate: openedBy
  object: ida-holm
  time: 2031
  attribution: {speaker: ida-holm, form: indirect, verb: said, spans: [${span('Mayor Ida Holm said on Monday')}]}
  modality: predicted
  statement: {en: The mayor expects to open the bridge in 2031.}
  evidence: [${span('the bridge at Vik will open in 2031')}]
- id: c2
  subject: vik-bridge
  predicate: delays
  object: ships
  attribution: {speaker: dockers, form: indirect, verb: said, spans: [${span('they say')}]}
  modality: opinion
  statement: {en: "In the dockers' view, ships will be held up."}
  evidence: [${span('ships 🚢 will wait')}]
`;

describe('a second person’s own article', () => {
  it('goes from a text file to a graph with one’s own vocabulary', () =>
    inFolder(async (dir) => {
      const at = (...parts: string[]) => join(dir, ...parts);
      writeFileSync(at('harbour.txt'), TEXT);
      writeFileSync(at('port.ttl'), ONTOLOGY);

      const init = await cli('init', 'harbour', '--text', at('harbour.txt'), '--data', at('data'));
      expect(init.code).toBe(0);
      expect(init.out).toContain(at('data', 'harbour', 'claims.yaml'));

      const unfilled = await cli('check', at('data'));
      expect(unfilled.code).toBe(1);
      expect(unfilled.err).toContain(
        `${at('data', 'harbour', 'article.yaml')}:16:18: error: the text is empty`,
      );

      const edit = (file: string, change: (text: string) => string) =>
        writeFileSync(file, change(readFileSync(file, 'utf8')));
      edit(at('data', 'dataset.yaml'), (text) =>
        text
          .replaceAll('""', '"Vik"')
          .replace('[clew:core, clew:news]', '[clew:core, clew:news, ../port.ttl]'),
      );
      edit(at('data', 'harbour', 'article.yaml'), (text) => text.replaceAll('""', '"In our own words."'));
      edit(at('data', 'harbour', 'entities.yaml'), (text) => text + ENTITIES);
      edit(at('data', 'harbour', 'claims.yaml'), (text) => text + CLAIMS);

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
