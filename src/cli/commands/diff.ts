/** `clew diff`: what changed between two builds. */
import type { Command } from 'commander';
import {
  COMPARED_ENDINGS,
  compareDatasets,
  compareQuads,
  openDiffSide,
  openQuadSide,
} from '../../build/index.ts';
import { EXIT, reportProblems } from '../context.ts';
import { changeCounts, changeLines, tripleLines } from '../diff-text.ts';
import { packageRoot } from '../package-root.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';

interface DiffFlags {
  readonly triples?: boolean;
  readonly exitCode?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

export function addDiff(program: Command, { context, run }: Runner): void {
  program
    .command('diff')
    .description('say what changed between two builds: articles, entities, claims, field by field')
    .argument(
      '<a>',
      `the old one: a data folder, or a file: ${COMPARED_ENDINGS.join(', ')} (JSON Lines with its dataset.yaml beside it)`,
    )
    .argument('<b>', 'the new one, of the same format or another')
    .option('--triples', 'compare triples, graph by graph, blank nodes by RDFC-1.0')
    .option('--exit-code', 'end with 1 where there are changes')
    .option('--quiet', 'say nothing but problems; with --exit-code')
    .option('--json', 'report as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clew diff exports/chinese-ai.ttl data\n' +
        'What one side has no place for, or reading leaves out, is named and not compared; --triples compares RDF as it stands.',
    )
    .action((a: string, b: string, flags: DiffFlags) =>
      run(async () => {
        const bar = progress(context, flags);
        try {
          const ontologyDir = packageRoot('ontology');
          bar.step(`${a}, ${b}`);
          const { changed, lines, said, problems } = flags.triples
            ? await triples(a, b, ontologyDir)
            : await records(a, b, ontologyDir);
          bar.done();
          if (flags.json)
            context.out(JSON.stringify({ ok: true, a, b, changed, ...said, problems }, null, 2));
          else {
            reportProblems(problems, context);
            if (!flags.quiet) for (const line of lines()) context.out(line);
          }
          return flags.exitCode && changed ? EXIT.input : EXIT.ok;
        } finally {
          bar.done();
        }
      }, flags),
    );
}

async function records(a: string, b: string, ontologyDir: string) {
  const [old, now] = [await openDiffSide(a, ontologyDir), await openDiffSide(b, ontologyDir)];
  const { changes, notCompared } = await compareDatasets(old, now);
  return {
    changed: changes.length > 0,
    lines: () => changeLines(changes, notCompared),
    said: { counts: changeCounts(changes), changes, notCompared },
    problems: [...old.problems, ...now.problems],
  };
}

async function triples(a: string, b: string, ontologyDir: string) {
  const [old, now] = [await openQuadSide(a, ontologyDir), await openQuadSide(b, ontologyDir)];
  const { graphs, byGraph } = await compareQuads(old, now);
  const notCompared = byGraph ? [] : ['names of graphs: one side has none'];
  return {
    changed: graphs.length > 0,
    lines: () => tripleLines(graphs, notCompared),
    said: { graphs, notCompared },
    problems: [...old.problems, ...now.problems],
  };
}
