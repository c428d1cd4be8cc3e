import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/viewer/state/address.ts';
import { INITIAL_VIEW, type ViewState } from '../../../src/viewer/state/view-state.ts';
import { catalog, filtersOf } from './sample-catalog.ts';

const full: ViewState = {
  view: 'table',
  selection: ['nordlink', 'harbour/c4'],
  filters: {
    ...filtersOf({ predicate: ['ex:boosts'], speaker: ['', 'anna-berg'] }, ['ex:Place', 'ex:Ship']),
    within: new Set(['quick-tern', 'nordlink']),
    time: { axis: 'said', from: '2031-05-01', to: '2031-05-31', undated: true },
    confidence: { min: 0.5, max: 0.95, unknown: false },
    communities: new Set([2, 0]),
  },
  directed: true,
  path: 2,
  wayCount: 8,
  colouring: 'community',
  sizing: 'pageRank',
  literals: true,
  axis: 'said',
  language: 'vi',
  theme: 'dark',
  camera: { x: 0.51234, y: -0.25, ratio: 0.6 },
  places: new Map([
    ['nordlink', { x: -12.5, y: 300 }],
    ['anna-berg', { x: 4, y: 0.1 }],
  ]),
  pinned: new Set(['nordlink']),
  article: 'harbour',
  rows: 'claims',
  sort: { column: 'statement', descending: true },
  folded: new Set(['legend']),
  overview: true,
  readingWidth: 500,
};

describe('the address', () => {
  it('is empty for the view that a page opens with', () => {
    expect(formatAddress(INITIAL_VIEW, catalog)).toBe('');
    expect(parseAddress('', catalog)).toEqual(INITIAL_VIEW);
  });

  it('says everything about a view, readably', () => {
    expect(formatAddress(full, catalog)).toBe(
      '#view=table&select=nordlink,harbour/c4&hide=ex:Place,ex:Ship&predicate=ex:boosts&speaker=,anna-berg&within=nordlink,quick-tern&community=1,3&axis=said&time=2031-05-01,2031-05-31,undated&confidence=0.5,0.95&colour=community&size=pageRank&values=nodes&ways=directed&most=8&way=3&read=harbour&rows=claims&sort=statement,down&fold=legend&overview=shown&width=500&camera=0.5123,-0.25,0.6&pin=nordlink,-12.5,300&at=anna-berg,4,0.1&lang=vi&theme=dark',
    );
  });

  it('gives the view back', () => {
    expect(parseAddress(formatAddress(full, catalog), catalog)).toEqual({
      ...full,
      camera: { x: 0.5123, y: -0.25, ratio: 0.6 },
    });
  });

  it('leaves out what the graph does not have', () => {
    const state = parseAddress(
      '#select=nobody,nordlink&hide=ex:None&modality=certain&read=elsewhere',
      catalog,
    );
    expect(state).toEqual({ ...INITIAL_VIEW, selection: ['nordlink'] });
  });

  it.each([
    '#',
    '#&&=&==',
    '#select=%E0%A4%A',
    '#camera=1,2',
    '#camera=a,b,c',
    '#camera=0,0,-1',
    '#camera=,,',
    '#camera=1e9,0,1',
    '#width=NaN',
    '#width=',
    '#view=<script>',
    '#__proto__=x&constructor=y',
    '#sort=%00',
    '#pin=nordlink,1',
    '#pin=nordlink,,',
    '#pin=nordlink,1e99,2&at=nobody,1,2',
    '#places=1,2,3,4,5',
    '#places=,0,0,0.1,%F0',
    '#time=2031-05-31,2031-05-01',
    '#time=2031',
    '#confidence=0.9,0.1',
    '#confidence=2,3',
    '#community=0,-1,x',
    '#colour=red&size=huge&most=1000&axis=space',
  ])('takes no harm from %s', (hash) => {
    const state = parseAddress(hash, catalog);
    expect({ ...state, readingWidth: INITIAL_VIEW.readingWidth }).toEqual(INITIAL_VIEW);
  });

  it('never throws, and what it reads it writes to the same', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const state = parseAddress(`#${text}`, catalog);
        expect(parseAddress(formatAddress(state, catalog), catalog)).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the reading column within its bounds', () => {
    expect(parseAddress('#width=9999', catalog).readingWidth).toBe(680);
    expect(parseAddress('#width=1', catalog).readingWidth).toBe(300);
  });
});
