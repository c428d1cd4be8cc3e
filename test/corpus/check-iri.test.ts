/** An IRI that the data folder may have is one that every writer takes: what is checked is what is built. */
import { expect, test } from 'vitest';
import { checkIri } from '../../src/corpus/check-iri.ts';
import { ProblemList } from '../../src/corpus/problem-list.ts';
import { readYaml } from '../../src/corpus/yaml-source.ts';
import { TermGuard } from '../../src/rdf/index.ts';

test.each([
  ['https://e.example/x?q=ü&r[]=1', false],
  ['https://e.example/#a#b', false],
  ['http://[bad', false],
  ['http://[::1]/', true],
  ['http://e.example:port/', false],
  ['http://e.example/\ufdd0', false],
  ['http://e.example/\ue000', false],
  ['http://e.example/%zz', false],
  ['relative', false],
  ['urn:isbn:1', true],
  ['https://e.example/tiếng-việt', true],
])('%s', (iri, sound) => {
  const problems = new ProblemList();
  const part = readYaml(JSON.stringify(iri), 'a.yaml', problems)!;
  expect(checkIri(iri, part, [], problems)).toBe(sound);
  const guard = new TermGuard();
  guard.iri(iri, 'sameAs');
  expect(guard.refused).toBe(sound ? 0 : 1);
});
