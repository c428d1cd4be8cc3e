/** What a load says to people. */
import {
  type GraphDifference,
  type LoadPlan,
  REWRITE_WORDS,
  type StoreLoadReport,
  type StoreProfile,
} from '../store/index.ts';
import { count } from './context.ts';
import { columns, size } from './text.ts';

/** Graphs that are named one by one. */
const NAMED = 40;
/** Lines of a difference that are shown of one graph. */
const SHOWN = 200;

export function planLines(plan: LoadPlan): string[] {
  const rows = plan.graphs.map(({ graph, state, triples, kept }) => [
    state,
    graph,
    `${triples} triples${kept === triples || kept === 0 ? '' : `, the store has ${kept}`}`,
  ]);
  return [
    ...columns(rows.slice(0, NAMED)),
    ...(rows.length > NAMED ? [`and ${rows.length - NAMED} more`] : []),
    ...plan.gone.map((graph) => `gone from the dataset, dropped with --prune: ${graph}`),
    ...plan.leftovers.map((graph) => `left behind by an interrupted load: ${graph}`),
  ];
}

export function differenceLines(differences: readonly GraphDifference[]): string[] {
  if (differences.every(({ added, removed }) => added.length + removed.length === 0))
    return ['Nothing would change.'];
  return differences.flatMap(({ graph, added, removed }) => {
    const lines = [...removed.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
    const more = lines.length - SHOWN;
    return [
      `${graph}: ${added.length} added, ${removed.length} removed`,
      ...lines.slice(0, SHOWN),
      ...(more > 0 ? [`  and ${more} more; --json has them all`] : []),
    ];
  });
}

export function loadLines(
  { plan, sent, pruned, rewrites }: StoreLoadReport,
  profile: StoreProfile,
  { requests, bytes }: { readonly requests: number; readonly bytes: number },
  seconds: number,
): string[] {
  const triples = plan.graphs.reduce((sum, graph) => sum + graph.triples, 0);
  const moved = plan.graphs.filter(({ graph }) => sent.includes(graph));
  const weight = moved.reduce((sum, graph) => sum + graph.triples, 0);
  const head =
    sent.length === 0
      ? `${profile.title} has all ${count(plan.graphs.length, 'graph')} already (${triples} triples); nothing was sent.`
      : `${profile.title}: ${sent.length} of ${count(plan.graphs.length, 'graph')} sent and proved, ${weight} triples, ` +
        `${size(bytes)} in ${count(requests, 'request')}, ${seconds.toFixed(1)} s.`;
  return [
    head,
    ...pruned.map((graph) => `dropped: ${graph}`),
    ...(pruned.length > 0
      ? []
      : plan.gone.map((graph) => `gone from the dataset, kept in the store without --prune: ${graph}`)),
    ...[...rewrites].map(
      ([what, n]) => `kept by the store in its own form, seen in the sample: ${REWRITE_WORDS[what]} (${n})`,
    ),
  ];
}
