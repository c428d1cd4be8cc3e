import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildDataset, readDatasetFile } from '../../src/build/index.ts';
import { publish } from '../../src/server/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { readByOxigraph } from '../formats/rdf-judges.ts';
import { ask } from './sample-site.ts';

const dir = mkdtempSync(join(tmpdir(), 'clew-file-'));
afterAll(() => rmSync(dir, { recursive: true }));
const viewerTemplate = () =>
  '<html lang="{{clew:lang}}"><title>{{clew:title}}</title><script type="application/json">"{{clew:data}}"</script></html>';
const served = (path: string) =>
  publish({ load: () => readDatasetFile(path), viewerTemplate }, mkdtempSync(join(dir, 'site-')));

const THINGS = 'https://other.example/things/';
const FOREIGN = `@prefix ex: <${THINGS}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
ex:anna a ex:Person ; rdfs:label "Anna"@en ; ex:knows ex:bo ; owl:sameAs ex:bo .
ex:bo a ex:Person ; rdfs:label "Bo"@en .
`;

it('things of foreign files have pages, data and a count under the IRIs that they have', async () => {
  writeFileSync(join(dir, 'foreign.ttl'), FOREIGN);
  const documents = await served(join(dir, 'foreign.ttl'));
  const list = await ask(documents, '/entities.html');
  const paths = [...new Set([...list.text.matchAll(/href="(id\/[^"]+)\.html"/g)].map(([, path]) => path))];
  expect(paths).toEqual(['id/anna', 'id/bo']);
  expect((await ask(documents, '/id/anna', { accept: 'text/turtle' })).headers['Location']).toBe('anna.ttl');
  const page = await ask(documents, '/id/anna.html');
  expect(page.status).toBe(200);
  expect(page.text).toContain(`<link rel="canonical" href="${THINGS}anna">`);
  expect(page.text).toContain('href="bo.html"');
  const nodes = readByOxigraph((await ask(documents, '/id/anna.nt')).text, 'ntriples');
  expect(nodes.map(({ subject }) => subject.value)).toContain(`${THINGS}anna`);
  // The claim that joins them is there too.
  expect(nodes.filter(({ object }) => object.value === `${THINGS}bo`).length).toBeGreaterThan(1);
  const description = await ask(documents, '/foreign.void.ttl');
  expect(readFileSync(description.text, 'utf8')).toMatch(/void:entities "2"/);
});

it('entities stay where a file has placed them', async () => {
  const { files } = await buildDataset(sampleDataset, dir, { formats: ['json'] });
  const { path } = files[0]!;
  const placed = JSON.parse(readFileSync(path, 'utf8'));
  const moved = placed.nodes.find(({ key }: { key: string }) => key === 'nordlink').attributes;
  moved.x += 5_000;
  writeFileSync(path, JSON.stringify(placed));
  const { text } = await ask(await served(path), `/${sampleDataset.id}.json`);
  const shown = JSON.parse(readFileSync(text, 'utf8')).nodes.find(
    ({ key }: { key: string }) => key === 'nordlink',
  ).attributes;
  expect([shown.x, shown.y]).toEqual([moved.x, moved.y]);
});
