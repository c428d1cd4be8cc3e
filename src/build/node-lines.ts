/** Where a node's name stands in a text of RDF/XML, whose parser tells no lines of its statements. */
import { compactIri, type Prefixes } from '../model/index.ts';

/** A name of a node where it is described, a text in quotes, the beginning of relative names, or a new line. */
const NAMES = /(?:(\brdf:(?:about|ID)\s*=\s*)|(\bxml:base\s*=\s*))?(?:"([^"\n]*)"|'([^'\n]*)')|\n/g;
const XML_REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&apos;': "'", '&quot;': '"' };

/**
 * Reads a text once.
 * @returns for an IRI, the line from 1 on which the node is described first, or else named first
 */
export function nodeLines(text: string, prefixes: Prefixes): (iri: string) => number | undefined {
  const described = new Map<string, number>();
  const named = new Map<string, number>();
  const bases: string[] = [];
  let line = 1;
  for (const match of text.matchAll(NAMES)) {
    const [whole, describing, base, inDouble, inSingle] = match;
    if (whole === '\n') {
      line += 1;
      continue;
    }
    const name = plain(inDouble ?? inSingle!);
    if (base !== undefined) bases.push(name);
    const lines = describing !== undefined ? described : named;
    if (!lines.has(name)) lines.set(name, line);
    line += whole.split('\n').length - 1;
  }
  return (iri) => {
    const names = [iri, compactIri(iri, prefixes) ?? iri];
    for (const base of bases) if (iri.startsWith(base)) names.push(iri.slice(base.length).replace(/^#/, ''));
    const find = (lines: ReadonlyMap<string, number>) =>
      names.map((name) => lines.get(name)).find((found) => found !== undefined);
    return find(described) ?? find(named);
  };
}

/** What a name means that is written with references of XML. */
function plain(name: string): string {
  return name.replace(/&(?:amp|apos|quot);/g, (reference) => XML_REFERENCES[reference]!);
}
