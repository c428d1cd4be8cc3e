/** What a scripted store does wrong, to which request, and how often. */

/** What a request of a load is for, known by its words. */
export type RequestKind =
  | 'look'
  | 'count'
  | 'list'
  | 'sample'
  | 'claim'
  | 'check'
  | 'release'
  | 'hashes'
  | 'drop'
  | 'add'
  | 'move'
  | 'forget';

export type Fault =
  /** Says that all went well, and does nothing. */
  | { readonly does: 'lies' }
  /** Breaks the connection once the request begins to arrive, before anything is done. */
  | { readonly does: 'cuts the request' }
  /** Does what was asked, and breaks the connection in place of an answer. */
  | { readonly does: 'loses the answer' }
  /** Does what was asked, and breaks the connection in the middle of the answer. */
  | { readonly does: 'cuts the answer' }
  /** Does nothing but answer with a status. */
  | {
      readonly does: 'refuses';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Asks for credentials with a new challenge each time, and says aloud what it was given. */
  | { readonly does: 'never believes' }
  /** Does the first half of it, and answers with status 500. */
  | { readonly does: 'does half' }
  /** Never answers. */
  | { readonly does: 'hangs'; readonly applied: boolean }
  /** Finds one less of everything that it counts. */
  | { readonly does: 'miscounts' }
  /** Sends the client to another address. */
  | { readonly does: 'redirects'; readonly status: number; readonly to: string }
  /** Answers with text that is no JSON. */
  | { readonly does: 'garbles'; readonly body: string }
  /** Talks for ever, as fast as it is heard. */
  | { readonly does: 'floods' }
  /** Answers byte by byte, with so many milliseconds between them. */
  | { readonly does: 'drips'; readonly every: number };

export interface Rule {
  readonly on: RequestKind | 'any';
  /** Counted from 1 among the requests of that kind. Default 1. */
  readonly nth?: number;
  /** How many of them in a row; default 1. */
  readonly times?: number;
  readonly fault: Fault;
}

const WORDS: readonly (readonly [RequestKind, RegExp])[] = [
  ['hashes', /^SELECT[^{]*\{ GRAPH <[^>]*> \{ \?g <https:\/\/schema\.org\/sha256>/],
  ['count', /COUNT\(/],
  ['list', /STRSTARTS/],
  ['count', /FILTER EXISTS/],
  ['check', /^SELECT \?load/],
  ['sample', /^SELECT/],
  ['claim', /^DROP SILENT GRAPH <[^>]*> ;\nINSERT/],
  ['move', /^MOVE|^(?:DROP|INSERT \{) ?GRAPH[^\n]*\n(?:CREATE GRAPH[^\n]*\n)?MOVE/],
  ['drop', /^DROP/],
  ['release', /^DELETE DATA[^\n]*ns#load>/],
  ['forget', /^DELETE DATA/],
  ['add', /^INSERT DATA/],
];

export function kindOf(asks: string, text: string): RequestKind {
  if (asks === 'add') return 'add';
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'look';
}

/** The first half of the operations of an update, or of the lines of data; a lone operation is not done at all. */
export function firstHalf(text: string): string {
  const update = /^(?:DROP|MOVE|INSERT \{)/.test(text);
  if (/^(?:DELETE|INSERT) DATA/.test(text)) {
    const lines = text.split('\n');
    return [...lines.slice(0, Math.ceil(lines.length / 2)), '} }'].join('\n');
  }
  const parts = text.split(update ? ' ;\n' : '\n');
  return parts.slice(0, Math.floor(parts.length / 2)).join(update ? ' ;\n' : '\n');
}
