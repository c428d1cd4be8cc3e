/** Build time: leaves out Sigma's own ways of drawing nodes, edges and labels, in whose place the stage has others. */
import type { Plugin } from 'vite';

/** Of Sigma's defaults: what the stage always sets, or never asks for. */
const REPLACED = [
  'circle: NodeCircleProgram',
  'arrow: EdgeArrowProgram,',
  'line: EdgeRectangleProgram',
  'defaultDrawEdgeLabel: drawStraightEdgeLabel,',
  'defaultDrawNodeLabel: drawDiscNodeLabel,',
  'defaultDrawNodeHover: drawDiscNodeHover,',
];

export function ownPrograms(): Plugin {
  return {
    name: 'clew-own-programs',
    transform(code, id) {
      if (!id.endsWith('/sigma-settings.esm.js')) return undefined;
      return REPLACED.reduce((text, line) => {
        if (!text.includes(line)) this.error(`Sigma's settings have no "${line}" any more`);
        return text.replace(line, '');
      }, code);
    },
  };
}
