/** How a line is drawn: straight, curved or a loop, solid, dashed or dotted, with its head or its bar. */
import { LOOP_OUT, RIM_GAP } from './curve.ts';
import { DIMMED } from './frame.ts';
import { DISC_FUNCTION } from './projection.ts';
import { DENIED, IMPLIED, LOOP, TIE } from './read-graph.ts';

/**
 * Lays a strip along the visible part of the line, in CSS pixels: the geometry of `curve.ts`, line for line. Positions
 * along and across it reach the fragment shader, which therefore knows nothing of curves.
 */
export const EDGE_VERTEX = `#version 300 es
in vec4 a_ends;
in vec3 a_form;
in vec4 a_color;
in vec4 a_ease;
in vec4 a_mark;
uniform vec3 u_view;
uniform vec4 u_canvas;
uniform vec2 u_radius;
uniform vec3 u_state;
uniform vec4 u_pen;
uniform vec3 u_accent;
uniform vec3 u_strong;
out float v_along;
out float v_across;
flat out vec4 v_line;
flat out vec3 v_pen;
flat out vec4 v_color;

${DISC_FUNCTION}float rimAngle(float rim, float radius) { return 2.0 * asin(min(1.0, rim / (2.0 * radius))); }

void main() {
  float presence = mix(a_ease.x, a_ease.y, u_state.x);
  float emphasis = mix(a_ease.z, a_ease.w, u_state.x);
  float selection = mix(a_mark.x, a_mark.y, u_state.x) / 255.0;
  bool raised = a_ease.z + a_ease.w + a_mark.x + a_mark.y > 0.0;
  int style = int(a_mark.z + 0.5);
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (presence <= 0.0 || raised != (u_state.z > 0.5)) return;

  vec2 a = vec2(u_view.y + a_ends.x * u_view.x, u_view.z - a_ends.y * u_view.x);
  vec2 b = vec2(u_view.y + a_ends.z * u_view.x, u_view.z - a_ends.w * u_view.x);
  float ra = disc(a_form.x, u_view.x, u_radius);
  float rb = disc(a_form.y, u_view.x, u_radius);
  vec2 centre;
  vec2 along;
  vec2 outward;
  float radius = 0.0;
  float from;
  float to;
  if ((style & ${LOOP}) != 0) {
    outward = vec2(cos(a_form.z), -sin(a_form.z));
    along = vec2(-outward.y, outward.x);
    radius = 0.5 * ra + clamp(5.0 * u_view.x, 4.0, 12.0);
    float rim = ra + ${RIM_GAP.toFixed(1)};
    float distance = ra + ${LOOP_OUT.toFixed(2)} * radius;
    float cosine = (distance * distance + radius * radius - rim * rim) / (2.0 * distance * radius);
    centre = a + outward * distance;
    to = ${Math.PI} - acos(clamp(cosine, -1.0, 1.0));
    from = -to;
  } else {
    vec2 delta = b - a;
    float chord = length(delta);
    along = chord > 0.0 ? delta / chord : vec2(1.0, 0.0);
    outward = (a_form.z < 0.0 ? -1.0 : 1.0) * vec2(along.y, -along.x);
    centre = (a + b) / 2.0;
    float bend = abs(a_form.z);
    if (bend < 1e-4) {
      from = -chord / 2.0 + ra + ${RIM_GAP.toFixed(1)};
      to = chord / 2.0 - rb - ${RIM_GAP.toFixed(1)};
    } else {
      float height = bend * chord;
      radius = chord * chord / (8.0 * height) + height / 2.0;
      centre += outward * (height - radius);
      float arc = 2.0 * atan(2.0 * bend);
      from = -arc + rimAngle(ra + ${RIM_GAP.toFixed(1)}, radius);
      to = arc - rimAngle(rb + ${RIM_GAP.toFixed(1)}, radius);
    }
  }
  float unit = radius > 0.0 ? radius : 1.0;
  float visible = (to - from) * unit;
  if (visible < 1.0) return;

  float width = u_pen.x * ((style & ${IMPLIED}) != 0 ? 0.72 : (style & ${TIE}) != 0 ? 0.6 : 1.0);
  float stress = max(emphasis * u_state.y * 0.3, selection);
  width *= 1.0 + stress * 0.8;
  float head = (style & ${TIE}) != 0 ? 0.0 : min(u_pen.y * (1.0 + stress * 0.35), visible * 0.5);
  float bar = (style & ${DENIED}) != 0 ? u_pen.z * (1.0 + stress * 0.25) : 0.0;
  float reach = max(max(width / 2.0, head * 0.4), bar) + 1.0;

  float t = float(gl_VertexID >> 1) / u_canvas.w;
  float side = float(gl_VertexID & 1) * 2.0 - 1.0;
  float s = mix(from - 1.0 / unit, to + 1.0 / unit, t);
  vec2 normal = radius > 0.0 ? sin(s) * along + cos(s) * outward : outward;
  vec2 point = (radius > 0.0 ? centre + normal * radius : centre + along * s) + normal * side * reach;
  gl_Position = vec4(point.x / u_canvas.x * 2.0 - 1.0, 1.0 - point.y / u_canvas.y * 2.0, 0.0, 1.0);

  v_along = s * unit;
  v_across = side * reach;
  v_line = vec4(from * unit, to * unit, width / 2.0, head);
  v_pen = vec3(float(style), bar, 1.0 + stress * 0.3);
  float seen = max(1.0 - u_state.y * (1.0 - emphasis) * ${(1 - DIMMED).toFixed(3)}, selection);
  vec3 rgb = mix(mix(a_color.rgb, u_strong, emphasis * u_state.y * 0.5), u_accent, selection);
  float alpha = mix(a_color.a * u_pen.w, 1.0, stress);
  v_color = vec4(rgb, alpha * presence * seen);
}
`;

/**
 * Signed distances in CSS pixels, one edge of a device pixel wide. Dashes and dots are measured from the middle, so that
 * a line looks the same from both ends and keeps its pattern at every zoom.
 */
export const EDGE_FRAGMENT = `#version 300 es
precision highp float;
in float v_along;
in float v_across;
flat in vec4 v_line;
flat in vec3 v_pen;
flat in vec4 v_color;
uniform vec4 u_canvas;
out vec4 color;

const float SLOPE = 0.37;
const float STEEP = 0.938;

float cover(float distance) { return clamp(0.5 - distance * u_canvas.z, 0.0, 1.0); }

void main() {
  int style = int(v_pen.x + 0.5);
  bool denied = (style & ${DENIED}) != 0;
  float across = abs(v_across);
  float tip = v_line.y - v_along;
  float thin = v_line.z;
  float head = v_line.w;
  float bodyEnd = denied ? 0.0 : head * 0.7;
  float ends = max(v_line.x - v_along, bodyEnd - tip);
  float body = max(across - thin, ends);
  int stroke = style & 3;
  if (stroke == 1) {
    float period = 9.0 * v_pen.z;
    float q = abs(mod(v_along + period / 2.0, period) - period / 2.0);
    body = max(body, q - period * 0.31);
  } else if (stroke == 2) {
    float period = 4.6 * v_pen.z;
    float q = abs(mod(v_along + period / 2.0, period) - period / 2.0);
    body = max(length(vec2(q, across)) - max(thin * 1.3, 0.8), ends - 0.5);
  }
  float width = min(1.0, 2.0 * thin * u_canvas.z);
  float alpha = cover(body) * width;
  if (denied) {
    float chevron = max(abs(across - tip * SLOPE) * STEEP - thin, max(tip - head, -tip - thin));
    float bar = max(abs(v_along) - thin - 0.5, across - v_pen.y);
    alpha = max(alpha, max(cover(bar), head > 0.0 ? cover(chevron) : 0.0));
  } else if (head > 0.0) {
    float back = head * (0.76 + 0.24 * across / (head * SLOPE));
    alpha = max(alpha, cover(max((across - tip * SLOPE) * STEEP, tip - back)));
  }
  alpha *= v_color.a;
  if (alpha <= 0.0) discard;
  color = vec4(v_color.rgb * alpha, alpha);
}
`;
