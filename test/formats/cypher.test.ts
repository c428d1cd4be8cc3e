import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cypherParts, join } from '../../src/formats/index.ts';
import { text, withTexts } from './hostile.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
const written = join(cypherParts(graph)).text;
const statements = (file: string): string[] =>
  file
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

interface ReadRow {
  readonly id?: string;
  readonly key?: string;
  readonly from?: string;
  readonly to?: string;
  readonly p: Record<string, unknown>;
}
/** Cypher's literals of text, numbers, lists and maps are JavaScript's: JavaScript is the reader that we did not write. */
const rowsOf = (statement: string): ReadRow[] =>
  runInNewContext(`(${/^UNWIND ([\s\S]*?\n\]) AS row\n/.exec(statement)![1]!})`);

describe('writeCypher', () => {
  it('begins with the constraint that merging needs', () => {
    expect(written.split('\n').slice(0, 2)).toEqual([
      '// Sample. https://creativecommons.org/licenses/by/4.0/',
      'CREATE CONSTRAINT clew_id IF NOT EXISTS FOR (n:Clew) REQUIRE n.id IS UNIQUE;',
    ]);
  });

  it('merges nodes by id with their labels, then relationships by key', () => {
    const ends = statements(written)
      .slice(1)
      .map((statement) => statement.replace(/^UNWIND [\s\S]*?\n\] AS row\n/, ''));
    expect(ends).toContain('MERGE (n:Clew {id: row.id})\nSET n += row.p, n:Entity:Ship');
    expect(ends).toContain('MERGE (n:Clew {id: row.id})\nSET n += row.p, n:Claim');
    expect(ends).toContain(
      'MATCH (a:Clew {id: row.from}) MATCH (b:Clew {id: row.to})\nMERGE (a)-[r:FASTER_THAN {key: row.key}]->(b)\nSET r += row.p',
    );
    expect(ends.findIndex((end) => end.startsWith('MATCH'))).toBe(
      ends.filter((end) => end.startsWith('MERGE')).length,
    );
  });

  it('holds every node and edge once, with its attributes', () => {
    const rows = statements(written).slice(1).flatMap(rowsOf);
    expect(rows.flatMap(({ id }) => id ?? []).sort()).toEqual(graph.nodes().sort());
    expect(rows.flatMap(({ key, from, to }) => (key === undefined ? [] : [[key, from, to]])).sort()).toEqual(
      graph.mapEdges((key, _, source, target) => [key, source, target]).sort(),
    );
    expect(rows.find(({ key }) => key === 'harbour/c1')!.p).toMatchObject({
      label: 'operates',
      confidence: 0.95,
      plain: true,
      paragraph: 1,
    });
  });

  it('writes floats with a point, so that Neo4j does not take them for integers', () => {
    const placed = laidOut();
    placed.mergeNodeAttributes('lindmar', { x: 12, y: -3 });
    expect(join(cypherParts(placed)).text).toContain('x: 12.0, y: -3.0');
  });

  it('cuts long lists into statements of one batch each', () => {
    const many = join(cypherParts(graph, { batch: 1 })).text;
    expect(statements(many)).toHaveLength(1 + graph.order + graph.size);
  });

  it('lets no value out of its quotes', () => {
    fc.assert(
      fc.property(text, text, (label, statement) => {
        const dataset = { ...withTexts(label, statement), title: { en: label } };
        const file = join(cypherParts(laidOut(dataset), { repair: true })).text;
        const mended = (value: string) => value.replace(/[\u0000\ud800-\udfff]/gu, '\ufffd');
        // A `;` and a line break in a value are escaped or on one line: statements can be told apart by line.
        const rows = statements(file)
          .filter((part) => part.startsWith('UNWIND'))
          .flatMap(rowsOf);
        const tourism = rows.find(({ id }) => id === 'tourism')!;
        expect(tourism.p.label ?? '').toBe(mended(label));
        const claim = rows.find(({ key }) => key === 'harbour/c1')!;
        expect(claim.p.statement ?? '').toBe(mended(statement));
        expect(rows).toHaveLength(graph.order + graph.size);
      }),
      { numRuns: 40 },
    );
  });
});
