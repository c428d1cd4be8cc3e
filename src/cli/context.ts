/** What commands share: streams, exit codes, and how problems are said. */
import { formatProblem, type Problem, ProblemError } from '../model/index.ts';

/** DESIGN section 7. */
export const EXIT = { ok: 0, input: 1, usage: 2 } as const;

/** Everything a command touches of the world, so that it can be run in a test. */
export interface CommandContext {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Progress is shown only where somebody watches. */
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The terminal: where progress is shown and a person is asked. Standard input and standard error if not given. */
  readonly terminal?: Terminal;
  /** Milliseconds from any moment on. The process's own clock if not given. */
  readonly clock?: () => number;
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

export function terminalOf({ terminal }: CommandContext): Terminal {
  return terminal ?? { input: process.stdin, output: process.stderr };
}

export function clockOf({ clock }: CommandContext): () => number {
  return clock ?? (() => performance.now());
}

export interface JsonOption {
  readonly json?: boolean;
}

/** A wrong use of a command, as opposed to wrong input: exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Says the problems, worst first, with a closing count; as one JSON object where asked for. */
export function reportProblems(
  problems: readonly Problem[],
  context: CommandContext,
  { json }: JsonOption = {},
): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (json) {
    context.out(JSON.stringify({ ok: errors.length === 0, problems: [...errors, ...warnings] }, null, 2));
    return;
  }
  for (const problem of [...errors, ...warnings]) context.err(formatProblem(problem));
  if (problems.length > 0) {
    context.err(`${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}.`);
  }
}

/** Runs a command's work; input that is wrong becomes problems and exit code 1, never a stack trace. */
export async function guarded(
  work: () => Promise<number>,
  context: CommandContext,
  options: JsonOption = {},
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) {
      reportProblems(error.problems, context, options);
      return EXIT.input;
    }
    if (error instanceof UsageError) {
      context.err(`error: ${error.message}`);
      if (error.hint !== undefined) context.err(`    ${error.hint}`);
      return EXIT.usage;
    }
    const system = systemProblem(error);
    if (system !== undefined) {
      reportProblems([system], context, options);
      return EXIT.input;
    }
    throw error;
  }
}

/** `3 errors`, `1 error`, `no errors`. */
export function count(n: number, noun: string): string {
  return n === 0 ? `no ${noun}s` : `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** What the system refused, in words that say the way out; `undefined` for anything that is a fault of ours. */
function systemProblem(error: unknown): Problem | undefined {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const ways: Record<string, readonly [string, string]> = {
    ENOSPC: [
      'the disk is full',
      'Free some space or choose another folder with --out; the old files are untouched.',
    ],
    EACCES: ['permission denied', 'Allow this user to read or write it, or choose another folder.'],
    EPERM: ['permission denied', 'Allow this user to read or write it, or choose another folder.'],
    EROFS: ['the file system is read-only', 'Choose another folder.'],
    ENOENT: ['there is no such file or folder', 'Check the name.'],
    EEXIST: ['a file stands where a folder is expected', 'Move it away or choose another folder.'],
    ENOTDIR: ['a file stands where a folder is expected', 'Move it away or choose another folder.'],
    EISDIR: ['a folder stands where a file is expected', 'Move it away or choose another name.'],
    EADDRINUSE: ['the port is in use', 'Choose another with --port, or 0 for any free one.'],
    EADDRNOTAVAIL: ['this machine does not have that address', 'Leave --host out for loopback.'],
    EMFILE: ['too many files are open', 'Close some programs or raise the limit.'],
  };
  const way = code === undefined ? undefined : ways[code];
  if (way === undefined) return undefined;
  return {
    severity: 'error',
    code: code!.toLowerCase(),
    message: way[0],
    hint: way[1],
    ...(path === undefined ? { value: message } : { place: { file: path } }),
  };
}
