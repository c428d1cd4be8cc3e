/** What a query is, told from its words alone: its form, prefixes, datasets, depth, and where its limit stands. */
import { type Token, tokensOf } from './tokens.ts';

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe';

export interface QueryShape {
  readonly tokens: readonly Token[];
  /** `update` for SPARQL Update; `undefined` where neither can be told. */
  readonly form: QueryForm | 'update' | undefined;
  /** The word that says the form. */
  readonly head: Token | undefined;
  /** Prefix names that the query declares, with their namespaces as written; of names declared twice the last. */
  readonly declared: ReadonlyMap<string, string>;
  /** As written in its last BASE, without brackets. */
  readonly base: string | undefined;
  /** Prefixed names where they are used. */
  readonly names: readonly Token[];
  /** Words that follow FROM, and those that follow FROM NAMED. */
  readonly from: readonly Token[];
  readonly fromNamed: readonly Token[];
  /** Words that ask another endpoint. */
  readonly services: readonly Token[];
  /** Most brackets of any kind that are open at once, and the one that made them so many. */
  readonly depth: number;
  readonly deepest: Token | undefined;
  /** The `*` of `SELECT *`, `SELECT DISTINCT *` and `SELECT REDUCED *`. */
  readonly star: Token | undefined;
  /** The number of the query's own LIMIT, not of those in subqueries. */
  readonly limit: Token | undefined;
  /** Index where a LIMIT may be put. */
  readonly limitAt: number;
  /** From the end of the pattern to the trailing VALUES or the end: ORDER BY, LIMIT and the like. */
  readonly modifiers: readonly [number, number];
}

const FORMS: readonly string[] = ['select', 'ask', 'construct', 'describe'];
const UPDATES: readonly string[] = [
  'insert',
  'delete',
  'load',
  'clear',
  'drop',
  'create',
  'add',
  'move',
  'copy',
  'with',
];
const OPEN = '([{';
const CLOSE = ')]}';

export function queryShape(text: string): QueryShape {
  const tokens = tokensOf(text);
  const declared = new Map<string, string>();
  let base: string | undefined;
  let head: Token | undefined;
  let form: QueryShape['form'];
  const names: Token[] = [];
  const from: Token[] = [];
  const services: Token[] = [];
  const fromNamed: Token[] = [];
  let level = 0;
  let depth = 0;
  let deepest: Token | undefined;
  let star: Token | undefined;
  let limit: Token | undefined;
  let values: Token | undefined;
  let patternEnd: number | undefined;

  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    if (token.kind === 'sign') {
      if (OPEN.includes(token.text)) {
        level += 1;
        if (level > depth) {
          depth = level;
          deepest = token;
        }
      } else if (CLOSE.includes(token.text)) {
        level -= 1;
        if (level === 0 && token.text === '}' && values === undefined) patternEnd = token.end;
      }
    }
    if (token.kind === 'name' && !isDeclaration(tokens, i)) names.push(token);
    if (token.kind !== 'word') continue;
    const word = token.text.toLowerCase();
    if (word === 'service') services.push(token);
    if (level > 0) continue;
    if (head === undefined) {
      const iri = tokens[i + 2];
      if (word === 'prefix' && next?.kind === 'name' && iri?.kind === 'iri') {
        declared.set(next.text.slice(0, -1), iri.text.slice(1, -1));
      } else if (word === 'base' && next?.kind === 'iri') base = next.text.slice(1, -1);
      else if (FORMS.includes(word) || UPDATES.includes(word)) {
        head = token;
        form = FORMS.includes(word) ? (word as QueryForm) : 'update';
        const first = /^(distinct|reduced)$/i.test(next?.text ?? '') ? iri : next;
        if (word === 'select' && first?.text === '*') star = first;
      }
      continue;
    }
    if (word === 'from') {
      const graph = tokens[i + 2];
      if (next?.text.toLowerCase() === 'named') {
        if (graph !== undefined) fromNamed.push(graph);
      } else if (next !== undefined) from.push(next);
    } else if (word === 'limit' && next?.kind === 'number') limit = next;
    else if (word === 'values') values = token;
  }
  const end = values?.at ?? tokens.at(-1)?.end ?? 0;
  return {
    tokens,
    form,
    head,
    declared,
    base,
    names,
    from,
    fromNamed,
    services,
    depth,
    deepest,
    star,
    limit,
    limitAt: end,
    modifiers: [Math.min(patternEnd ?? end, end), end],
  };
}

/** `p:` after PREFIX names a prefix; it uses none. */
function isDeclaration(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before?.kind === 'word' && /^prefix$/i.test(before.text) && tokens[i]!.text.endsWith(':');
}
