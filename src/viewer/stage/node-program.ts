/** Discs for Sigma: entities, and the beads that stand for claims, with the ring of those that are selected. */
import type { NodeProgramType } from 'sigma/rendering';
import { EMPHASIS, PRESENCE, SELECTION } from './channels.ts';
import { DIMMED, type Frame } from './frame.ts';
import { type InstanceAttribute, InstanceProgram } from './instances.ts';
import { putColor } from './paint.ts';
import { DISC_FUNCTION } from './projection.ts';

const ATTRIBUTES: readonly InstanceAttribute[] = [
  { name: 'a_disc', type: 'float', size: 3 },
  { name: 'a_color', type: 'share', size: 4 },
  { name: 'a_ease', type: 'share', size: 4 },
  { name: 'a_mark', type: 'byte', size: 4 },
];

/** A bead is a ring with an open middle; the ring of a selected node is of ink unless it marks a claim. */
const BEAD = 1;
const ACCENT = 2;

const VERTEX = `#version 300 es
in vec3 a_disc;
in vec4 a_color;
in vec4 a_ease;
in vec4 a_mark;
uniform vec3 u_view;
uniform vec4 u_canvas;
uniform vec2 u_radius;
uniform vec3 u_state;
out vec2 v_offset;
flat out vec4 v_color;
flat out vec4 v_form;
${DISC_FUNCTION}
void main() {
  float presence = mix(a_ease.x, a_ease.y, u_state.x);
  float emphasis = mix(a_ease.z, a_ease.w, u_state.x);
  float selection = mix(a_mark.x, a_mark.y, u_state.x) / 255.0;
  bool raised = a_ease.z + a_ease.w + a_mark.x + a_mark.y > 0.0;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (presence <= 0.0 || raised != (u_state.z > 0.5)) return;
  float radius = disc(a_disc.z, u_view.x, u_radius) * mix(0.6, 1.0, presence);
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  v_offset = corner * (radius + 7.0);
  vec2 point = vec2(u_view.y + a_disc.x * u_view.x, u_view.z - a_disc.y * u_view.x) + v_offset;
  gl_Position = vec4(point.x / u_canvas.x * 2.0 - 1.0, 1.0 - point.y / u_canvas.y * 2.0, 0.0, 1.0);
  float seen = max(1.0 - u_state.y * (1.0 - emphasis) * ${(1 - DIMMED).toFixed(3)}, selection);
  v_color = vec4(a_color.rgb, seen);
  v_form = vec4(radius, presence, selection, a_mark.z);
}
`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec2 v_offset;
flat in vec4 v_color;
flat in vec4 v_form;
uniform vec4 u_canvas;
uniform vec3 u_ground;
uniform vec3 u_ink;
uniform vec3 u_accent;
out vec4 color;

float cover(float distance) { return clamp(0.5 - distance * u_canvas.z, 0.0, 1.0); }
vec4 over(vec4 below, vec3 rgb, float alpha) { return vec4(rgb * alpha, alpha) + below * (1.0 - alpha); }

void main() {
  float rim = length(v_offset) - v_form.x;
  int form = int(v_form.w + 0.5);
  bool bead = (form & ${BEAD}) != 0;
  vec3 mark = (form & ${ACCENT}) != 0 ? u_accent : u_ink;
  vec3 fill = mix(u_ground, v_color.rgb, v_color.a);
  if (bead) fill = mix(fill, u_accent, v_form.z);
  color = vec4(u_ground, 1.0) * cover(rim - min(1.3, v_form.x * 0.5));
  color = over(color, fill, cover(rim));
  if (bead) color = over(color, u_ground, cover(rim + 1.25) * (1.0 - v_form.z * 0.999));
  else if (v_form.z > 0.0) color = over(color, mark, cover(abs(rim - 3.4) - 0.9) * v_form.z);
  color *= v_form.y;
  if (color.a <= 0.0) discard;
}
`;

export interface NodeItem {
  /** Number of the node in the scene. */
  readonly item: number;
  readonly color: string;
  /** The ring of selection is the accent's: the node carries a selected claim. */
  readonly accent: boolean;
}

/** The program class for the nodes of one stage. */
export function nodeProgram(frame: Frame): NodeProgramType {
  class NodeDiscs extends InstanceProgram {
    readonly drawLabel = undefined;
    readonly drawHover = undefined;

    constructor(gl: WebGLRenderingContext) {
      super(gl as unknown as WebGL2RenderingContext, ATTRIBUTES, 4, { vertex: VERTEX, fragment: FRAGMENT });
    }

    process(_id: number, offset: number, data: unknown): void {
      const { item, color, accent } = data as NodeItem;
      const { scene, nodeStates: states } = frame;
      const { nodes } = scene;
      const word = offset * this.stride;
      const { floats, bytes } = this;
      floats[word] = nodes.x[item]!;
      floats[word + 1] = nodes.y[item]!;
      floats[word + 2] = nodes.radius[item]!;
      const byte = (word + 3) * 4;
      putColor(bytes, byte, color);
      bytes[byte + 4] = states.from(item, PRESENCE);
      bytes[byte + 5] = states.to(item, PRESENCE);
      bytes[byte + 6] = states.from(item, EMPHASIS);
      bytes[byte + 7] = states.to(item, EMPHASIS);
      bytes[byte + 8] = states.from(item, SELECTION);
      bytes[byte + 9] = states.to(item, SELECTION);
      bytes[byte + 10] = (nodes.bead[item] === 1 ? BEAD : 0) | (accent ? ACCENT : 0);
      this.touch(offset);
    }

    protected draw(): void {
      const { projection: view, paint, clock, dim } = frame;
      this.uniform('u_view', view.scale, view.originX, view.originY);
      this.uniform('u_canvas', view.width, view.height, view.ratio, 1);
      this.uniform('u_radius', view.minRadius, view.maxRadius);
      this.uniform('u_ground', ...paint.ground);
      this.uniform('u_ink', ...paint.ink);
      this.uniform('u_accent', ...paint.accent);
      for (const layer of [0, 1]) {
        this.uniform('u_state', clock, dim, layer);
        this.strip();
      }
    }
  }
  return NodeDiscs as unknown as NodeProgramType;
}

/** Draws nothing: Sigma would draw the node under the pointer a second time, over the labels. */
export class NoProgram {
  readonly drawLabel = undefined;
  readonly drawHover = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}
