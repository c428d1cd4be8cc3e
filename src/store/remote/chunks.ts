/** Cuts graphs into groups that fit one request. */
import type { Quad } from '../../rdf/index.ts';
import type { Part } from './store-client.ts';

/** A line is about this long beside its terms' text: punctuation, datatype, the name of its graph. */
const LINE_OVERHEAD = 200;

/** Groups of parts within the limits of one request; what stands together stays so where it can. */
export function* chunks(
  parts: readonly Part[],
  { triples: most, characters }: { readonly triples: number; readonly characters: number },
): Generator<readonly Part[]> {
  let chunk: Part[] = [];
  let count = 0;
  let length = 0;
  for (const [graph, triples] of parts) {
    let from = 0;
    for (const [at, triple] of triples.entries()) {
      const size = roughly(triple) + graph.length;
      if (count > 0 && (count + 1 > most || length + size > characters)) {
        if (at > from) chunk.push([graph, triples.slice(from, at)]);
        yield chunk;
        chunk = [];
        count = 0;
        length = 0;
        from = at;
      }
      count += 1;
      length += size;
    }
    if (from < triples.length) chunk.push([graph, triples.slice(from)]);
  }
  if (chunk.length > 0) yield chunk;
}

function roughly({ subject, predicate, object }: Quad): number {
  return LINE_OVERHEAD + subject.value.length + predicate.value.length + object.value.length;
}
