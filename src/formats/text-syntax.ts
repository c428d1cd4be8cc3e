/** Which syntaxes are read, and how a file's name tells them. */

/** Syntaxes that are read, by the endings of their files. */
const ENDINGS = {
  '.ttl': 'turtle',
  '.trig': 'trig',
  '.nt': 'ntriples',
  '.nq': 'nquads',
  '.jsonld': 'jsonld',
  '.rdf': 'rdfxml',
  '.owl': 'rdfxml',
  '.graphml': 'graphml',
  '.gexf': 'gexf',
  '.json': 'json',
} as const;
export type TextSyntax = (typeof ENDINGS)[keyof typeof ENDINGS];

/** Endings of files that are read, with their dots. */
export const READ_ENDINGS: readonly string[] = Object.keys(ENDINGS);

/** The syntax that a file's ending names; `undefined` where it names none that is read. */
export function syntaxOf(name: string): TextSyntax | undefined {
  const lower = name.toLowerCase();
  const ending = READ_ENDINGS.find((candidate) => lower.endsWith(candidate));
  return ending === undefined ? undefined : ENDINGS[ending as keyof typeof ENDINGS];
}

/** Whether the parser of a syntax asks for the whole text at once: in pieces it stands in memory only as far as it is read. */
export function isReadAtOnce(syntax: TextSyntax | undefined): boolean {
  return syntax === 'jsonld' || syntax === 'rdfxml';
}
