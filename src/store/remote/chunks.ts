/** Cuts the lines of graphs into groups that fit one request. */
import type { GraphContent } from './graph-content.ts';

/** A graph with lines for it. */
export interface Part {
  readonly graph: string;
  readonly lines: string;
  readonly triples: number;
}

export interface ChunkLimits {
  readonly triples: number;
  readonly characters: number;
}

/** Groups of parts within the limits of one request; what stands together stays so where it can. */
export function* chunks(
  contents: Iterable<Pick<GraphContent, 'graph' | 'texts'>>,
  { triples: most, characters }: ChunkLimits,
): Generator<readonly Part[]> {
  let chunk: Part[] = [];
  let count = 0;
  let length = 0;
  for (const { graph, texts } of contents) {
    let lines = '';
    let inPart = 0;
    const close = () => {
      if (inPart > 0) chunk.push({ graph, lines, triples: inPart });
      lines = '';
      inPart = 0;
    };
    for (const text of texts()) {
      let from = 0;
      for (let at = 0; at < text.length; ) {
        const end = text.indexOf('\n', at) + 1;
        // Each line may name its graph.
        const size = end - at + graph.length + 3;
        if (count > 0 && (count + 1 > most || length + size > characters)) {
          lines += text.slice(from, at);
          close();
          yield chunk;
          chunk = [];
          count = 0;
          length = 0;
          from = at;
        }
        count += 1;
        inPart += 1;
        length += size;
        at = end;
      }
      lines += text.slice(from);
    }
    close();
  }
  if (chunk.length > 0) yield chunk;
}
