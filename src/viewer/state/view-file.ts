/** A view as a file: what its address says, and the places of entities in full. */
import { compareCodePoints, type Problem, ProblemError } from '../../model/index.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { Catalog } from './catalog.ts';
import { AS_LAID_OUT, type Place } from './places.ts';
import type { ViewState } from './view-state.ts';

/** What view files begin with, so that they are told from graphs without reading them whole. */
const START = '{"clewView":1,';

export const VIEW_ENDING = '.view.json';

/** Whether a file that begins so is a view. */
export function isViewFile(start: string): boolean {
  return start.replace(/\s/g, '').startsWith(START);
}

export function formatViewFile(state: ViewState, catalog: Catalog): string {
  const address = formatAddress({ ...state, places: AS_LAID_OUT, pinned: new Set() }, catalog);
  const ids = [...state.places.keys()].sort(compareCodePoints);
  return `${JSON.stringify({
    clewView: 1,
    dataset: catalog.dataset.id,
    address,
    places: Object.fromEntries(ids.map((id) => [id, [state.places.get(id)!.x, state.places.get(id)!.y]])),
    pinned: [...state.pinned].sort(compareCodePoints),
  })}\n`;
}

/** @param file names it in problems  @throws ProblemError where it is damaged, or a view of another graph */
export function readViewFile(text: string, file: string, catalog: Catalog): ViewState {
  const refuse = (problem: Pick<Problem, 'code' | 'message' | 'value' | 'hint'>): never => {
    throw new ProblemError([{ severity: 'error', ...problem, place: { file } }]);
  };
  let view: Record<string, unknown> = {};
  try {
    view = JSON.parse(text) as Record<string, unknown>;
  } catch {
    refuse({ code: 'json-syntax', message: 'this is not JSON', hint: 'Save the view once more.' });
  }
  const { dataset, address, places, pinned } = view;
  if (dataset !== catalog.dataset.id) {
    refuse({
      code: 'other-graph',
      message: `this is a view of another graph than ${catalog.dataset.id}`,
      value: `${dataset}`,
      hint: 'Open its graph first.',
    });
  }
  const state = parseAddress(typeof address === 'string' ? address : '', catalog);
  const known = new Map<string, Place>();
  for (const [id, place] of Object.entries((places ?? {}) as Record<string, unknown>)) {
    const [x, y] = Array.isArray(place) ? place : [];
    if (catalog.entities.has(id) && Number.isFinite(x) && Number.isFinite(y)) known.set(id, { x, y });
  }
  const pins = Array.isArray(pinned) ? pinned.filter((id) => known.has(id)) : [];
  return { ...state, places: known, pinned: new Set(pins) };
}
