/** `clew check`: everything that is wrong with a data folder, with its place. */
import type { Command } from 'commander';
import { checkSources } from '../../corpus/index.ts';
import { count, EXIT, reportProblems, UsageError } from '../context.ts';
import { readDataset } from '../open-dataset.ts';
import type { Runner } from '../program.ts';

interface CheckFlags {
  readonly sources?: string;
  readonly against?: string;
  readonly json?: boolean;
}

export function addCheck(program: Command, { context, run }: Runner): void {
  program
    .command('check')
    .description('say everything that is wrong, with file:line:column; exit code 1 if anything is')
    .argument('[data]', 'folder with dataset.yaml', 'data')
    .option('--sources <dir>', 'folder with the source texts: checks hashes, names and spans against them')
    .option(
      '--against <dir>',
      'folder with the texts as they were annotated: says what became of each claim in changed ones',
    )
    .option('--json', 'report as JSON')
    .addHelpText('after', '\nExample:\n  clew check data --sources ../texts')
    .action((data: string, flags: CheckFlags) =>
      run(async () => {
        const { sources, against: originals } = flags;
        if (originals !== undefined && sources === undefined) {
          throw new UsageError('--against needs --sources', 'Name the folder with the changed texts too.');
        }
        const against = originals === undefined ? {} : { against: originals };
        const loaded = await readDataset(data);
        const anchoring =
          flags.sources === undefined ? [] : await checkSources(loaded, flags.sources, against);
        const problems = [...loaded.problems, ...anchoring];
        reportProblems(problems, context, flags);
        const failed = problems.some(({ severity }) => severity === 'error');
        if (!flags.json && !failed && loaded.dataset) {
          const { articles } = loaded.dataset;
          const claims = articles.reduce((sum, article) => sum + article.claims.length, 0);
          const mentions = articles
            .flatMap(({ entities }) => entities)
            .reduce((sum, e) => sum + e.mentions.length, 0);
          const proof =
            flags.sources === undefined ? '' : ', each hash and every name proved against its source';
          context.out(
            `${data} is sound: ${count(articles.length, 'article')}, ${count(claims, 'claim')}, ${count(mentions, 'mention')}${proof}.`,
          );
        }
        return failed ? EXIT.input : EXIT.ok;
      }, flags),
    );
}
