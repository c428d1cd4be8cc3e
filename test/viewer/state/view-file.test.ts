import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../../src/model/index.ts';
import { formatViewFile, isViewFile, readViewFile } from '../../../src/viewer/state/view-file.ts';
import { INITIAL_VIEW, type ViewState } from '../../../src/viewer/state/view-state.ts';
import { catalog, filtersOf } from './sample-catalog.ts';

const state: ViewState = {
  ...INITIAL_VIEW,
  view: 'table',
  selection: ['nordlink'],
  filters: filtersOf({ modality: ['opinion'] }),
  places: new Map([
    ['anna-berg', { x: 0.1, y: -3 }],
    ['nordlink', { x: 12.5, y: 4 }],
  ]),
  pinned: new Set(['nordlink']),
};

const problem = (text: string) => {
  try {
    readViewFile(text, 'my.view.json', catalog);
    return undefined;
  } catch (error) {
    return (error as ProblemError).problems[0];
  }
};

describe('a view as a file', () => {
  it('comes back whole', () => {
    const text = formatViewFile(state, catalog);
    expect(isViewFile(text.slice(0, 40))).toBe(true);
    expect(readViewFile(text, 'my.view.json', catalog)).toEqual(state);
    expect(formatViewFile(INITIAL_VIEW, catalog)).toBe(
      '{"clewView":1,"dataset":"sample","address":"","places":{},"pinned":[]}\n',
    );
  });

  it('is refused where it is of another graph, or damaged, and takes no harm from what it does not know', () => {
    expect(isViewFile('{"options":{')).toBe(false);
    expect(problem('{"clewView":1,')).toMatchObject({ code: 'json-syntax', place: { file: 'my.view.json' } });
    expect(problem('{"clewView":1,"dataset":"other"}')).toMatchObject({
      code: 'other-graph',
      value: 'other',
    });
    const odd =
      '{"clewView":1,"dataset":"sample","address":7,"places":{"nordlink":["a"],"nobody":[1,2]},"pinned":["nobody",3]}';
    expect(readViewFile(odd, 'my.view.json', catalog)).toEqual(INITIAL_VIEW);
  });
});
