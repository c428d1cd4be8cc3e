/** A drawing cut into layers: one upon the other they are the picture, and each is drawn in a moment. */
import type { ClewGraph } from '../graph/index.ts';
import type { LossReport } from './losses.ts';
import { CLOSE, END, pictureOf, type SvgOptions } from './svg.ts';

/** Marks of a layer at most: nodes, lines with their arrows, labels. */
export const LAYER = 400;

/** The words of a mark, which nobody reads in a picture. */
const TITLE = /<title>[^<]*<\/title>/;

/**
 * @param most marks of a layer
 * @returns SVG documents of the same size, the lowest first; only that one has a ground
 * @throws ProblemError at the end, with every value that XML cannot hold
 */
export function* svgLayers(
  graph: ClewGraph,
  options: Partial<SvgOptions> = {},
  most: number = LAYER,
): Generator<string, LossReport> {
  const { head, paper, groups, report } = pictureOf(graph, options);
  let layer = head + paper;
  let count = 0;
  for (const { open, marks } of groups) {
    layer += open;
    for (const mark of marks) {
      if (count === most) {
        yield layer + CLOSE + END;
        layer = head + open;
        count = 0;
      }
      layer += mark.replace(TITLE, '');
      count += 1;
    }
    layer += CLOSE;
  }
  yield layer + END;
  return report();
}
