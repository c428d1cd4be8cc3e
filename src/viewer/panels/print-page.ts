/** Prints the page: where the graph is in view, with a drawing of what is shown of it in the place of the canvas. */
import type { App } from '../state/app.ts';
import { drawingOf } from './export-graph.ts';
import { withFaces } from './paint-layers.ts';

/** A drawing of more entities is a grey patch on paper, and takes long. */
const MOST_DRAWN = 3_000;

export async function printPage(app: App): Promise<void> {
  const view = document.querySelector('.canvas-view');
  const drawn = view !== null && app.shown.peek().entities.size <= MOST_DRAWN;
  const svg = drawn ? await drawingOf(app) : undefined;
  if (svg === undefined) {
    window.print();
    return;
  }
  const image = new Image();
  image.className = 'print-picture';
  image.alt = '';
  image.src = URL.createObjectURL(new Blob([withFaces(svg, document)], { type: 'image/svg+xml' }));
  const done = () => {
    image.remove();
    URL.revokeObjectURL(image.src);
  };
  try {
    await image.decode();
    view!.append(image);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
  } catch {
    done();
    window.print();
  }
}
