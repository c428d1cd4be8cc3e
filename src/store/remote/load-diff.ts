/** What a load would change, triple by triple. */
import { tripleLine } from '../../formats/index.ts';
import type { Quad } from '../../rdf/index.ts';
import { type GraphSource, triplesOf } from './graph-content.ts';
import { HASH_PROPERTY, type LoadPlan } from './load-plan.ts';
import type { JsonTerm } from './sparql-json.ts';
import type { KeptTriple, StoreClient } from './store-client.ts';
import { compareTriples } from './verify.ts';

export interface GraphDifference {
  readonly graph: string;
  /** Lines of N-Triples, sorted. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The differences of all graphs that a load would send. Values that the store is known to rewrite are none. */
export async function loadDifferences(
  source: GraphSource,
  plan: LoadPlan,
  client: StoreClient,
): Promise<readonly GraphDifference[]> {
  const states = new Map(plan.graphs.map(({ graph, state }) => [graph, state]));
  const differences: GraphDifference[] = [];
  for (const { graph, texts } of source.graphs()) {
    const state = states.get(graph);
    if (state === undefined || state === 'unchanged') continue;
    const triples = [...texts()].flatMap(triplesOf);
    const kept = state === 'new' ? [] : await client.triples(graph);
    const { missing, surplus } = compareTriples(triples, kept, client.profile.rewrites, new Map());
    const foreign = surplus.filter(({ p }) => p.value !== HASH_PROPERTY);
    differences.push({ graph, added: lines(missing), removed: foreign.map(keptLine).sort() });
  }
  return differences;
}

function lines(triples: readonly Quad[]): string[] {
  return triples.map((triple) => tripleLine(triple).trimEnd()).sort();
}

/** For people: a store's own terms, in the form of N-Triples. */
function keptLine({ s, p, o }: KeptTriple): string {
  return `${show(s)} ${show(p)} ${show(o)} .`;
}

function show({ type, value, language, datatype, parts }: JsonTerm): string {
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return `_:${value}`;
  if (parts !== undefined) {
    return `<<( ${show(parts.subject)} ${show(parts.predicate)} ${show(parts.object)} )>>`;
  }
  const text = JSON.stringify(value);
  if (language !== '') return `${text}@${language}`;
  return datatype === undefined ? text : `${text}^^<${datatype}>`;
}
