/** A file that the reader brought, as a graph with places: read, laid out where the file does not place it, written as `.json`. */
import { isReadAtOnce, type OpenedText, openText, syntaxOf, writeGraphJson } from '../../formats/index.ts';
import { datasetToGraph } from '../../graph/index.ts';
import { layoutGraph } from '../../layout/index.ts';
import { idOf, type Problem, ProblemError } from '../../model/index.ts';
import { FileText } from './file-text.ts';
import { LineBlobs } from './line-blobs.ts';
import type { TaskContext } from './tasks.ts';

export interface OpenedFile {
  /** The graph's `.json`, in pieces of whole lines. */
  readonly pieces: readonly Blob[];
  readonly origin: OpenedText['origin'];
  /** What the graph does not hold of the file. */
  readonly losses: OpenedText['losses'];
  /** What the reader of its syntax warns of. */
  readonly warnings: readonly Problem[];
}

/** @throws ProblemError with all that is wrong with the file, always naming it */
export async function openFile(
  file: File,
  { signal, onProgress }: Pick<TaskContext<unknown>, 'signal' | 'onProgress'>,
): Promise<OpenedFile> {
  const { size, name } = file;
  const stem = name.replace(/\.[^.]+$/, '');
  const syntax = syntaxOf(name)!;
  // What is read to its end is put together, which takes as long again.
  const read = (done: number) =>
    onProgress(done < size ? { stage: 'reading', done, total: size } : { stage: 'building', done: 0 });
  const whole = isReadAtOnce(syntax);
  const text = new FileText(file, whole ? () => {} : read);
  const opened = await openText(whole ? text.whole() : text, syntax, {
    id: idOf(stem) || 'opened',
    title: { und: stem },
    file: name,
    // Text is counted in UTF-16 units, the file in bytes: the share is the same but for what is not ASCII.
    onRead: (units) => read(Math.min(units, size)),
  }).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((problem) => ({ place: { file: name }, ...problem })));
  });
  const graph = datasetToGraph(opened.dataset);
  layoutGraph(graph, {
    previous: opened.places,
    signal,
    onProgress: (done, total) => onProgress({ stage: 'arranging', done, total }),
  });
  onProgress({ stage: 'showing', done: 0 });
  const json = new LineBlobs();
  // Files of others are one article.
  await writeGraphJson(graph, json, { spread: true });
  return { pieces: json.blobs, origin: opened.origin, losses: opened.losses, warnings: opened.problems };
}
