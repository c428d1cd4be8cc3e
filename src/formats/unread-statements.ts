/** Counts what a file of Clew's own says beyond its dataset: statements that others have put in. */
import type { Dataset } from '../model/index.ts';
import { datasetToTriples, NIF_PREFIXES, type Quad, STANDARD_PREFIXES, type Term } from '../rdf/index.ts';

/**
 * Statements that the dataset, written anew, would not have. What Clew derives from a dataset is not among them: inferred and
 * implied triples, triple terms, words of the texts, NIF.
 */
export function unreadStatements(quads: Iterable<Quad>, dataset: Dataset): number {
  const left = new Set<number>();
  for (const quad of quads) if (!isDerived(quad)) left.add(digest(quad));
  const all = datasetToTriples(dataset, { implied: true, infer: true, repair: true });
  for (const quad of all) left.delete(digest(quad));
  return left.size;
}

const { oa, rdf, schema } = STANDARD_PREFIXES;
const DERIVED: ReadonlySet<string> = new Set([
  `${rdf}reifies`,
  `${schema}articleBody`,
  ...['exact', 'prefix', 'suffix', 'TextQuoteSelector'].map((name) => oa + name),
]);

function isDerived({ predicate, object }: Quad): boolean {
  const isNif = (iri: string) => Object.values(NIF_PREFIXES).some((namespace) => iri.startsWith(namespace));
  return (
    DERIVED.has(predicate.value) ||
    isNif(predicate.value) ||
    (object.termType === 'NamedNode' &&
      (DERIVED.has(object.value) || isNif(object.value) || /\/quote(?:\/\d+)?$/.test(object.value)))
  );
}

/** 53 bits, so that a million statements take little room. Stores change datatypes of numbers and the case of tags: neither is looked at. */
function digest({ subject, predicate, object }: Quad): number {
  const text = `${subject.value} ${predicate.value} ${object.termType === 'Literal' ? '"' : '<'}${textOf(object)}`;
  let [high, low] = [0x811c9dc5, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
  }
  return ((high ^ (low >>> 15)) >>> 0) * 2 ** 21 + ((low ^ (high >>> 13)) >>> 11);
}

function textOf(term: Term): string {
  return term.termType === 'Quad'
    ? `${term.subject.value} ${term.predicate.value} ${textOf(term.object)}`
    : term.value;
}
