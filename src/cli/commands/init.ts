/** `clew init`: a text file to a new article's folder, ready to fill. */
import type { Command } from 'commander';
import { initArticle } from '../../corpus/index.ts';
import { count } from '../context.ts';
import { DEFAULT_DATA } from '../open-dataset.ts';
import type { Runner } from '../program.ts';

export function addInit(program: Command, { context, run }: Runner): void {
  program
    .command('init')
    .description('make the folder of a new article from its text, with examples to fill in')
    .argument('<name>', "the article's id: letters, digits, - and _")
    .requiredOption('--text <file>', 'the source text, UTF-8; it stays where it is')
    .option('--data <dir>', 'data folder; made where it is missing', DEFAULT_DATA)
    .option('--language <tag>', 'language of the text', 'en')
    .option('--json', 'report as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clew init harbour-2024 --text texts/harbour.txt --data mydata --language en',
    )
    .action((name: string, flags: { text: string; data: string; language: string; json?: boolean }) =>
      run(async () => {
        const report = await initArticle(flags.data, name, flags.text, {
          language: flags.language,
          // The one place where the calendar matters: a new dataset is issued today, and says so in a file to be edited.
          today: new Date().toISOString().slice(0, 10),
        });
        if (flags.json) {
          context.out(JSON.stringify({ ok: true, ...report }, null, 2));
          return 0;
        }
        const separator = report.separatedBy === 'blank lines' ? 'separated by blank lines' : 'one a line';
        context.out(`Found ${count(report.paragraphs, 'paragraph')}, ${separator}. Fill in, in this order:`);
        for (const file of report.files) context.out(`  ${file}`);
        context.out(`Then: clew check ${flags.data}, and clew build ${flags.data}`);
        return 0;
      }, flags),
    );
}
