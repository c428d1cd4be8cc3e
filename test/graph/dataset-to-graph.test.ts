import { describe, expect, it } from 'vitest';
import { datasetToGraph, graphToDataset } from '../../src/graph/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const graph = datasetToGraph(sampleDataset);

describe('datasetToGraph', () => {
  it('has a node per entity and per claim that another claim refers to', () => {
    expect(graph.nodes()).toEqual([
      'anna-berg',
      'coast-post',
      'dock-union',
      'lindmar',
      'lone-rock',
      'nordlink',
      'old-gull',
      'open-letter',
      'quick-tern',
      'tourism',
      'claim:harbour/c3',
      'claim:harbour/c4',
    ]);
  });

  it('has an edge per claim between nodes, parallel claims apart, self-loops kept', () => {
    const ends = graph
      .filterEdges((_, { role }) => role === 'claim')
      .map((key) => [key, graph.source(key), graph.target(key)]);
    expect(ends).toEqual([
      ['harbour/c1', 'nordlink', 'quick-tern'],
      ['harbour/c10', 'anna-berg', 'lindmar'],
      ['harbour/c11', 'nordlink', 'tourism'],
      ['harbour/c2', 'nordlink', 'lindmar'],
      ['harbour/c3', 'quick-tern', 'tourism'],
      ['harbour/c4', 'quick-tern', 'tourism'],
      ['harbour/c5', 'claim:harbour/c4', 'claim:harbour/c3'],
      ['harbour/c6', 'quick-tern', 'old-gull'],
      ['harbour/c8', 'nordlink', 'quick-tern'],
      ['harbour/c9', 'nordlink', 'nordlink'],
    ]);
  });

  it('ties a referred claim to both of its ends', () => {
    expect(graph.filterEdges((_, { role }) => role === 'about')).toEqual([
      'about:harbour/c3/subject',
      'about:harbour/c3/object',
      'about:harbour/c4/subject',
      'about:harbour/c4/object',
    ]);
  });

  it('keeps a claim with a literal object on its subject', () => {
    expect(graph.getNodeAttribute('quick-tern', 'literals')).toEqual([
      { claim: 'harbour/c7', predicate: 'ex:seats', value: { value: '420', datatype: 'xsd:integer' } },
    ]);
    expect(graph.hasEdge('harbour/c7')).toBe(false);
  });

  it('quotes the evidence of every claim where it is given words, literal objects or not', () => {
    const quoted = datasetToGraph(sampleDataset, { quote: ({ id }) => `words of ${id}` });
    expect(quoted.getEdgeAttributes('harbour/c1')).toMatchObject({ quote: 'words of c1' });
    const { literals } = quoted.getNodeAttributes('quick-tern');
    expect(literals.find(({ claim }) => claim === 'harbour/c7')?.quote).toBe('words of c7');
    expect(JSON.stringify(datasetToGraph(sampleDataset).export())).not.toContain('"quote"');
  });

  it('writes who, how firmly, when and where as flat fields', () => {
    const { model, ...fields } = graph.getEdgeAttributes('harbour/c3') as { model: unknown };
    expect(model).toBe(sampleArticle.claims[2]);
    expect(fields).toEqual({
      role: 'claim',
      label: 'boosts',
      predicate: 'ex:boosts',
      article: 'harbour',
      claim: 'c3',
      statement: 'Anna Berg expects the Quick Tern to bring tourists.',
      modality: 'predicted',
      polarity: 'positive',
      derivation: 'explicit',
      speaker: 'Anna Berg',
      speakerId: 'anna-berg',
      form: 'direct',
      channel: 'Open letter',
      said: '2031-05-03',
      evidence: '250-280 300-320',
      paragraph: 2,
      plain: false,
    });
  });

  it('writes qualifiers readably, ranges with their unit', () => {
    expect(graph.getEdgeAttributes('harbour/c6')).toHaveProperty(
      'qualifiers',
      'condition: sea trials; by: 20–35 percent',
    );
  });

  it('marks as plain only what may stand as a triple', () => {
    const plain = graph.filterEdges((_, attributes) => attributes.role === 'claim' && attributes.plain);
    expect(plain).toEqual(['harbour/c1', 'harbour/c10']);
  });

  it('does not depend on the order of the dataset’s parts', () => {
    const reversed: Dataset = {
      ...sampleDataset,
      articles: [
        {
          ...sampleArticle,
          entities: [...sampleArticle.entities].reverse(),
          claims: [...sampleArticle.claims].reverse(),
        },
      ],
    };
    const other = datasetToGraph(reversed);
    expect(other.nodes()).toEqual(graph.nodes());
    expect(other.edges()).toEqual(graph.edges());
    expect(other.getNodeAttribute('tourism', 'model')).toEqual(graph.getNodeAttribute('tourism', 'model'));
  });

  it('labels in the language asked for', () => {
    const vi = datasetToGraph(sampleDataset, { languages: ['vi'] });
    expect(vi.getNodeAttribute('lone-rock', 'label')).toBe('Đảo Đá');
    expect(vi.getEdgeAttribute('harbour/c1', 'label')).toBe('khai thác');
  });

  it('gives its dataset back', () => {
    expect(graphToDataset(graph)).toBe(sampleDataset);
  });
});
