/** Quads as short lines that a test can name whole. */
import { compactIri } from '../../src/model/index.ts';
import { type Quad, STANDARD_PREFIXES, type Subject, type Term } from '../../src/rdf/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const PREFIXES = { ...STANDARD_PREFIXES, ...sampleDataset.prefixes };

/** Terms as in Turtle with the sample's base and prefixes; integers and the like keep their quotation marks. */
export function showTerm(term: Term | Subject): string {
  if (term.termType === 'Quad') {
    return `<<( ${showTerm(term.subject)} ${showTerm(term.predicate)} ${showTerm(term.object)} )>>`;
  }
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType === 'Literal') {
    const text = JSON.stringify(term.value);
    if (term.language !== '') return `${text}@${term.language}`;
    return term.datatype.value === `${PREFIXES.xsd}string` ? text : `${text}^^${showTerm(term.datatype)}`;
  }
  if (term.value.startsWith(sampleDataset.base)) return `<${term.value.slice(sampleDataset.base.length)}>`;
  return compactIri(term.value, PREFIXES) ?? `<${term.value}>`;
}

/** `predicate object` of each quad of a subject (a path under the base), in the order of the quads. */
export function about(quads: Iterable<Quad>, path: string): string[] {
  return [...quads]
    .filter(({ subject }) => subject.value === sampleDataset.base + path)
    .map(({ predicate, object }) => `${showTerm(predicate)} ${showTerm(object)}`);
}
