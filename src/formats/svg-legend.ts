/** The column beside a drawing: what it is made from, what colours and lines mean. */
import type { ClewGraph, LineStyle } from '../graph/index.ts';
import { pickText } from '../model/index.ts';
import type { ColourRow, Drawing } from './drawing.ts';
import type { LossCounter } from './losses.ts';
import { diamond, dot, edgeMarks } from './svg-marks.ts';
import type { Scene } from './svg-scene.ts';
import { drawingWords } from './svg-words.ts';
import { wrapText } from './text-width.ts';
import type { XmlGuard } from './xml.ts';

/** Width of the column in drawn units. */
export const LEGEND_WIDTH = 210;
const ROW = 19;
/** Where the counts end. */
const COUNTS = LEGEND_WIDTH - 20;

/** The legend at a place. @returns its marks, and its height */
export function legend(
  graph: ClewGraph,
  drawn: Drawing,
  { nodes, edges }: Scene,
  left: number,
  top: number,
  guard: XmlGuard,
  losses: LossCounter,
): { readonly marks: string; readonly height: number } {
  const dataset = graph.getAttribute('dataset');
  const { palette, groups, kindColour } = drawn;
  const { languages, ontology } = dataset;
  const words = drawingWords(languages[0] ?? 'en');
  const text = (value: string, field: string): string => guard.text(value, 'dataset', dataset.id, field);
  const rows: string[] = [];
  let y = top;
  const write = (value: string, x: number, style: string, field: string) => {
    rows.push(`<text x="${left + x}" y="${Math.round(y)}" ${style}>${text(value, field)}</text>`);
  };
  const title = pickText(dataset.title, languages)?.text ?? dataset.id;
  for (const line of wrapText(title, LEGEND_WIDTH / 17, 3).lines) {
    y += 21;
    write(line, 0, `font-size="17" font-weight="600" fill="${palette.ink}"`, 'title');
  }
  y += ROW;
  const claims = dataset.articles.reduce((sum, article) => sum + article.claims.length, 0);
  const entities = nodes.filter(({ attributes }) => attributes.role === 'entity').length;
  write(
    `${words.entities(entities)}, ${words.claims(claims)}`,
    0,
    `font-size="12" fill="${palette.quiet}"`,
    'title',
  );
  y += ROW * 0.6;
  const kinds = (): ColourRow[] =>
    groups.map(({ id, kinds, count }) => ({
      label:
        id === 'other' ? words.other : (pickText(ontology.classes[id]?.label ?? {}, languages)?.text ?? id),
      colour: kindColour(kinds[0]!),
      count,
    }));
  for (const { label, colour, count } of drawn.colourRows ?? kinds()) {
    y += ROW;
    rows.push(dot(left + 7, y - 4, 5.5, colour, palette.ground));
    const { lines, cut } = wrapText(label, (COUNTS - 24 - 8 - String(count).length * 7) / 12, 1);
    if (cut) losses.add('words of the legend that were cut');
    write(lines[0] ?? '', 24, `font-size="12" fill="${palette.ink}"`, 'kind');
    rows.push(
      `<text x="${left + COUNTS}" y="${Math.round(y)}" text-anchor="end" font-size="12" fill="${palette.quiet}">${count}</text>`,
    );
  }
  y += ROW * 0.6;
  const plain: LineStyle = { stroke: 'solid', denied: false, implied: false };
  const styles = edges.filter(({ attributes }) => attributes.role === 'claim').map(({ style }) => style);
  const samples: (readonly [boolean, LineStyle, string])[] = [
    [styles.some(({ stroke }) => stroke === 'solid'), plain, words.solid],
    [styles.some(({ stroke }) => stroke === 'dashed'), { ...plain, stroke: 'dashed' }, words.dashed],
    [styles.some(({ stroke }) => stroke === 'dotted'), { ...plain, stroke: 'dotted' }, words.dotted],
    [styles.some(({ denied }) => denied), { ...plain, denied: true }, words.denied],
    [styles.some(({ implied }) => implied), { ...plain, implied: true }, words.implied],
  ];
  for (const [occurs, style, label] of samples) {
    if (!occurs) continue;
    y += ROW;
    const at = (x: number) => ({ x: left + x, y: y - 4 });
    const path = { from: at(0), leave: at(10), arrive: at(20), to: at(32) };
    const look = { colour: style.denied ? palette.denied : palette.edge, width: style.implied ? 0.7 : 1.2 };
    rows.push(edgeMarks({ path, style, lane: 0, ...look }, true, palette.ground));
    write(label, 50, `font-size="12" fill="${palette.ink}"`, 'legend');
  }
  if (nodes.some(({ attributes }) => attributes.role === 'claim')) {
    y += ROW;
    rows.push(diamond(left + 19, y - 4, 4, palette.edge, palette.ground));
    write(words.claimNode, 50, `font-size="12" fill="${palette.ink}"`, 'legend');
  }
  return { marks: rows.map((row) => `    ${row}\n`).join(''), height: y - top };
}
