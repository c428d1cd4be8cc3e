/** Turtle text to triples, with syntax errors as problems at their line. */
import { Parser, type ParserFactory, type Quad } from 'n3';
import type { Prefixes, Problem } from '../model/index.ts';
import type { OntologySource } from './read-ontologies.ts';
import { RDF, XSD } from './terms.ts';

/** Terms as they are written: n3's own have their language tags in lower case. It names terms by `id` in what it says of errors. */
function factory(): ParserFactory<Quad> {
  let anonymous = 0;
  const namedNode = (value: string) => ({ termType: 'NamedNode', value, id: value }) as const;
  return {
    namedNode,
    blankNode: (label) => {
      const value = label ?? `n3-${anonymous++}`;
      return { termType: 'BlankNode', value, id: `_:${value}` };
    },
    literal: (value, given) => {
      const type = given as string | { readonly language?: string } | undefined;
      const language = (typeof type === 'string' ? type : type?.language) ?? '';
      const datatype = language === '' ? (type ?? namedNode(`${XSD}string`)) : namedNode(`${RDF}langString`);
      return { termType: 'Literal', value, language, datatype, id: `"${value}"` };
    },
    defaultGraph: () => ({ termType: 'DefaultGraph', value: '' }),
    quad: (subject, predicate, object, graph) => ({
      termType: 'Quad',
      value: '',
      subject,
      predicate,
      object,
      graph,
    }),
  };
}

/** Strict Turtle; `undefined` after a syntax error, which is added to `problems`. */
export function parseTriples(
  source: OntologySource,
  problems: Problem[],
): { triples: readonly Quad[]; prefixes: Prefixes } | undefined {
  const prefixes: Record<string, string> = {};
  try {
    const parser = new Parser({ format: 'text/turtle', blankNodePrefix: '', factory: factory() });
    const triples = parser.parse(source.text, null, (prefix: string, iri: { value: string } | string) => {
      if (prefix !== '') prefixes[prefix] = typeof iri === 'string' ? iri : iri.value;
    });
    return { triples, prefixes };
  } catch (error) {
    const line = (error as { context?: { line?: number } }).context?.line;
    problems.push({
      severity: 'error',
      code: 'bad-turtle',
      message: `not valid Turtle: ${(error as Error).message}`,
      hint: 'Mend the line, or the end of the statement before it.',
      place: { file: source.file, ...(line === undefined ? {} : { line }) },
    });
    return undefined;
  }
}
