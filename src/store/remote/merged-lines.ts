/** Many sorted runs of lines as one: a heap of their first lines. */

interface Run {
  readonly lines: Iterator<string>;
  line: string;
}

/** @param runs texts of whole lines, in order of UTF-16 units. @returns the lines with their ends, in order, each once */
export function* mergedLines(runs: readonly Iterable<string>[]): Generator<string> {
  const heap: Run[] = [];
  for (const texts of runs) {
    const run: Run = { lines: linesOf(texts), line: '' };
    if (advance(run)) heap.push(run);
  }
  for (let at = heap.length >> 1; at >= 0; at -= 1) sink(heap, at);
  let last: string | undefined;
  while (heap[0] !== undefined) {
    const [run] = heap;
    if (run.line !== last) yield run.line;
    last = run.line;
    if (!advance(run)) {
      const end = heap.pop()!;
      if (heap.length === 0) return;
      if (end !== run) heap[0] = end;
    }
    sink(heap, 0);
  }
}

function advance(run: Run): boolean {
  const step = run.lines.next();
  if (step.done) return false;
  run.line = step.value;
  return true;
}

/** Moves a run down until none below it comes before it. */
function sink(heap: Run[], from: number): void {
  for (let at = from; ; ) {
    let first = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const other = heap[child];
      if (other !== undefined && other.line < heap[first]!.line) first = child;
    }
    if (first === at) return;
    [heap[at], heap[first]] = [heap[first]!, heap[at]!];
    at = first;
  }
}

function* linesOf(texts: Iterable<string>): Generator<string> {
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf('\n', at) + 1;
      yield text.slice(at, end);
      at = end;
    }
  }
}
