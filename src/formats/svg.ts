/** The laid-out graph as a true SVG: circles, curves, arrows, line styles, labels that do not collide, a legend. */
import { type ClewGraph, claimDegrees } from '../graph/index.ts';
import { isLiteral, pickText } from '../model/index.ts';
import { type DrawingOptions, draw } from './drawing.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { pour, type Sink } from './sink.ts';
import { placeLabels, type SceneLabel } from './svg-labels.ts';
import { LEGEND_WIDTH, legend } from './svg-legend.ts';
import { diamond, dot, edgeMarks } from './svg-marks.ts';
import { type Scene, sceneOf } from './svg-scene.ts';
import { drawingWords } from './svg-words.ts';
import { XmlGuard } from './xml.ts';

export interface SvgOptions extends DrawingOptions {
  /** Replace characters that XML cannot hold by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const SVG_DEFAULTS: Pick<SvgOptions, 'repair'> = { repair: false };

/** Room around the drawing, in drawn units. */
const MARGIN = 24;
const FONTS = "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";

/**
 * Draws the graph at the places of its layout. Every node and every claim has a title that viewers show under the
 * pointer; the drawing as a whole has a title and a description for those who do not see it.
 *
 * @throws ProblemError at the end, with every value that XML cannot hold
 */
export function writeSvg(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<SvgOptions> = {},
): Promise<LossReport> {
  return pour(svgParts(graph, options), sink);
}

/** The same, part by part: an element each. */
export function* svgParts(
  graph: ClewGraph,
  options: Partial<SvgOptions> = {},
): Generator<string, LossReport> {
  const { head, words, paper, groups, report } = pictureOf(graph, options);
  yield head;
  yield words;
  yield paper;
  for (const { open, marks } of groups) {
    yield open;
    yield* marks;
    yield CLOSE;
  }
  yield END;
  return report();
}

/** What ends a group, and the drawing. */
export const CLOSE = '  </g>\n';
export const END = '</svg>\n';

/** A drawing in its parts, each a line or several. */
export interface Picture {
  /** Opens the drawing. */
  readonly head: string;
  /** Its title and description. */
  readonly words: string;
  /** The ground that it is drawn on. */
  readonly paper: string;
  /** In the order in which they are drawn. */
  readonly groups: readonly { readonly open: string; readonly marks: Iterable<string> }[];
  /** What it does not hold, once all marks have been gone through. @throws ProblemError with every value that XML cannot hold */
  report(): LossReport;
}

/** The marks are made as they are gone through, which may be once. */
export function pictureOf(graph: ClewGraph, options: Partial<SvgOptions>): Picture {
  const { repair } = { ...SVG_DEFAULTS, ...options };
  const losses = new LossCounter();
  const guard = new XmlGuard({ repair }, losses);
  const drawn = draw(graph, options);
  const { ground, ink, quiet } = drawn.palette;
  const dataset = graph.getAttribute('dataset');
  const language = dataset.languages[0] ?? 'en';
  const scene = sceneOf(graph, drawn);
  const labels = placeLabels(scene, claimDegrees(graph), losses);
  losses.add(
    'claims with a literal object, which have no line',
    dataset.articles.flatMap(({ claims }) => claims).filter(({ object }) => isLiteral(object)).length,
  );
  const bounds = boundsOf(scene, labels);
  const side = legend(graph, drawn, scene, bounds.left - LEGEND_WIDTH, bounds.top, guard, losses);
  const [x, y] = [bounds.left - LEGEND_WIDTH - MARGIN, bounds.top - MARGIN];
  const width = Math.ceil(bounds.right - x + MARGIN);
  const height = Math.ceil(Math.max(bounds.bottom - bounds.top, side.height) + 2 * MARGIN);

  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" ` +
    `role="img" aria-labelledby="clew-title clew-desc" lang="${guard.attribute(language, 'dataset', dataset.id, 'language')}" font-family="${FONTS}">\n`;
  const title = pickText(dataset.title, dataset.languages)?.text ?? dataset.id;
  function* lines() {
    for (const edge of scene.edges) {
      const { key, attributes } = edge;
      const claim = attributes.role === 'claim';
      const title = claim
        ? `<title>${guard.text(attributes.statement || attributes.label, 'edge', key, 'statement')}</title>`
        : '';
      const marks = edgeMarks(edge, claim, ground);
      if (guard.refused === 0) yield `    <g>${title}${marks}</g>\n`;
    }
  }
  function* discs() {
    for (const { key, attributes, x: cx, y: cy, radius, colour } of scene.nodes) {
      const entity = attributes.role === 'entity';
      const title = entity
        ? `${attributes.label} (${attributes.kindLabel})`
        : attributes.statement || attributes.label;
      const mark = entity ? dot(cx, cy, radius, colour, ground) : diamond(cx, cy, radius, colour, ground);
      const text = guard.text(title, 'node', key, entity ? 'label' : 'statement');
      if (guard.refused === 0) yield `    <g><title>${text}</title>${mark}</g>\n`;
    }
  }
  function* names() {
    for (const label of labels) {
      const text = labelText(label, label.kind === 'node' ? ink : quiet, guard);
      if (guard.refused === 0) yield `    ${text}\n`;
    }
  }
  return {
    head,
    words:
      `  <title id="clew-title">${guard.text(title, 'dataset', dataset.id, 'title')}</title>\n` +
      `  <desc id="clew-desc">${guard.text(description(graph, scene), 'dataset', dataset.id, 'description')}</desc>\n`,
    paper: `  <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>\n`,
    groups: [
      { open: '  <g>\n', marks: lines() },
      { open: '  <g>\n', marks: discs() },
      {
        // The halo is the same text in the ground's colour, drawn before the letters.
        open: `  <g stroke="${ground}" stroke-linejoin="round" paint-order="stroke" aria-hidden="true">\n`,
        marks: names(),
      },
      { open: '  <g aria-hidden="true">\n', marks: [side.marks] },
    ],
    report() {
      guard.finish();
      return losses.report();
    },
  };
}

function labelText(
  { kind, key, lines, x, y, anchor, fontSize, lineHeight }: SceneLabel,
  fill: string,
  guard: XmlGuard,
): string {
  const at = (value: number) => Math.round(value * 10) / 10;
  const look = `text-anchor="${anchor}" font-size="${fontSize}" stroke-width="${kind === 'node' ? 3.5 : 2.5}" fill="${fill}"`;
  const spans = lines.map((line, i) => {
    const text = guard.text(line, kind, key, 'label');
    return i === 0 ? text : `<tspan x="${at(x)}" dy="${at(lineHeight)}">${text}</tspan>`;
  });
  return `<text x="${at(x)}" y="${at(y)}" ${look}>${spans.join('')}</text>`;
}

/** What a person who does not see the drawing should know of it. */
function description(graph: ClewGraph, { nodes }: Scene): string {
  const { description: told, languages, licence, articles } = graph.getAttribute('dataset');
  const words = drawingWords(languages[0] ?? 'en');
  const entities = nodes.filter(({ attributes }) => attributes.role === 'entity').length;
  const claims = articles.reduce((sum, article) => sum + article.claims.length, 0);
  const own = pickText(told, languages)?.text ?? '';
  return `${own}${own === '' ? '' : ' '}${words.entities(entities)}, ${words.claims(claims)}. ${licence}`;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boundsOf({ nodes, edges }: Scene, labels: readonly SceneLabel[]): Bounds {
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 };
  let empty = true;
  const include = (left: number, top: number, right: number, bottom: number): void => {
    bounds.left = empty ? left : Math.min(bounds.left, left);
    bounds.top = empty ? top : Math.min(bounds.top, top);
    bounds.right = empty ? right : Math.max(bounds.right, right);
    bounds.bottom = empty ? bottom : Math.max(bounds.bottom, bottom);
    empty = false;
  };
  for (const { x, y, radius } of nodes) include(x - radius, y - radius, x + radius, y + radius);
  // A Bézier curve stays within the hull of its points.
  for (const { path } of edges) for (const { x, y } of Object.values(path)) include(x, y, x, y);
  for (const { box } of labels) include(box.left, box.top, box.right, box.bottom);
  return {
    left: Math.floor(bounds.left),
    top: Math.floor(bounds.top),
    right: Math.ceil(bounds.right),
    bottom: Math.ceil(bounds.bottom),
  };
}
