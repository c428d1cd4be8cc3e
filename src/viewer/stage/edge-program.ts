/** Lines for Sigma: one program with two lengths of strip, a short one for straight lines, a long one for curves. */
import type { EdgeProgramType } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { EMPHASIS, PRESENCE, SELECTION } from './channels.ts';
import { EDGE_FRAGMENT, EDGE_VERTEX } from './edge-shader.ts';
import type { Frame } from './frame.ts';
import { type InstanceAttribute, InstanceProgram } from './instances.ts';
import { edgeAlpha, putColor } from './paint.ts';

/** Pieces that an arc is made of: at 24 it leaves a true circle by less than a tenth of a pixel. */
const PIECES = 24;

const ATTRIBUTES: readonly InstanceAttribute[] = [
  { name: 'a_ends', type: 'float', size: 4 },
  { name: 'a_form', type: 'float', size: 3 },
  { name: 'a_color', type: 'share', size: 4 },
  { name: 'a_ease', type: 'share', size: 4 },
  { name: 'a_mark', type: 'byte', size: 4 },
];

/** What the reducer hands on besides Sigma's own fields. */
export interface EdgeItem {
  /** Number of the edge in the scene. */
  readonly item: number;
  readonly color: string;
}

/** The program class for straight lines, or for curves and loops, of one stage. */
export function edgeProgram(frame: Frame, curved: boolean): EdgeProgramType {
  const pieces = curved ? PIECES : 1;
  class EdgeLines extends InstanceProgram {
    readonly drawLabel = undefined;

    constructor(gl: WebGLRenderingContext) {
      super(gl as unknown as WebGL2RenderingContext, ATTRIBUTES, 2 * (pieces + 1), {
        vertex: EDGE_VERTEX,
        fragment: EDGE_FRAGMENT,
      });
    }

    process(_id: number, offset: number, _source: unknown, _target: unknown, data: unknown): void {
      const { item, color } = data as EdgeItem;
      const { scene, edgeStates: states } = frame;
      const { nodes, edges } = scene;
      const a = edges.source[item]!;
      const b = edges.target[item]!;
      const word = offset * this.stride;
      const { floats, bytes } = this;
      floats[word] = nodes.x[a]!;
      floats[word + 1] = nodes.y[a]!;
      floats[word + 2] = nodes.x[b]!;
      floats[word + 3] = nodes.y[b]!;
      floats[word + 4] = nodes.radius[a]!;
      floats[word + 5] = nodes.radius[b]!;
      floats[word + 6] = edges.bend[item]!;
      const byte = (word + 7) * 4;
      putColor(bytes, byte, color, edgeAlpha(scene, item));
      bytes[byte + 4] = states.from(item, PRESENCE);
      bytes[byte + 5] = states.to(item, PRESENCE);
      bytes[byte + 6] = states.from(item, EMPHASIS);
      bytes[byte + 7] = states.to(item, EMPHASIS);
      bytes[byte + 8] = states.from(item, SELECTION);
      bytes[byte + 9] = states.to(item, SELECTION);
      bytes[byte + 10] = edges.style[item]!;
      this.touch(offset);
    }

    override render(params: RenderParams): void {
      if (frame.moving && frame.quality.hideEdgesOnMove) return;
      super.render(params);
    }

    protected draw(): void {
      const { projection: view, paint, clock, dim, quality } = frame;
      const near = Math.min(1, Math.max(0.35, view.scale));
      // From afar the many lines of a large graph are fine and light; close by they are as in a small one.
      const close = Math.min(1, Math.max(0, (view.scale - 0.3) / 1.2));
      const finesse = quality.finesse + (1 - quality.finesse) * close;
      this.uniform('u_view', view.scale, view.originX, view.originY);
      this.uniform('u_canvas', view.width, view.height, view.ratio, pieces);
      this.uniform('u_radius', view.minRadius, view.maxRadius);
      this.uniform('u_accent', ...paint.accent);
      this.uniform('u_strong', ...paint.ink);
      const width = (0.75 + 0.5 * near) * (0.5 + 0.5 * finesse);
      const head = view.scale < 0.12 ? 0 : 8.5 * near;
      // Longer than the bead of a claim that others speak of, which stands at the same place.
      const bar = 4 * finesse + (9.5 - 4 * finesse) * near;
      this.uniform('u_pen', width, head, bar, finesse ** 1.5);
      for (const layer of [0, 1]) {
        this.uniform('u_state', clock, dim, layer);
        this.strip();
      }
    }
  }
  return EdgeLines as unknown as EdgeProgramType;
}
