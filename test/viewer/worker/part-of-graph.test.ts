import { describe, expect, it } from 'vitest';
import { graphJsonParts, join, readGraphJson } from '../../../src/formats/index.ts';
import { datasetToGraph } from '../../../src/graph/index.ts';
import { layoutGraph } from '../../../src/layout/index.ts';
import { claimKey } from '../../../src/model/index.ts';
import { marksOf } from '../../../src/viewer/state/numbered.ts';
import { namedPart, partOfDataset, shownGraph } from '../../../src/viewer/worker/part-of-graph.ts';
import { sampleDataset } from '../../fixtures/sample.ts';
import { catalog, filtersOf, shownUnder } from '../state/sample-catalog.ts';

const whole = datasetToGraph(sampleDataset);
layoutGraph(whole);

describe('what is shown, as a graph of its own', () => {
  it('holds the claims that are drawn, and all whom they name', () => {
    const { entities, drawn } = shownUnder(filtersOf({ modality: ['predicted', 'reported', 'opinion'] }));
    const part = partOfDataset(sampleDataset, { entities, claims: drawn });
    expect(part.articles.flatMap(({ claims }) => claims.map(claimKey)).sort()).toEqual([...drawn].sort());
    const ids = new Set(part.articles.flatMap((article) => article.entities.map(({ id }) => id)));
    expect([...entities].filter((id) => !ids.has(id))).toEqual([]);
    // Whole: a reader that looks at every reference takes it.
    const marked = { entities: marksOf(catalog.entities, entities), claims: marksOf(catalog.claims, drawn) };
    const named = namedPart(whole, marked);
    expect([named.entities, named.claims]).toEqual([new Set(entities), new Set(drawn)]);
    const graph = shownGraph(whole, { part: named });
    expect(readGraphJson(join(graphJsonParts(graph)).text).order).toBe(graph.order);
  });

  it('stands where the view has it, claims at the middle of their edges, and leaves the page’s graph alone', () => {
    const before = whole.export();
    expect(shownGraph(whole, {})).toBe(whole);
    const moved = shownGraph(whole, { places: new Map([['nordlink', { x: 700, y: -20 }]]) });
    expect(moved.getNodeAttributes('nordlink')).toMatchObject({ x: 700, y: -20 });
    expect(moved.getNodeAttribute('old-gull', 'x')).toBe(whole.getNodeAttribute('old-gull', 'x'));
    expect(whole.export()).toEqual(before);
  });
});
