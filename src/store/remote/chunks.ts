/** Cuts graphs into groups that fit one request. */
import type { Quad } from '../../rdf/index.ts';
import type { Part } from './store-client.ts';

/** Characters of a line beside the text of its terms and its graph: brackets, quotes, spaces, the stop. */
const LINE_OVERHEAD = 20;
/** How much longer a literal may become where its characters are escaped. */
const ESCAPED = 1.1;

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
  const terms = subject.value.length + predicate.value.length;
  if (object.termType === 'NamedNode') return LINE_OVERHEAD + terms + object.value.length;
  // Triple terms are short of their own parts here; they are few.
  const type = object.termType === 'Literal' ? object.datatype.value.length + object.language.length : 0;
  return LINE_OVERHEAD + terms + type + Math.ceil(object.value.length * ESCAPED);
}
