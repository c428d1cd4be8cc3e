import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gexfParts, join, openText } from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import { loadDataset } from '../../src/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { gexfFaults } from './gexf-rules.ts';
import { text } from './hostile.ts';
import { laidOut } from './laid-out.ts';

const write = (...given: Parameters<typeof gexfParts>) => join(gexfParts(...given)).text;
const good = write(laidOut());

describe('GEXF as its grammar has it', () => {
  it('is what the sample becomes: with the dataset and lean, with times and without', () => {
    const untimed = {
      ...sampleDataset,
      articles: [{ ...sampleArticle, claims: sampleArticle.claims.map(({ time: _, ...claim }) => claim) }],
    };
    expect(good).toContain('mode="dynamic"');
    for (const graph of [laidOut(), laidOut(untimed)]) {
      for (const lean of [true, false]) expect(gexfFaults(write(graph, { lean }))).toEqual([]);
    }
  });

  it('is what the shipped article becomes', async () => {
    const { dataset } = await loadDataset('data');
    expect(gexfFaults(write(datasetToGraph(dataset!)))).toEqual([]);
  });

  it('is what files of others become', async () => {
    const turtle =
      '<https://a.example/x> <https://a.example/p> <https://a.example/y>, "1"^^<http://www.w3.org/2001/XMLSchema#integer> .';
    const { dataset } = await openText(turtle, 'turtle', { id: 'x' });
    expect(gexfFaults(write(datasetToGraph(dataset)))).toEqual([]);
  });

  it('is so whatever texts and times the data has', () => {
    const times =
      '2031 2031-05 2024-02 -0044 0000 0033-04/0034 2031/.. ../2031 2031-21 2031~ 2031-05-04T10:00:00Z'.split(
        ' ',
      );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...times), (label, statement, time) => {
        const article = {
          ...sampleArticle,
          entities: sampleArticle.entities.map((entity) => ({ ...entity, label: { en: label } })),
          claims: sampleArticle.claims.map((claim) => ({ ...claim, statement: { en: statement }, time })),
        };
        const graph = laidOut({ ...sampleDataset, articles: [article] });
        expect(gexfFaults(write(graph, { repair: true }))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['an element that there is not', '<meta', '<mate', /no element mate/],
    ['an attribute that there is not', 'idtype=', 'idkind=', /graph has idkind/],
    ['a mode that there is not', 'mode="dynamic"', 'mode="live"', /graph has mode="live"/],
    ['viz elements without their namespace', '<viz:size value="4"/>', '<size value="4"/>', /no element size/],
    ['a colour said twice', ' b="', ' hex="#000000" b="', /red, green and blue, or hex/],
    ['a channel beyond 255', / r="\d+"/, ' r="256"', /viz:color has r="256"/],
    ['a day that there is not', 'end="2031-05-31"', 'end="2031-05-32"', /edge has end="2031-05-32"/],
    ['an end that is no node', / source="[^"]*"/, ' source="nobody"', /no node nobody/],
    ['a value of no column', '<attvalue for="role"', '<attvalue for="roll"', /no column roll/],
    [
      'a value of another type',
      'for="mentions" value="0"',
      'for="mentions" value="none"',
      /mentions is no integer/,
    ],
    ['a wrong count', /<nodes count="\d+"/, '<nodes count="1"', /nodes counts wrong/],
    [
      'edges before nodes',
      /(<nodes[\s\S]*<\/nodes>)\s*(<edges[\s\S]*<\/edges>)/,
      '$2$1',
      /nodes in graph, or not/,
    ],
    ['a size below 0', '<viz:size value="4"/>', '<viz:size value="-4"/>', /viz:size has value="-4"/],
    [
      'the shape of a node on an edge',
      'viz:shape value="solid"',
      'viz:shape value="disc"',
      /no shape disc of edge/,
    ],
  ])('is not: %s', (_, from, to, said) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    expect(gexfFaults(bad).join('\n')).toMatch(said);
  });
});
