/** What the worker can be asked for: by the name of a task, what it is given and what it answers. */

import type { Measure } from '../../graph/index.ts';
import type { Arranged, ArrangeNote, ArrangeRequest } from './arrange.ts';
import type { Progress } from './messages.ts';
import type { OpenedFile } from './open-file.ts';
import type { SavedFile, SaveRequest } from './save-graph.ts';

export interface Tasks {
  /** The graph, or a part of it, as a file. */
  readonly save: { readonly input: SaveRequest; readonly output: SavedFile };
  /** A picture as a PNG. */
  readonly png: { readonly input: ImageBitmap; readonly output: Blob };
  /** The layout, run on from where entities stand until it rests. */
  readonly arrange: { readonly input: ArrangeRequest; readonly output: Arranged; readonly note: ArrangeNote };
  /** A claim's own Turtle. `input`: `<article>/<id>`. */
  readonly turtle: { readonly input: string; readonly output: string };
  /** A file that the reader brought, as a graph of its own. */
  readonly open: { readonly input: File; readonly output: OpenedFile };
  /** A measure of every entity, by its id. */
  readonly measure: { readonly input: Measure; readonly output: ReadonlyMap<string, number> };
}

export type TaskName = keyof Tasks;

/** What a task has besides its input. */
export interface TaskContext<Graph> {
  /** The page's graph; read when it is first asked for. @throws ProblemError */
  graph(): Graph;
  /** Aborted where nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** What the page has told the task meanwhile, oldest first; the task takes it out. */
  readonly notes: unknown[];
}
