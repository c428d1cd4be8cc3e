/** What pySHACL finds in what we write, and in what is broken of it, beside what `clew check --shacl` finds. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pythonOf } from '../../scripts/judges/pip-judges.mjs';
import { readQuads, tripleLine } from '../../src/formats/index.ts';
import { loadDataset } from '../../src/index.ts';
import { datasetToTriples, type Quad } from '../../src/rdf/index.ts';
import { ShapeCheck } from '../../src/rdf/shape-check.ts';
import type { ShapeFinding } from '../../src/rdf/shape-findings.ts';
import { ShapeGraph } from '../../src/rdf/shape-graph.ts';
import { FULL_TEXT, fullSample } from '../ontology/full-sample.ts';
import { Breaches } from '../ontology/shape-breaches.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const python = pythonOf('pyshacl');
const missing = !existsSync(python);
if (missing) console.warn('SKIPPED: shapes held against our files by pySHACL, which is not here.');

const folder = mkdtempSync(join(tmpdir(), 'clew-shacl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, quads: Iterable<Quad>) => {
  const path = join(folder, name);
  writeFileSync(path, [...quads].map(tripleLine).join(''));
  return path;
};

/** Shapes that RDF 1.1 can hold, for the triples of a dataset. */
const SHAPES = readQuads(readFileSync(join(ROOT, 'ontology', 'shapes.ttl'), 'utf8'), 'turtle').quads;
const shapes = new ShapeGraph([...SHAPES]);
const sample = [...datasetToTriples(fullSample, FULL_TEXT)];

/** The sample broken once for each kind of constraint. */
function broken(): [name: string, quads: readonly Quad[]][] {
  const breaches = new Breaches(shapes);
  const found = new Map<string, readonly Quad[]>();
  for (const constraint of breaches.constraints()) {
    if (found.has(constraint.parameter)) continue;
    const [change] = breaches.changes(constraint, sample);
    if (change !== undefined) found.set(constraint.parameter, change[1]);
  }
  return [...found];
}

test.skipIf(missing)(
  'pySHACL and the check find the same, in what is right and in what is broken',
  async () => {
    const { dataset } = await loadDataset(join(ROOT, 'data'));
    const cases: [name: string, quads: readonly Quad[]][] = [
      ['the shipped dataset', [...datasetToTriples(dataset!)]],
      ['the shipped dataset, inferred', [...datasetToTriples(dataset!, { infer: true, implied: true })]],
      ['the sample', sample],
      ...broken(),
    ];
    expect(cases.length).toBeGreaterThan(12);
    const paths = cases.map(([, quads], n) => file(`${n}.nt`, quads));
    const output = execFileSync(
      python,
      [join(ROOT, 'scripts', 'judges', 'pyshacl_judge.py'), file('shapes.nt', SHAPES)],
      { input: paths.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'ignore'] },
    );
    const theirs = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as [string, string][]);
    const check = await ShapeCheck.load(shapes);
    const wrong: unknown[] = [];
    for (const [n, [name, quads]] of cases.entries()) {
      const { findings } = await check.check(quads);
      const ours = [...new Set(findings.map(said))].filter((one) => !isLimit(name, one)).sort();
      const other = [
        ...new Set(theirs[n]!.map(([focus, component]) => `${focus} ${codeOf(component)}`)),
      ].sort();
      if (n > 2 && other.length === 0) wrong.push([name, 'pySHACL finds nothing in what is broken']);
      if (n <= 2 && other.length > 0) wrong.push([name, other]);
      if (ours.join('\n') !== other.join('\n')) wrong.push([name, { ours, other }]);
    }
    expect(wrong).toEqual([]);
    console.log(`\npySHACL and clew check --shacl agree on ${cases.length} of ${cases.length} graphs`);
  },
);

function said({ focus, code }: ShapeFinding): string {
  return `${focus.termType === 'BlankNode' ? '_:' : focus.value} ${code}`;
}

/** pySHACL takes a text for greater than any number; SHACL (section 4.3) calls the two beyond comparison, which is a fault. */
function isLimit(name: string, finding: string): boolean {
  return name === 'datatype' && finding.endsWith(' shacl-min-inclusive');
}

/** `...#MaxCountConstraintComponent` as `shacl-max-count`. */
function codeOf(component: string): string {
  const [, name = ''] = /#(.*)ConstraintComponent$/.exec(component) ?? [];
  return `shacl${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
