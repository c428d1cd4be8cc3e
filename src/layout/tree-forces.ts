/** A step of ForceAtlas2 (Jacomy and others 2014) for many bodies: the same forces, those of far bodies approximated. */
import { SETTINGS } from './exact-forces.ts';
import type { Net } from './net.ts';
import { newPlaces, type Places } from './places.ts';
import { Quadtree } from './quadtree.ts';

/** The returned function moves the bodies one step on from `places`, in place, `slowDown` times shorter than usual. */
export function treeStep(net: Net, places: Places, fixed: Uint8Array): (slowDown: number) => void {
  const tree = new Quadtree(net.mass);
  const speed = new Float64Array(net.order).fill(1);
  let force = newPlaces(net.order);
  let before = newPlaces(net.order);
  return (slowDown) => {
    [force, before] = [before, force];
    pullToMiddle(net, places, force);
    tree.repel(places, SETTINGS.scalingRatio, force);
    pullAlongSprings(net, places, force);
    move(net.mass, places, force, before, speed, fixed, slowDown);
  };
}

/** Strong gravity: by mass and distance. Sets the forces, the others add to it. */
function pullToMiddle({ mass }: Net, { x, y }: Places, force: Places): void {
  for (let body = 0; body < mass.length; body += 1) {
    const pull = SETTINGS.gravity * mass[body]!;
    force.x[body] = -x[body]! * pull;
    force.y[body] = -y[body]! * pull;
  }
}

/** Linear attraction: by stiffness and distance. */
function pullAlongSprings({ from, to, weight }: Net, { x, y }: Places, force: Places): void {
  for (let spring = 0; spring < from.length; spring += 1) {
    const a = from[spring]!;
    const b = to[spring]!;
    const byX = (x[b]! - x[a]!) * weight[spring]!;
    const byY = (y[b]! - y[a]!) * weight[spring]!;
    force.x[a]! += byX;
    force.y[a]! += byY;
    force.x[b]! -= byX;
    force.y[b]! -= byY;
  }
}

/** Slower where a body swings than where it is drawn on, by the library's variant of the paper's local speed. */
function move(
  mass: Float64Array,
  { x, y }: Places,
  force: Places,
  before: Places,
  speed: Float64Array,
  fixed: Uint8Array,
  slowDown: number,
): void {
  for (let body = 0; body < mass.length; body += 1) {
    if (fixed[body]) continue;
    const [forceX, forceY] = [force.x[body]!, force.y[body]!];
    const [beforeX, beforeY] = [before.x[body]!, before.y[body]!];
    const swinging = mass[body]! * Math.sqrt((beforeX - forceX) ** 2 + (beforeY - forceY) ** 2);
    const traction = Math.sqrt((beforeX + forceX) ** 2 + (beforeY + forceY) ** 2) / 2;
    const calm = 1 + Math.sqrt(swinging);
    const step = (speed[body]! * Math.log(1 + traction)) / calm;
    speed[body] = Math.min(1, Math.sqrt((step * (forceX ** 2 + forceY ** 2)) / calm));
    x[body]! += (forceX * step) / slowDown;
    y[body]! += (forceY * step) / slowDown;
  }
}
