import { describe, expect, it } from 'vitest';
import { dotParts, join } from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { laidOut } from './laid-out.ts';

const graph = laidOut();
const written = join(dotParts(graph)).text;
const lineOf = (start: string): string => written.split('\n').find((line) => line.startsWith(start))!;
const labelled = (label: string) =>
  laidOut({
    ...sampleDataset,
    articles: [
      {
        ...sampleArticle,
        entities: sampleArticle.entities.map((entity) => ({ ...entity, label: { en: label } })),
      },
    ],
  });

describe('writeDot', () => {
  it('writes a directed graph with every node at its place and every edge under its id', () => {
    const { x, y } = graph.getNodeAttributes('lone-rock');
    expect(lineOf('digraph')).toBe('digraph "sample" {');
    expect(lineOf('  "lone-rock" [')).toBe(
      `  "lone-rock" [pos="${x},${y}", width=0.11, fillcolor="#b06f00", label="", xlabel="Lone Rock", tooltip="Lone Rock"];`,
    );
    expect(written.match(/^ {2}".*" \[/gm)).toHaveLength(graph.order + graph.size);
    expect(lineOf('  "quick-tern" -> "old-gull"')).toBe(
      '  "quick-tern" -> "old-gull" [id="harbour/c6", color="#918a80", penwidth=1.2, style=dashed, label="faster than", ' +
        'tooltip="In trials the Quick Tern was 20 to 35 percent faster than the Old Gull."];',
    );
  });

  it('draws a denied claim with a bar at its end', () => {
    expect(lineOf('  "nordlink" -> "lindmar"')).toContain('arrowhead=tee');
  });

  it('escapes what labels give a meaning: backslashes, quotes, line ends, ampersands', () => {
    const { text } = join(dotParts(labelled('a\\N "b" &lt;\r\nc')));
    expect(text).toContain('xlabel="a\\\\N \\"b\\" &amp;lt;\\nc"');
  });

  it('joins a text that is too long for graphviz from pieces, none cut within a character or an escape', () => {
    const label = '🚢&"\\'.repeat(4000);
    const [, told] = /xlabel=(.*), tooltip=/.exec(join(dotParts(labelled(label))).text)!;
    const pieces = told!.slice(1, -1).split('" + "');
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThan(16_384);
    for (const piece of pieces) expect(piece).toMatch(/^(?:🚢|&amp;|\\["\\])*$/u);
    expect(pieces.join('')).toBe('🚢&amp;\\"\\\\'.repeat(4000));
  });

  it('counts what it leaves unsaid', () => {
    expect(join(dotParts(graph)).result.losses.slice(-2)).toEqual([
      { what: 'entities’ attributes beyond label, kind and place', count: 12 },
      { what: 'claims’ attributes beyond label, statement and style', count: 14 },
    ]);
  });

  it('refuses lone surrogates', () => {
    expect(() => join(dotParts(labelled('\ud800')))).toThrow(ProblemError);
  });
});
