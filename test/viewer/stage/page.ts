/** The page on which tests look at the stage: a graph by name, in light or dark, and what the stage said. */
import { type ClewGraph, DARK, datasetToGraph, kindGroups, LIGHT } from '../../../src/graph/index.ts';
import { layoutGraph } from '../../../src/layout/index.ts';
import type { Dataset } from '../../../src/model/index.ts';
import { createStage, type StageView } from '../../../src/viewer/stage/index.ts';
import { nextFrame } from '../../../src/viewer/turns.ts';
import { sampleDataset } from '../../fixtures/sample.ts';
import { newsDataset } from './news-graph.ts';

declare global {
  interface Window {
    clewDataset?: Dataset;
  }
}

export const said: unknown[][] = [];
export let stage: Awaited<ReturnType<typeof createStage>>;
export let graph: ClewGraph;
export let view: StageView;
/** Milliseconds that making the graph and making the stage took. */
export const times = { graph: 0, stage: 0 };

export interface Opening {
  readonly graph: 'sample' | 'news' | 'given';
  readonly dark?: boolean;
  readonly languages?: readonly string[];
  readonly reducedMotion?: boolean;
  readonly entities?: number;
  readonly claims?: number;
  /** A circle instead of a layout, for graphs that would take long. */
  readonly circle?: boolean;
}

export async function open(options: Opening): Promise<void> {
  const { entities = 90, claims = 120 } = options;
  const dataset =
    options.graph === 'sample'
      ? sampleDataset
      : options.graph === 'given'
        ? window.clewDataset!
        : newsDataset({ entities, claims, seed: 7 });
  const start = performance.now();
  graph = datasetToGraph(dataset);
  if (options.circle) scatter(graph);
  else layoutGraph(graph);
  const palette = options.dark ? DARK : LIGHT;
  const counts = new Map<string, number>();
  graph.forEachNode((_, node) => {
    if (node.role === 'entity') counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1);
  });
  document.body.style.background = palette.ground;
  view = {
    palette,
    groups: kindGroups(dataset.ontology, counts),
    languages: options.languages ?? ['en', 'vi'],
    hiddenNodes: new Set(),
    hiddenEdges: new Set(),
    emphasis: new Set(),
    selected: new Set(),
    reducedMotion: options.reducedMotion ?? false,
  };
  const ready = performance.now();
  times.graph = ready - start;
  stage = await createStage(document.querySelector<HTMLElement>('#stage')!, graph, view, {
    onSelect: (...what) => said.push(['select', ...what]),
    onHover: (...what) => said.push(['hover', ...what]),
    onExpand: (...what) => said.push(['expand', ...what]),
    onMove: (...what) => said.push(['move', ...what]),
    onOutline: (...what) => said.push(['outline', ...what]),
    onCamera: (...what) => said.push(['camera', ...what]),
    onLost: () => said.push(['lost']),
  });
  times.stage = performance.now() - ready;
  // The labels come right after the first frame.
  await nextFrame();
}

export interface Change {
  readonly hiddenNodes?: readonly string[];
  readonly hiddenEdges?: readonly string[];
  readonly emphasis?: readonly string[];
  readonly selected?: readonly string[];
  readonly languages?: readonly string[];
  readonly dark?: boolean;
  readonly colours?: Readonly<Record<string, string>>;
  readonly radii?: Readonly<Record<string, number>>;
  readonly places?: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly literals?: boolean;
  readonly outlining?: StageView['outlining'];
  readonly covers?: StageView['covers'];
}

export function change({
  hiddenNodes,
  hiddenEdges,
  emphasis,
  selected,
  languages,
  dark,
  colours,
  radii,
  places,
  literals,
  outlining,
  covers,
}: Change): void {
  view = {
    ...view,
    ...(hiddenNodes && { hiddenNodes: new Set(hiddenNodes) }),
    ...(hiddenEdges && { hiddenEdges: new Set(hiddenEdges) }),
    ...(emphasis && { emphasis: new Set(emphasis) }),
    ...(selected && { selected: new Set(selected) }),
    ...(languages && { languages }),
    ...(colours && { colours: new Map(Object.entries(colours)) }),
    ...(radii && { radii: new Map(Object.entries(radii)) }),
    ...(places && { places: new Map(Object.entries(places)) }),
    ...(literals !== undefined && { literals }),
    outlining,
    ...(covers && { covers }),
    ...(dark !== undefined && { palette: dark ? DARK : LIGHT }),
  };
  document.body.style.background = view.palette.ground;
  stage.update(view);
}

/** An entity with its claims and its neighbours: what the viewer lights and brings into sight for a selection. */
export function around(key: string): string[] {
  return [key, ...graph.neighbors(key), ...graph.edges(key)];
}

/** A sunflower: even, without any computation of forces. */
function scatter(target: ClewGraph): void {
  let at = 0;
  target.updateEachNodeAttributes((_, node) => {
    const radius = 24 * Math.sqrt(at);
    const angle = at * 2.399_963;
    at += 1;
    return { ...node, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}
