/** Nanopublications as the nanopub package of PyPI sees them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonOf } from '../../scripts/judges/pip-judges.mjs';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { loadDataset } from '../../src/index.ts';
import { claimKey } from '../../src/model/index.ts';

const python = pythonOf('nanopub');
const missing = !existsSync(python);
if (missing) console.warn('SKIPPED: nanopublications judged by the nanopub package, which is not here.');
const script = join(import.meta.dirname, '..', '..', 'scripts', 'judges', 'nanopub_judge.py');

/** `ok` or why not, by IRI. */
function judged(trig: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'clew-nanopub-'));
  try {
    const path = join(folder, 'all.trig');
    writeFileSync(path, trig);
    const output = execFileSync(python, [script, path], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const rows = output
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    return new Map(rows.map(([kind = '', iri = '', why]) => [iri, why ?? kind]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function article(): Promise<{ readonly trig: string; readonly claims: string[] }> {
  const { dataset } = await loadDataset('data');
  const sink = new StringSink();
  await writeDatasetRdf(dataset!, 'trig', sink, { model: 'nanopub' });
  const claims = dataset!.articles.flatMap((one) => one.claims.map(claimKey));
  return { trig: sink.toString(), claims: claims.map((key) => `${dataset!.base}nanopub/${key}`) };
}

test.skipIf(missing)('every claim of the article is a well-formed nanopublication', async () => {
  const { trig, claims } = await article();
  const found = judged(trig);
  console.log(`nanopub: ${found.size} of ${claims.length} nanopublications judged`);
  expect(found).toEqual(new Map(claims.sort().map((iri) => [iri, 'ok'])));
});

test.skipIf(missing)('one whose provenance does not speak of its assertion is told from them', async () => {
  const { trig, claims } = await article();
  const spoilt = trig.replace(/<nanopub\/china-ai-2024-08\/c1\/assertion>(?=\s+prov:)/, '<urn:x:other>');
  expect(spoilt).not.toBe(trig);
  const wrong = [...judged(spoilt)].filter(([, why]) => why !== 'ok');
  expect(wrong).toEqual([[claims.find((iri) => iri.endsWith('/c1')), expect.stringContaining('provenance')]]);
});
