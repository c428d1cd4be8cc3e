/** Entities without any claim to another one: rows below the rest. */
import { type Bounds, type Boxes, boundsOf } from './boxes.ts';
import { newPlaces, type Places } from './places.ts';

/**
 * Places boxes in rows of equal cells, in the order given, centred below `above`: as many to a row as bring the whole
 * to the aspect (width by height), but no fewer than go under what is above.
 * @param gap between two rows and below what is above; twice of it between two boxes in a row
 */
export function rowsBelow(boxes: Boxes, above: Bounds | undefined, gap: number, aspect: number): Places {
  const order = boxes.half.length;
  const places = newPlaces(order);
  const cell = boundsOf(boxes, places);
  // Names have nothing else to run into here: wide cells show them whole.
  const between = 2 * gap;
  const width = cell.maxX - cell.minX + between;
  const height = cell.maxY - cell.minY + gap;
  const [wide, high] = above === undefined ? [0, 0] : [above.maxX - above.minX, above.maxY - above.minY];
  let columns = Math.max(1, Math.floor((wide + between) / width));
  while (columns < order && columns * width < aspect * (high + Math.ceil(order / columns) * height))
    columns += 1;
  columns = Math.min(columns, order);
  const left = (above === undefined ? 0 : (above.minX + above.maxX) / 2) - (columns * width - between) / 2;
  const top = above === undefined ? 0 : above.maxY + gap;
  for (let body = 0; body < order; body += 1) {
    places.x[body] = left + (body % columns) * width - cell.minX;
    places.y[body] = top + Math.floor(body / columns) * height - cell.minY;
  }
  return places;
}
