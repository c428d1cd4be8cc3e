/** Literal values as small nodes: a copy of the graph for the screen, in which every literal has a node beside its subject. */
import { type DrawnGraph, literalText, nodeRadius } from '../../graph/index.ts';
import { type Claim, claimKey, finish, isLiteral, STEP, type Steps } from '../../model/index.ts';

const PREFIX = 'value:';

/** How far the values stand off the rim of their subject, in graph units. */
const AWAY = 22;
/** The angle between the values of one node. */
const APART = 0.7;

/** What the node of a literal carries besides its place. */
export interface LiteralNode {
  readonly role: 'literal';
  /** What it shows. */
  readonly label: string;
}

/** The key of a literal's node. @param claim `<article>/<id>` */
export function literalNodeKey(claim: string): string {
  return PREFIX + claim;
}

/** `<article>/<id>` of the claim whose literal a node is; undefined for all other nodes. */
export function claimOfLiteral(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

/** The graph given is left as it is: nodes of this kind are for the eye alone. */
export function withLiterals(graph: DrawnGraph): DrawnGraph {
  return finish(literalSteps(graph));
}

/** The same, in steps. */
export function* literalSteps(graph: DrawnGraph): Steps<DrawnGraph> {
  const copy = graph.nullCopy() as DrawnGraph;
  let done = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    copy.addNode(node, attributes);
    done += 1;
    if (done % STEP === 0) yield;
  }
  for (const { edge, source, target, attributes } of graph.edgeEntries()) {
    copy.addEdgeWithKey(edge, source, target, attributes);
    done += 1;
    if (done % STEP === 0) yield;
  }
  const claims = new Map<string, Claim>();
  for (const article of graph.getAttribute('dataset').articles) {
    for (const claim of article.claims) if (isLiteral(claim.object)) claims.set(claimKey(claim), claim);
    yield;
  }
  for (const { node, attributes } of graph.nodeEntries()) {
    done += 1;
    if (done % STEP === 0) yield;
    const { x, y, literals } = attributes;
    if (literals.length === 0) continue;
    const away = nodeRadius(graph.degree(node)) + AWAY;
    const from = freeAngle(graph, node) - (APART * (literals.length - 1)) / 2;
    for (const [at, { claim, predicate, value }] of literals.entries()) {
      const angle = from + APART * at;
      const key = literalNodeKey(claim);
      const place = { x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) };
      copy.addNode(key, { role: 'literal', label: literalText(value), ...place, literals: [] } as never);
      copy.addEdgeWithKey(claim, node, key, { role: 'claim', predicate, model: claims.get(claim)! });
    }
  }
  return copy;
}

/** The direction away from the neighbours of a node, in radians, y upwards; downwards where it has none. */
function freeAngle(graph: DrawnGraph, node: string): number {
  const { x, y } = graph.getNodeAttributes(node);
  let pullX = 0;
  let pullY = 0;
  graph.forEachNeighbor(node, (_, near) => {
    const length = Math.hypot(near.x - x, near.y - y) || 1;
    pullX += (near.x - x) / length;
    pullY += (near.y - y) / length;
  });
  return Math.hypot(pullX, pullY) < 0.05 ? -Math.PI / 2 : Math.atan2(-pullY, -pullX);
}
