/** Dataset to a graphology graph: one node per entity, one edge per claim, no randomness. */
import { MultiDirectedGraph } from 'graphology';
import {
  type Claim,
  claimKey,
  claimRefKey,
  compareCodePoints,
  type Dataset,
  finish,
  isClaimRef,
  isEntityRef,
  isLiteral,
  pickText,
  STEP,
  type Steps,
  type Subject,
  type UnitedEntity,
  uniteSteps,
  type Value,
} from '../model/index.ts';
import {
  type AboutEdge,
  type ClaimNode,
  type ClewGraph,
  claimNodeKey,
  type DrawnEdge,
  type DrawnEntity,
  type DrawnGraph,
  type EntityNode,
  type GraphAttributes,
  type LiteralClaim,
} from './attributes.ts';
import { claimFields, type FieldContext, fieldContext, termLabel } from './claim-fields.ts';

/**
 * Builds the graph of a dataset. Nodes and edges are added in code-point order of their keys, so equal datasets give
 * equal graphs whatever the order of their parts. Positions are 0 until a layout sets them.
 */
export function datasetToGraph(dataset: Dataset, options: GraphOptions = {}): ClewGraph {
  return finish(graphSteps(dataset, options));
}

/** Languages of labels in order of preference, the dataset's own where absent; and what quotes evidence. */
export type GraphOptions = Partial<Pick<FieldContext, 'languages' | 'quote'>>;

/** The same, in steps. */
export function graphSteps(dataset: Dataset, options: GraphOptions = {}): Steps<ClewGraph> {
  return buildSteps(dataset, options, { entity: entityFields, edge: claimFields });
}

/** The same graph for the screen, in steps. */
export function drawnSteps(dataset: Dataset): Steps<DrawnGraph> {
  return buildSteps(
    dataset,
    {},
    { entity: drawnFields, edge: (model) => ({ role: 'claim', predicate: model.predicate, model }) },
  );
}

/** What nodes of entities and edges of claims carry. */
interface Fields<Node, Edge> {
  entity(entity: UnitedEntity, literals: readonly LiteralClaim[], context: FieldContext): Node;
  edge(claim: Claim, context: FieldContext): Edge;
}

function drawnFields(
  model: UnitedEntity,
  literals: readonly LiteralClaim[],
  { languages }: FieldContext,
): DrawnEntity {
  const label = pickText(model.label, languages)?.text ?? model.id;
  return {
    role: 'entity',
    label,
    kind: model.kind,
    mentions: model.mentionCount,
    literals,
    x: 0,
    y: 0,
    model,
  };
}

function entityFields(
  model: UnitedEntity,
  literals: readonly LiteralClaim[],
  context: FieldContext,
): EntityNode {
  const { role, label, kind, mentions, x, y } = drawnFields(model, literals, context);
  return {
    role,
    label,
    kind,
    kindLabel: termLabel(kind, context),
    description: pickText(model.description, context.languages)?.text ?? '',
    aliases: [...new Set(model.aliases.map(({ text }) => text))].join(' | '),
    mentions,
    articles: model.articles.join(' '),
    literals,
    x,
    y,
    model,
  };
}

function* buildSteps<Node extends DrawnEntity, Edge extends DrawnEdge>(
  dataset: Dataset,
  { languages, ...words }: GraphOptions,
  fields: Fields<Node, Edge>,
): Steps<MultiDirectedGraph<Node | ClaimNode, Edge | AboutEdge, GraphAttributes>> {
  const entities = yield* uniteSteps(dataset);
  const context: FieldContext = { ...fieldContext(dataset, languages, entities), ...words };
  const claims = sortedClaims(dataset);
  yield;
  const literals = literalsBySubject(claims, context);
  yield;
  const graph = new MultiDirectedGraph<Node | ClaimNode, Edge | AboutEdge, GraphAttributes>();
  graph.setAttribute('dataset', dataset);

  for (const entity of entities.values()) {
    if (graph.order % STEP === 0) yield;
    graph.addNode(entity.id, fields.entity(entity, literals.get(entity.id) ?? [], context));
  }
  const referred = referredClaims(claims);
  yield;
  for (const { key, claim } of claims) {
    if (!referred.has(key)) continue;
    const node = claimNodeKey(key);
    graph.addNode(node, { ...claimFields(claim, context), x: 0, y: 0, literals: literals.get(node) ?? [] });
  }
  for (const [at, { key, claim }] of claims.entries()) {
    if (at % STEP === 0) yield;
    const subject = nodeOf(claim.subject);
    const object = nodeOf(claim.object);
    if (object !== undefined) {
      graph.addEdgeWithKey(key, subject!, object, fields.edge(claim, context));
    }
    if (referred.has(key)) {
      for (const [end, node] of [['subject', subject] as const, ['object', object] as const]) {
        if (node === undefined) continue;
        graph.addEdgeWithKey(`about:${key}/${end}`, claimNodeKey(key), node, {
          role: 'about',
          label: end,
          end,
        });
      }
    }
  }
  return graph;
}

/** The dataset that a graph was built from. */
export function graphToDataset(graph: ClewGraph): Dataset {
  return graph.getAttribute('dataset');
}

/** The key of the node that stands for a claim's end; `undefined` for a literal. */
export function nodeOf(end: Subject | Value): string | undefined {
  if (isEntityRef(end)) return end.entity;
  if (isClaimRef(end)) return claimNodeKey(claimRefKey(end));
  return undefined;
}

/** A claim with its key, which is made once. */
interface KeyedClaim {
  readonly key: string;
  readonly claim: Claim;
}

function sortedClaims({ articles }: Dataset): KeyedClaim[] {
  const claims = articles.flatMap((article) =>
    article.claims.map((claim) => ({ key: claimKey(claim), claim })),
  );
  return claims.sort((a, b) => compareCodePoints(a.key, b.key));
}

/** Keys of what stands as the subject, object or qualifier value of a claim, and is a claim itself. */
function referredClaims(claims: readonly KeyedClaim[]): Set<string> {
  const referred = new Set<string>();
  const refer = (end: Value) => {
    if (isClaimRef(end)) referred.add(claimRefKey(end));
  };
  for (const { claim } of claims) {
    refer(claim.subject);
    refer(claim.object);
    for (const { value } of claim.qualifiers) refer(value);
  }
  return referred;
}

function literalsBySubject(
  claims: readonly KeyedClaim[],
  { quote }: FieldContext,
): Map<string, LiteralClaim[]> {
  const bySubject = new Map<string, LiteralClaim[]>();
  for (const { key, claim } of claims) {
    if (!isLiteral(claim.object)) continue;
    const node = nodeOf(claim.subject)!;
    const words = quote?.(claim);
    const entry = {
      claim: key,
      predicate: claim.predicate,
      value: claim.object,
      ...(words === undefined ? {} : { quote: words }),
    };
    const list = bySubject.get(node);
    if (list) list.push(entry);
    else bySubject.set(node, [entry]);
  }
  return bySubject;
}
