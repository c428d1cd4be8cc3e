/** The shape of a query that came from anywhere: read once, and no crowd of long ones keeps everybody else waiting. */
import { Turns } from '../turns.ts';
import { type QueryShape, queryShape } from './query-shape.ts';

/** Characters that are read at once; a query that people write has fewer. */
const LONG = 4_096;

/** Long queries wait for each other. */
const turns = new Turns();

export async function readQuery(text: string): Promise<QueryShape> {
  return text.length <= LONG ? queryShape(text) : turns.run(() => queryShape(text));
}
