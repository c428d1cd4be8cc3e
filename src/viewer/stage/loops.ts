/** Where loops stand: on the side of their node where the fewest other lines are. */

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface Ends {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** Angle between the loops of one node. */
const APART = 0.9;

/**
 * The direction of every loop in radians, y upwards, by edge: away from the mean direction of the node's neighbours,
 * upwards where it has none; further loops to the left and to the right of the first.
 *
 * @param lane by edge: the loop's number at its node, from 0
 */
export function loopAngles(nodes: Places, { source, target }: Ends, lane: Float32Array): Map<number, number> {
  const pull = new Map<number, { x: number; y: number }>();
  for (let edge = 0; edge < source.length; edge += 1) {
    if (source[edge] === target[edge]) pull.set(source[edge]!, { x: 0, y: 0 });
  }
  if (pull.size > 0) {
    const add = (node: number, other: number) => {
      const sum = pull.get(node);
      if (sum === undefined) return;
      const dx = nodes.x[other]! - nodes.x[node]!;
      const dy = nodes.y[other]! - nodes.y[node]!;
      const length = Math.hypot(dx, dy) || 1;
      sum.x += dx / length;
      sum.y += dy / length;
    };
    for (let edge = 0; edge < source.length; edge += 1) {
      if (source[edge] === target[edge]) continue;
      add(source[edge]!, target[edge]!);
      add(target[edge]!, source[edge]!);
    }
  }
  const angles = new Map<number, number>();
  for (let edge = 0; edge < source.length; edge += 1) {
    if (source[edge] !== target[edge]) continue;
    const { x, y } = pull.get(source[edge]!)!;
    const away = Math.hypot(x, y) < 0.05 ? Math.PI / 2 : Math.atan2(-y, -x);
    const number = lane[edge]!;
    angles.set(edge, away + Math.ceil(number / 2) * (number % 2 === 1 ? APART : -APART));
  }
  return angles;
}
