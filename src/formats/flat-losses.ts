/** What flat attributes leave unsaid: counted for every file that goes without the dataset itself. */
import type { ClewGraph } from '../graph/index.ts';
import { attributionChain, type Dataset, isLiteral, type LangMap } from '../model/index.ts';
import type { LossCounter } from './losses.ts';

/** Counts what the rows of {@link nodeTable} and {@link edgeTable} tell only in part, or as text. */
export function countFlatLosses(graph: ClewGraph, losses: LossCounter): void {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  for (const article of dataset?.articles ?? []) {
    for (const entity of article.entities) {
      losses.add('descriptions in a further language', further(entity.description));
      losses.add('mentions, of which only the number is told', entity.mentions.length);
    }
    for (const claim of article.claims) {
      losses.add('statements in a further language', further(claim.statement));
      losses.add(
        'claims with a literal object, told as text on their subject',
        isLiteral(claim.object) ? 1 : 0,
      );
      losses.add('qualifiers, told as text', claim.qualifiers.length);
      losses.add('speakers behind the nearest one', Math.max(0, attributionChain(claim).length - 1));
    }
    losses.add('paragraphs with their digests', article.paragraphs.length);
  }
}

function further(texts: LangMap): number {
  return Math.max(0, Object.keys(texts).length - 1);
}
