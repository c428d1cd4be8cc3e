/** What may stand where the cursor is: variables, prefixes, terms by name or label in any language, keywords. */
import { fold } from '../state/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Suggestion {
  /** What is written. */
  readonly text: string;
  readonly kind: 'class' | 'property' | 'variable' | 'keyword' | 'namespace' | 'entity';
  /** Shown beside it. */
  readonly detail: string;
  /** Explains it. */
  readonly info: string;
}

export interface Place {
  /** Index at which what is replaced begins. */
  readonly from: number;
  /** What stands there already. */
  readonly typed: string;
  readonly kind: 'variable' | 'name' | 'iri';
}

/** More than these nobody reads. */
const MOST = 60;

const KEYWORDS =
  'SELECT CONSTRUCT DESCRIBE ASK WHERE FROM NAMED PREFIX BASE DISTINCT REDUCED GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES AS ORDER BY ASC DESC GROUP HAVING LIMIT OFFSET EXISTS IN UNDEF COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI BNODE ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY NOW COALESCE IF STRLANG STRDT SAMETERM ISIRI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE true false'.split(
    ' ',
  );
const UNARY = new Set(['NOT EXISTS']);

/** `undefined` in comments, strings and where nothing is begun. @param before the query up to the cursor */
export function placeAt(before: string): Place | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<[^<>\s]*>/g, (part) =>
    ' '.repeat(part.length),
  );
  if (/["'#]/.test(bare)) return undefined;
  const at = (typed: string, kind: Place['kind']): Place => ({
    from: before.length - typed.length,
    typed,
    kind,
  });
  const variable = /[?$][\p{L}\p{N}_]*$/u.exec(line);
  if (variable) return at(variable[0], 'variable');
  const iri = /<[^<>"{}|^`\\=]*$/.exec(line);
  if (iri && !/^<\s/.test(iri[0])) return at(iri[0], 'iri');
  const name = /[\p{L}_][\p{L}\p{M}\p{N}_:.-]*$/u.exec(line);
  return name ? at(name[0], 'name') : undefined;
}

/** Best first; names of things are not among them. @param languages in order of preference */
export function suggestions(
  place: Place,
  query: string,
  vocabulary: Vocabulary,
  languages: readonly string[],
): Suggestion[] {
  if (place.kind === 'variable') return variables(place, query);
  if (place.kind === 'iri') return [];
  const wanted = fold(place.typed);
  const colon = place.typed.indexOf(':');
  const found: { rank: number; suggestion: Suggestion }[] = [];
  for (const { id, kind, label, definition } of vocabulary.terms) {
    const rank = rankOf(wanted, fold(id), colon < 0 ? [localOf(id), ...Object.values(label)].map(fold) : []);
    if (rank === undefined) continue;
    const info = said(definition, languages);
    found.push({ rank, suggestion: { text: id, kind, detail: said(label, languages), info } });
  }
  if (colon < 0) {
    for (const [prefix, namespace] of Object.entries(vocabulary.prefixes)) {
      if (!fold(prefix).startsWith(wanted)) continue;
      found.push({
        rank: 1,
        suggestion: { text: `${prefix}:`, kind: 'namespace', detail: namespace, info: '' },
      });
    }
    for (const word of [...KEYWORDS, ...UNARY]) {
      if (!fold(word).startsWith(wanted)) continue;
      found.push({ rank: 2, suggestion: { text: word, kind: 'keyword', detail: '', info: '' } });
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.suggestion.text < b.suggestion.text ? -1 : 1))
    .slice(0, MOST)
    .map(({ suggestion }) => suggestion);
}

/** Smaller is better. */
function rankOf(wanted: string, id: string, names: readonly string[]): number | undefined {
  if (id.startsWith(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 3;
  return names.some((name) => name.includes(` ${wanted}`)) ? 4 : undefined;
}

/** Those of the query, the one that is being written left out unless it stands elsewhere too. */
function variables({ typed, from }: Place, query: string): Suggestion[] {
  const names = new Set<string>();
  for (const { 0: name, index } of query.matchAll(/[?$][\p{L}\p{N}_]+/gu)) {
    if (index !== from && name.slice(1).startsWith(typed.slice(1))) names.add(`${typed[0]}${name.slice(1)}`);
  }
  return [...names].sort().map((text) => ({ text, kind: 'variable', detail: '', info: '' }));
}

function said(texts: Readonly<Record<string, string>>, languages: readonly string[]): string {
  for (const language of languages) if (texts[language]) return texts[language];
  return Object.values(texts)[0] ?? '';
}

function localOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
