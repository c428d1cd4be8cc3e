/** Where a query breaks the grammar and what stands there, for a query that the engine has refused. */
/// <reference path="./sparqljs.d.ts" />
import type { Problem } from '../../model/index.ts';
import { placeOf, type Token, tokensOf } from './tokens.ts';

/** What sparqljs says of a broken grammar. Its place is the end of the last word that still fitted. */
interface Broken {
  readonly message: string;
  readonly hash?: {
    readonly expected?: readonly string[];
    readonly loc?: { readonly last_line: number; readonly last_column: number };
  };
}

/** Longest text that gets a second opinion: parsing more would keep everybody else waiting. */
const LONGEST = 32_768;
/** More alternatives than these help nobody. */
const FEW = 6;

/**
 * A second opinion by sparqljs, which tells the word that is wrong; the engine tells only how far it came.
 *
 * @param text the query as the user wrote it
 * @param prologue preset declarations, so that they are not found missing
 * @param said what the engine said of it
 * @param tokens of the text, where it has been read already
 */
export async function syntaxProblem(
  text: string,
  prologue: string,
  said: string,
  file: string,
  tokens: readonly Token[] = tokensOf(text),
): Promise<Problem> {
  const unclosed = tokens.find(({ kind }) => kind === 'unclosed');
  if (unclosed !== undefined) {
    return problem(
      text,
      file,
      unclosed,
      'a string is not closed',
      'Strings end on the line that they begin on; write \\n for a line break, or use """ … """.',
    );
  }
  if (text.length > LONGEST) return byEngine(said, text, file, tokens);
  const { Parser } = (await import('sparqljs')).default as unknown as typeof import('sparqljs');
  try {
    // The base resolves what is relative; whether it is the right one changes no grammar.
    new Parser().parse(`BASE <http://localhost/> ${prologue}\n${text}`);
  } catch (error) {
    const { message, hash } = error as Broken;
    if (hash?.loc === undefined) return elsewhere(message, text, file, tokens);
    const { last_line: line, last_column: column } = hash.loc;
    // Its first line is the prologue.
    const index = line === 1 ? 0 : indexOf(text, line - 1, column);
    const token = tokens.find(({ at }) => at >= index);
    const expected = (hash.expected ?? []).map(
      (name) => WORDS[name.replaceAll("'", '')] ?? name.replaceAll("'", ''),
    );
    const hint = hintFor(token, expected);
    if (token === undefined) return problem(text, file, undefined, 'the query ends too early', hint);
    return problem(text, file, token, `“${token.text}” can’t stand here`, hint);
  }
  return byEngine(said, text, file, tokens);
}

/** Names that the grammar has for what a writer calls otherwise. */
const WORDS: Readonly<Record<string, string>> = {
  EOF: 'the end',
  VAR: 'a variable',
  IRIREF: 'an IRI',
  PNAME_LN: 'a prefixed name',
  PNAME_NS: 'a prefix',
  NIL: '()',
  INTEGER: 'a number',
};

function hintFor(token: Token | undefined, expected: readonly string[]): string {
  const unique = [...new Set(expected)];
  const closing = unique.includes('}');
  if (token === undefined) {
    return closing ? 'A closing brace } is missing.' : 'Something is missing at its end.';
  }
  if (unique.length > 0 && unique.length <= FEW) return `Expected here: ${unique.join(', ')}.`;
  const missesDot = token.kind === 'variable' && unique.includes('.') && unique.includes(';');
  if (missesDot) return 'Is a full stop missing between two patterns?';
  return 'Look at the word before it: a name, an operator or a bracket may be missing or too many.';
}

/** Faults of meaning, which have no place: of the variable that they name, the first. */
function elsewhere(message: string, text: string, file: string, tokens: readonly Token[]): Problem {
  const name = /\?(\w+)/.exec(message)?.[1];
  const token = tokens.find(({ kind, text: word }) => kind === 'variable' && word.slice(1) === name);
  return problem(
    text,
    file,
    token ?? tokens[0],
    message.replace(/\.$/, '').replace(/^./, (c) => c.toLowerCase()),
  );
}

function byEngine(said: string, text: string, file: string, tokens: readonly Token[]): Problem {
  const [, line, column] = /^error at (\d+):(\d+)/.exec(said) ?? [];
  if (line === undefined) return { severity: 'error', code: 'bad-query', message: said, place: { file } };
  // The engine's first line holds the preset prefixes.
  const index = indexOf(text, Number(line) - 1, Number(column) - 1);
  const token = tokens.find(({ end }) => end >= index);
  return problem(text, file, token, 'the query can’t be read from here on');
}

function problem(
  text: string,
  file: string,
  token: Token | undefined,
  message: string,
  hint?: string,
): Problem {
  return {
    severity: 'error',
    code: 'bad-query',
    message,
    ...(token && { value: token.text }),
    ...(hint !== undefined && { hint }),
    place: { file, ...placeOf(text, token?.at ?? text.trimEnd().length) },
  };
}

/** @param line from 1; @param column UTF-16 units from 0 */
function indexOf(text: string, line: number, column: number): number {
  let index = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', index);
    if (next < 0) return text.length;
    index = next + 1;
  }
  return index + column;
}
