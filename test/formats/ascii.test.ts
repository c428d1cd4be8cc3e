import { describe, expect, it } from 'vitest';
import { OUTPUT_FORMATS, type OutputFormat, outputs } from '../../src/build/outputs.ts';
import { openText, StringSink, type TextSyntax } from '../../src/formats/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { laidOut } from './laid-out.ts';

const written = async (format: OutputFormat, choices = {}): Promise<string> => {
  const sink = new StringSink();
  await outputs([format])[0]!.write({ dataset: sampleDataset, graph: laidOut(), ...choices }, sink);
  return sink.toString();
};

const READ: readonly (readonly [OutputFormat, TextSyntax])[] = [
  ['ttl', 'turtle'],
  ['trig', 'trig'],
  ['nt', 'ntriples'],
  ['nq', 'nquads'],
  ['jsonld', 'jsonld'],
  ['rdf', 'rdfxml'],
  ['graphml', 'graphml'],
  ['gephi.graphml', 'graphml'],
  ['yed.graphml', 'graphml'],
  ['gexf', 'gexf'],
  ['json', 'json'],
];

describe('--ascii', () => {
  it.each(READ)('writes .%s in ASCII, which reads back as the same dataset', async (format, syntax) => {
    const [plain, ascii] = [await written(format), await written(format, { ascii: true })];
    // The sample has Vietnamese, and characters beyond the first plane.
    expect(plain).toMatch(/[^\u0000-\u007f]/);
    expect(ascii).not.toMatch(/[^\u0000-\u007f]/);
    const read = async (text: string) => (await openText(text, syntax)).dataset;
    expect(await read(ascii)).toEqual(await read(plain));
  });

  it('writes .svg and .cx2 in ASCII, which says the same', async () => {
    const svg = await written('svg', { ascii: true });
    expect(svg).not.toMatch(/[^\u0000-\u007f]/);
    const characters = svg.replace(/&#x([0-9A-F]+);/g, (_, hex) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    expect(characters).toBe(await written('svg'));
    const cx2 = await written('cx2', { ascii: true });
    expect(cx2).not.toMatch(/[^\u0000-\u007f]/);
    expect(JSON.parse(cx2)).toEqual(JSON.parse(await written('cx2')));
  });
});

describe('--bom', () => {
  it('goes before tables for spreadsheets, and before nothing else', async () => {
    const marked = [];
    for (const format of OUTPUT_FORMATS) {
      if (format === 'html' || format === 'void.ttl') continue;
      if ((await written(format, { bom: true })).startsWith('\ufeff')) marked.push(format);
    }
    expect(marked).toEqual(['nodes.csv', 'edges.csv']);
  });
});
