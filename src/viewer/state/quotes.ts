/** The words that a claim rests on, where the file carries them (`clew build --text quotes`). */
import { nodeOf } from '../../graph/index.ts';
import type { Catalog } from './catalog.ts';

/** What the evidence of a claim says; `undefined` where the text stays outside of the file. */
export function quoteOf(
  { graph, claims }: Pick<Catalog, 'graph' | 'claims'>,
  key: string,
): string | undefined {
  if (graph.hasEdge(key)) {
    const attributes = graph.getEdgeAttributes(key);
    return attributes.role === 'claim' ? attributes.quote : undefined;
  }
  const claim = claims.get(key);
  const node = claim && nodeOf(claim.subject);
  if (node === undefined || !graph.hasNode(node)) return undefined;
  return graph.getNodeAttribute(node, 'literals').find((literal) => literal.claim === key)?.quote;
}
