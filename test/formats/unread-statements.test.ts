/** What others have put into a file of Clew's own is counted; what Clew derives by itself is not taken for theirs. */
import { expect, test } from 'vitest';
import {
  openText,
  readQuads,
  StringSink,
  unreadStatements,
  writeDatasetRdf,
} from '../../src/formats/index.ts';
import type { RdfOptions } from '../../src/rdf/index.ts';
import { FULL_TEXT, fullSample } from '../ontology/full-sample.ts';

const read = async (options: Partial<RdfOptions>, more = '') => {
  const sink = new StringSink();
  await writeDatasetRdf(fullSample, 'turtle', sink, options);
  const { losses, origin } = await openText(`${sink}\n${more}`, 'turtle', { unread: unreadStatements });
  expect(origin).toBe('clew');
  return losses;
};

test.each<[string, Partial<RdfOptions>]>([
  ['RDF 1.1', {}],
  ['RDF 1.2', { model: 'rdf12' }],
  ['NIF', { model: 'nif', ...FULL_TEXT }],
  ['inferred and implied', { infer: true, implied: true }],
  ['with quotes', { ...FULL_TEXT, text: 'quotes' }],
  ['with the text', FULL_TEXT],
])('%s of a dataset has nothing beside it', async (_, options) => {
  expect(await read(options)).toEqual([]);
});

test('what was added is counted', async () => {
  const { base } = fullSample;
  const more = `<${base}id/lindmar> <urn:x:p> 1 . <urn:x:a> a <urn:x:C> . _:b <urn:x:p> <${base}id/lindmar> .`;
  expect(await read({}, more)).toEqual([{ what: 'statements that are no part of the dataset', count: 3 }]);
});

test('numbers as stores give them back, and tags in another case, are the same statement', async () => {
  const sink = new StringSink();
  await writeDatasetRdf(fullSample, 'turtle', sink);
  const text = `${sink}`.replaceAll('^^xsd:nonNegativeInteger', '^^xsd:integer').replaceAll('"@vi', '"@VI');
  expect(readQuads(text, 'turtle').quads.length).toBeGreaterThan(300);
  const { losses } = await openText(text, 'turtle', { unread: unreadStatements });
  expect(losses).toEqual([]);
});
