/** RDF of any origin on its way into a store: in its graphs, without blank nodes, ordered on the disk. */
import { type Problem, ProblemError } from '../../model/index.ts';
import { isIri, type Quad, quad, TermGuard } from '../../rdf/index.ts';
import type { EarlyAdds } from './early-adds.ts';
import type { GraphSource } from './graph-content.ts';
import { GraphSpill, type SpillOptions } from './graph-spill.ts';
import { Skolemiser } from './skolem.ts';

export interface ForeignGraphOptions {
  /** Names the text in problems. */
  readonly file: string;
  /** Where triples go that name no graph; without it they are refused. */
  readonly graph: string | undefined;
  /** See {@link Skolemiser}. */
  readonly scope: () => string;
  readonly spill: Partial<SpillOptions>;
  /** Gets graphs as soon as others follow them. */
  readonly early?: Pick<EarlyAdds, 'complete' | 'reopened'> | undefined;
}

/**
 * @param lists quads as they are read
 * @returns the graphs, to be closed after use; `undefined` as soon as `isOther` says so of a quad
 * @throws ProblemError for triples without a graph, and as the reading does; nothing is left on the disk then
 */
export async function foreignGraphs<R>(
  lists: AsyncGenerator<readonly Quad[], R>,
  { file, graph, scope, spill: kept, early }: ForeignGraphOptions,
  isOther: (quad: Quad) => boolean,
): Promise<
  { readonly source: GraphSource; readonly reading: R; readonly warnings: readonly Problem[] } | undefined
> {
  const spill = new GraphSpill(kept);
  const target = graph === undefined ? undefined : new TermGuard({ own: false }).iri(graph, 'a graph');
  let nodes: Skolemiser | undefined;
  let loose = 0;
  const seen = new Set<string>();
  let current: string | undefined;
  const follow = (next: string) => {
    if (early === undefined || next === current) return;
    if (current !== undefined) early.complete(spill.soFar(current));
    if (seen.has(next)) early.reopened(next);
    seen.add(next);
    current = next;
  };
  try {
    for (;;) {
      const step = await lists.next();
      if (step.done) {
        if (loose > 0) throw withoutGraph(loose, file);
        const warnings = nodes?.any ? [skolemised(nodes, file)] : [];
        return { source: spill.source(), reading: step.value, warnings };
      }
      for (const one of step.value) {
        if (isOther(one)) {
          spill.close();
          return undefined;
        }
        const isLoose = one.graph.termType === 'DefaultGraph';
        if (isLoose && target === undefined) loose += 1;
        if (loose > 0) continue;
        const placed = isLoose ? quad(one.subject, one.predicate, one.object, target) : one;
        nodes ??= new Skolemiser(hostOf(graph ?? placed.graph.value), scope);
        const named = nodes.named(placed);
        follow(named.graph.value);
        spill.add(named);
      }
    }
  } catch (error) {
    spill.close();
    throw error;
  }
}

/** The graph given, or else that of the first triple, says whose host blank nodes get. */
function hostOf(graph: string): string {
  return /^https?:/.test(graph) && isIri(graph) ? graph : 'https://clew.invalid/';
}

function withoutGraph(count: number, file: string): ProblemError {
  return new ProblemError([
    {
      severity: 'error',
      code: 'no-graph',
      message: `${count} triples name no graph to go into`,
      hint: 'Name one with --graph IRI.',
      place: { file },
    },
  ]);
}

function skolemised({ nodes }: Skolemiser, file: string): Problem {
  return {
    severity: 'warning',
    code: 'skolemised',
    message: `${nodes} blank nodes become IRIs under /.well-known/genid/, so that loading twice doubles nothing`,
    place: { file },
  };
}
