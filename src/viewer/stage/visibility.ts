/** Which items filters leave on screen: a line goes with its ends, a bead with its line. */
import { claimNodeKey } from '../../graph/index.ts';
import { once } from '../once.ts';
import { KeyNumbers } from './key-numbers.ts';
import { claimOfLiteral } from './literal-nodes.ts';
import { TIE } from './read-graph.ts';
import type { Scene } from './scene.ts';

/** By node and by edge: 1 is shown. */
export interface Shown {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
}

/**
 * @param hiddenNodes node keys that are taken out; the node of a claim may be named, or its edge among `hiddenEdges`
 * @param hiddenEdges edge keys that are taken out; also `<article>/<id>` of a claim that has a bead but no edge
 */
export function shownItems(
  scene: Scene,
  hiddenNodes: ReadonlySet<string>,
  hiddenEdges: ReadonlySet<string>,
): Shown {
  const { nodes, edges } = scene;
  const shown: Shown = {
    nodes: new Uint8Array(nodes.keys.length).fill(1),
    edges: new Uint8Array(edges.keys.length).fill(1),
  };
  const numbers = numbersFor(scene);
  const away = numbers.nodes.of(hiddenNodes);
  for (let at = 0; at < away.length; at += 1) if (away[at]! >= 0) shown.nodes[away[at]!] = 0;
  const claims = numbers.claims.of(hiddenEdges);
  for (let at = 0; at < claims.length; at += 1) {
    const claim = claims[at]!;
    if (claim === UNKNOWN) continue;
    const bead = claim >= 0 ? edges.bead[claim]! : BEAD - claim;
    if (bead >= 0) shown.nodes[bead] = 0;
    if (claim < 0) continue;
    shown.edges[claim] = 0;
    // The node of a literal is there for its claim alone.
    const end = edges.target[claim]!;
    if (claimOfLiteral(nodes.keys[end]!) !== undefined) shown.nodes[end] = 0;
  }
  const endsShown = (edge: number) =>
    shown.nodes[edges.source[edge]!] === 1 && shown.nodes[edges.target[edge]!] === 1;
  for (let edge = 0; edge < edges.keys.length; edge += 1) {
    if (!endsShown(edge)) shown.edges[edge] = 0;
  }
  const beadLeft = (bead: number): boolean => {
    if (shown.nodes[bead] === 0) return false;
    const own = nodes.ownEdge[bead]!;
    if (own >= 0) return shown.edges[own] === 1;
    return scene
      .edgesAt(bead)
      .every(
        (edge) => edges.source[edge] !== bead || (edges.style[edge]! & TIE) === 0 || shown.edges[edge] === 1,
      );
  };
  // A bead that goes takes the claims about it along, and they theirs.
  const gone = scene.beads.filter((bead) => shown.nodes[bead] === 1 && !beadLeft(bead));
  for (let bead = gone.pop(); bead !== undefined; bead = gone.pop()) {
    shown.nodes[bead] = 0;
    for (const edge of scene.edgesAt(bead)) {
      shown.edges[edge] = 0;
      const next = edges.bead[edge]!;
      if (next >= 0 && shown.nodes[next] === 1) gone.push(next);
    }
  }
  return shown;
}

/** Of a claim: the number of its edge, or {@link BEAD} less that of its bead, or {@link UNKNOWN}. */
interface Numbers {
  readonly nodes: KeyNumbers;
  readonly claims: KeyNumbers;
}
const UNKNOWN = -1;
const BEAD = -2;

const numbersFor = once(({ nodes, edges }: Scene): Numbers => {
  const beadOf = (key: string) => {
    const bead = nodes.index.get(claimNodeKey(key));
    return bead === undefined ? UNKNOWN : BEAD - bead;
  };
  return {
    nodes: new KeyNumbers((key) => nodes.index.get(key) ?? UNKNOWN),
    claims: new KeyNumbers((key) => edges.index.get(key) ?? beadOf(key)),
  };
});
