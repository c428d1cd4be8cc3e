/** Turtle text to triples, with syntax errors as problems at their line. */
import { Parser, type Quad } from 'n3';
import type { Prefixes, Problem } from '../model/index.ts';
import type { OntologySource } from './read-ontologies.ts';

/** Strict Turtle; `undefined` after a syntax error, which is added to `problems`. */
export function parseTriples(
  source: OntologySource,
  problems: Problem[],
): { triples: readonly Quad[]; prefixes: Prefixes } | undefined {
  const prefixes: Record<string, string> = {};
  try {
    const parser = new Parser({ format: 'text/turtle', blankNodePrefix: '' });
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
