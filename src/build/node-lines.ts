/** Where a node's name stands in a JSON-LD or RDF/XML text, whose parsers tell no lines of their statements. */
import { compactIri, type Prefixes } from '../model/index.ts';

/** A name of a node where it is described, a text in quotes, the beginning of relative names, or a new line. */
const NAMES =
  /(?:("@?id"\s*:\s*|\brdf:(?:about|ID)\s*=\s*)|("@base"\s*:\s*|\bxml:base\s*=\s*))?(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')|\n/g;
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
    const describes = describing !== undefined && !isReference(text, match.index, whole.length);
    const lines = describes ? described : named;
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

/** `{"@id": "..."}`, with nothing said of it. */
function isReference(text: string, start: number, length: number): boolean {
  let [before, after] = [start - 1, start + length];
  while (/\s/.test(text[before] ?? '')) before -= 1;
  while (/\s/.test(text[after] ?? '')) after += 1;
  return text[before] === '{' && text[after] === '}';
}

/** What a name means that is written with escapes of JSON or references of XML. */
function plain(name: string): string {
  const unescaped = name.replace(
    /\\(?:u([0-9A-Fa-f]{4})|(.))/g,
    (_, hex: string | undefined, other: string) =>
      hex === undefined ? other : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return unescaped.replace(/&(?:amp|apos|quot);/g, (reference) => XML_REFERENCES[reference]!);
}
