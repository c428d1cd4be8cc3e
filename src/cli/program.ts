/** The commands and their options, as DESIGN section 7 names them. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addConvert } from './commands/convert.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addInit } from './commands/init.ts';
import { addLoad } from './commands/load.ts';
import { addQuery } from './commands/query.ts';
import { addServe } from './commands/serve.ts';
import { addSite } from './commands/site.ts';
import { addStart } from './commands/start.ts';
import { addStats } from './commands/stats.ts';
import { type CommandContext, EXIT, guarded, type JsonOption } from './context.ts';
import { packageRoot } from './package-root.ts';

/** Adds a command; `finish` hands over its exit code. */
export type AddCommand = (program: Command, runner: Runner) => void;

export interface Runner {
  readonly context: CommandContext;
  /** Runs the work and keeps its exit code; what is wrong with the input is said, not thrown. */
  readonly run: (work: () => Promise<number>, options?: JsonOption) => Promise<void>;
}

/** @returns the exit code: 0, 1 for wrong input, 2 for wrong usage */
export async function run(args: readonly string[], context: CommandContext): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('clew')
    .description('From an article to a knowledge graph, every edge traceable to its words.')
    .version((JSON.parse(readFileSync(packageRoot('package.json'), 'utf8')) as { version: string }).version)
    .showHelpAfterError('(add --help for an example)')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => context.out(text.replace(/\n$/, '')),
      writeErr: (text) => context.err(text.replace(/\n$/, '')),
    })
    .exitOverride();
  const runner: Runner = {
    context,
    run: async (work, options) => {
      code = await guarded(work, context, options);
    },
  };
  for (const add of [
    addBuild,
    addCheck,
    addStats,
    addInit,
    addExplain,
    addConvert,
    addDiff,
    addLoad,
    addQuery,
    addServe,
    addSite,
    addStart,
  ])
    add(program, runner);
  // Commands made by `command()` do not inherit the override.
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError('(add --help for an example)');
    command.configureOutput(program.configureOutput());
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  return code;
}
