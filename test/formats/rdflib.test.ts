import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RDF_SYNTAXES, type RdfSyntax, writeDatasetRdf } from '../../src/formats/dataset-rdf.ts';
import { readQuads } from '../../src/formats/quad-reader.ts';
import { StringSink } from '../../src/formats/sink.ts';
import { datasetToQuads, datasetToTriples } from '../../src/rdf/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical } from './rdf-judges.ts';

const NAMES: Record<RdfSyntax, string> = {
  turtle: 'turtle',
  trig: 'trig',
  ntriples: 'nt',
  nquads: 'nquads',
  jsonld: 'json-ld',
  rdfxml: 'xml',
};
const version = (() => {
  try {
    return execFileSync('python3', ['-c', 'import rdflib; print(rdflib.__version__)'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch {
    console.warn('SKIPPED: RDF read back by rdflib, which is not installed (pip install rdflib).');
    return undefined;
  }
})();

test.skipIf(version === undefined)('rdflib reads every syntax as it was meant', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clew-rdflib-'));
  try {
    const files: string[] = [];
    for (const syntax of RDF_SYNTAXES) {
      const sink = new StringSink();
      await writeDatasetRdf(sampleDataset, syntax, sink);
      const path = join(folder, syntax);
      writeFileSync(path, sink.toString());
      files.push(NAMES[syntax], path);
    }
    const script = join(import.meta.dirname, 'rdflib_nquads.py');
    const texts = JSON.parse(
      execFileSync('python3', [script, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    );
    const union = await canonical(datasetToTriples(sampleDataset));
    const graphs = await canonical(datasetToQuads(sampleDataset));
    for (const [i, syntax] of RDF_SYNTAXES.entries()) {
      const { quads } = readQuads(texts[i], 'nquads');
      const expected = ['trig', 'nquads', 'jsonld'].includes(syntax) ? graphs : union;
      // rdflib calls its default graph by a name of its own.
      const named = quads.map((quad) =>
        quad.graph.value.startsWith('urn:x-rdflib:')
          ? { ...quad, graph: { termType: 'DefaultGraph', value: '' } }
          : quad,
      );
      expect([syntax, (await canonical(named)) === expected]).toEqual([syntax, true]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
