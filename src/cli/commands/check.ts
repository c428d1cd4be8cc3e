/** `clew check`: everything that is wrong with a data folder or an RDF file, with its place. */
import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { checkSources, type LoadedDataset } from '../../corpus/index.ts';
import type { Problem } from '../../model/index.ts';
import { count, EXIT, reportProblems, UsageError } from '../context.ts';
import { readDataset } from '../open-dataset.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';
import { checkFair, fairLines } from './check-fair.ts';
import { checkShapes, checkShapesOfFile, shapesSummary } from './check-shapes.ts';

export interface CheckFlags {
  readonly sources?: string;
  readonly against?: string;
  readonly shacl?: boolean;
  readonly shapes?: readonly string[];
  readonly fair?: boolean;
  readonly json?: boolean;
}

export function addCheck(program: Command, { context, run }: Runner): void {
  program
    .command('check')
    .description('say everything that is wrong, with file:line:column; exit code 1 if anything is')
    .argument('[data]', 'folder with dataset.yaml; with --shacl also an RDF file', 'data')
    .option('--sources <dir>', 'folder with the source texts: checks hashes, names and spans against them')
    .option(
      '--against <dir>',
      'folder with the texts as they were annotated: says what became of each claim in changed ones',
    )
    .option('--shacl', 'hold the graph against the SHACL shapes of Clew’s records')
    .addOption(
      new Option(
        '--shapes <file>',
        'hold it against the shapes (SHACL Core, Turtle) of this file too; may be repeated',
      ).argParser((file: string, files: readonly string[] = []) => [...files, file]),
    )
    .option(
      '--fair',
      'say how it stands with FAIR, the LOD cloud and the five stars: advice, without exit code',
    )
    .option('--json', 'report as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clew check data --sources ../texts\n  clew check data --shacl --shapes my-shapes.ttl\n' +
        '  clew check graph.ttl --shacl --shapes my-shapes.ttl\n' +
        'A finding in a data folder is said at the claim, entity or article that made the node; in an RDF file at its line.',
    )
    .action((data: string, flags: CheckFlags) =>
      run(async () => {
        const { sources, against: originals } = flags;
        if (originals !== undefined && sources === undefined) {
          throw new UsageError('--against needs --sources', 'Name the folder with the changed texts too.');
        }
        const shacl = flags.shacl === true || flags.shapes !== undefined;
        const bar = progress(context, flags);
        try {
          if (isFile(data)) return await checkFile(data, flags, shacl);
          const against = originals === undefined ? {} : { against: originals };
          const loaded = await readDataset(data);
          const anchoring = sources === undefined ? [] : await checkSources(loaded, sources, against);
          const shaped = shacl && loaded.dataset ? await checkShapes(loaded, flags, bar.step) : undefined;
          bar.done();
          const points = flags.fair && loaded.dataset ? checkFair(loaded) : undefined;
          const problems = [...loaded.problems, ...anchoring, ...(shaped?.problems ?? [])];
          if (shacl && !loaded.dataset) problems.push(NO_GRAPH);
          const failed = problems.some(({ severity }) => severity === 'error');
          if (flags.json && points) {
            context.out(JSON.stringify({ ok: !failed, problems, points }, null, 2));
            return failed ? EXIT.input : EXIT.ok;
          }
          reportProblems(problems, context, flags);
          if (!flags.json) {
            if (shaped) context.out(shapesSummary(shaped));
            for (const line of points ? fairLines(points) : []) context.out(line);
            if (!failed) context.out(summary(data, loaded, sources !== undefined));
          }
          return failed ? EXIT.input : EXIT.ok;
        } finally {
          bar.done();
        }
      }, flags),
    );

  async function checkFile(file: string, flags: CheckFlags, shacl: boolean): Promise<number> {
    if (!shacl || flags.fair || flags.sources !== undefined) {
      throw new UsageError(
        `${file} is a file, and files are checked against shapes only`,
        shacl ? 'Leave out --sources and --fair.' : 'Add --shacl, or name a folder with dataset.yaml.',
      );
    }
    const report = await checkShapesOfFile(file, flags);
    reportProblems(report.problems, context, flags);
    if (!flags.json) context.out(shapesSummary(report));
    return report.problems.some(({ severity }) => severity === 'error') ? EXIT.input : EXIT.ok;
  }
}

const NO_GRAPH: Problem = {
  severity: 'warning',
  code: 'shapes-not-checked',
  message: 'the shapes were not checked, for there is no graph without a sound dataset',
  hint: 'Mend the errors first.',
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function summary(data: string, { dataset }: LoadedDataset, proved: boolean): string {
  const articles = dataset?.articles ?? [];
  const claims = articles.reduce((sum, article) => sum + article.claims.length, 0);
  const mentions = articles
    .flatMap(({ entities }) => entities)
    .reduce((sum, e) => sum + e.mentions.length, 0);
  const proof = proved ? ', each hash and every name proved against its source' : '';
  return `${data} is sound: ${count(articles.length, 'article')}, ${count(claims, 'claim')}, ${count(mentions, 'mention')}${proof}.`;
}
