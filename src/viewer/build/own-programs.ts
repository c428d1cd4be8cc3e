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

/** Programs that are made for all who load the file: only who calls them needs them. */
const MADE = /^(var \w+ = )(?=create\w+Program\(\);$)/gm;

export function ownPrograms(): Plugin {
  return {
    name: 'clew-own-programs',
    transform(code, id) {
      if (/\/sigma\/dist\/index-\w+\.esm\.js$/.test(id)) return code.replace(MADE, '$1/*#__PURE__*/ ');
      if (!id.endsWith('/sigma-settings.esm.js')) return undefined;
      return REPLACED.reduce((text, line) => {
        if (!text.includes(line)) this.error(`Sigma's settings have no "${line}" any more`);
        return text.replace(line, '');
      }, code);
    },
  };
}
