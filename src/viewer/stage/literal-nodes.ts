/** Literal values as small nodes: beside the graph every literal has one of its own, near its subject. */
import { type DrawnGraph, literalText, nodeRadius } from '../../graph/index.ts';
import { type Claim, claimKey, isLiteral, STEP, type Steps } from '../../model/index.ts';

const PREFIX = 'value:';

/** How far the values stand off the rim of their subject, in graph units. */
const AWAY = 22;
/** The angle between the values of one node. */
const APART = 0.7;

/** A literal as a node, and the claim that leads to it as an edge. */
export interface LiteralNode {
  readonly key: string;
  /** What it shows. */
  readonly label: string;
  /** The node that the claim is about. */
  readonly subject: string;
  readonly claim: Claim;
  readonly x: number;
  readonly y: number;
}

/** By `<article>/<id>` of their claims. */
export type LiteralNodes = ReadonlyMap<string, LiteralNode>;

/** The key of a literal's node. @param claim `<article>/<id>` */
export function literalNodeKey(claim: string): string {
  return PREFIX + claim;
}

/** `<article>/<id>` of the claim whose literal a node is; undefined for all other nodes. */
export function claimOfLiteral(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

/** The graph knows nothing of them: they are for the eye alone. In steps. */
export function* literalSteps(graph: DrawnGraph): Steps<LiteralNodes> {
  const claims = new Map<string, Claim>();
  for (const article of graph.getAttribute('dataset').articles) {
    for (const claim of article.claims) if (isLiteral(claim.object)) claims.set(claimKey(claim), claim);
    yield;
  }
  const found = new Map<string, LiteralNode>();
  let done = 0;
  for (const { node: subject, attributes } of graph.nodeEntries()) {
    done += 1;
    if (done % STEP === 0) yield;
    const { x, y, literals } = attributes;
    if (literals.length === 0) continue;
    const away = nodeRadius(graph.degree(subject)) + AWAY;
    const from = freeAngle(graph, subject) - (APART * (literals.length - 1)) / 2;
    for (const [at, { claim, value }] of literals.entries()) {
      const angle = from + APART * at;
      found.set(claim, {
        key: literalNodeKey(claim),
        label: literalText(value),
        subject,
        claim: claims.get(claim)!,
        x: x + away * Math.cos(angle),
        y: y + away * Math.sin(angle),
      });
    }
  }
  return found;
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
