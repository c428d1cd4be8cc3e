/** The folder of a small article as its annotator would fill it in: a text, a vocabulary of one's own, four entities, two claims. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from './run-cli.ts';

export const TEXT = `The harbour gets a bridge

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

/** Fills what `clew init` made, with `port.ttl` beside it. @param more claims after the two, as YAML */
export function fillIn(dir: string, more = ''): void {
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  writeFileSync(join(dir, 'port.ttl'), ONTOLOGY);
  edit('data/dataset.yaml', (text) =>
    text.replaceAll('""', '"Vik"').replace('[clew:core, clew:news]', '[clew:core, clew:news, ../port.ttl]'),
  );
  edit('data/harbour/article.yaml', (text) => text.replaceAll('""', '"In our own words."'));
  edit('data/harbour/entities.yaml', (text) => text + ENTITIES);
  edit('data/harbour/claims.yaml', (text) => text + CLAIMS + more);
}

/** `texts/harbour.txt` and the folder `data` about it. @param tail what the text says after {@link TEXT} */
export async function harbourData(dir: string, tail = '', more = ''): Promise<string> {
  mkdirSync(join(dir, 'texts'));
  writeFileSync(join(dir, 'texts', 'harbour.txt'), TEXT + tail);
  await cli('init', 'harbour', '--text', join(dir, 'texts', 'harbour.txt'), '--data', join(dir, 'data'));
  fillIn(dir, more);
  return join(dir, 'data');
}
