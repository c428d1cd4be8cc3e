/** What flat attributes leave unsaid: counted for every file that goes without the dataset itself. */
import type { ClewGraph } from '../graph/index.ts';
import { attributionChain, type Dataset, isLiteral, type LangMap, type Value } from '../model/index.ts';
import type { LossCounter } from './losses.ts';
import { typeOf } from './scalar.ts';
import { factSorts, qualifierSorts } from './value-sorts.ts';

/** Counts what the rows of {@link nodeTable} and {@link edgeTable} tell only in part, or as text. */
export function countFlatLosses(graph: ClewGraph, losses: LossCounter): void {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  const facts = factSorts(graph);
  const qualifiers = qualifierSorts(graph);
  for (const article of dataset?.articles ?? []) {
    for (const entity of article.entities) {
      losses.add('descriptions in a further language', further(entity.description));
      losses.add('mentions, of which only the number is told', entity.mentions.length);
      losses.add('kinds of an entity beside the first', entity.otherKinds?.length ?? 0);
      losses.add('languages of aliases', entity.aliases.filter(({ lang }) => lang !== undefined).length);
    }
    for (const claim of article.claims) {
      losses.add('statements in a further language', further(claim.statement));
      if (isLiteral(claim.object) && !facts.has(claim.predicate))
        losses.add('claims with a literal object, told as text on their subject');
      // On a node of its own a claim tells its qualifiers as text once more.
      const texts = claim.qualifiers.filter(
        ({ property }) => isLiteral(claim.object) || !qualifiers.has(property),
      );
      losses.add('qualifiers, told as text', texts.length);
      const columned = claim.qualifiers.filter((one) => !texts.includes(one));
      const untyped = columned.filter(({ property, value }) => isUntyped(value, qualifiers.get(property)));
      const fact = isUntyped(claim.object, facts.get(claim.predicate)) ? 1 : 0;
      losses.add(
        'values of dates and other types that columns do not have, told as text',
        untyped.length + fact,
      );
      const chain = attributionChain(claim);
      losses.add('speakers behind the nearest one', Math.max(0, chain.length - 1));
      losses.add('verbs of speaking', chain.filter(({ verb }) => verb !== undefined).length);
      losses.add('spans in which somebody is named as speaker', chain.flatMap(({ spans }) => spans).length);
    }
    losses.add('paragraphs with their digests', article.paragraphs.length);
    losses.add('structural spans', article.structure.length);
    losses.add('credits', article.credits.length);
    losses.add('articles’ titles, dates and addresses', 1);
  }
  losses.add('identity decisions', dataset?.identity.length ?? 0);
}

/** @param sorts of its column; absent where it has none */
function isUntyped(value: Value, sorts: number | undefined): boolean {
  return (
    sorts !== undefined && typeOf(sorts) === 'string' && isLiteral(value) && value.datatype !== undefined
  );
}

function further(texts: LangMap): number {
  return Math.max(0, Object.keys(texts).length - 1);
}
