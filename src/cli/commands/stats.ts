/** `clew stats`: what a dataset holds, and how much of its texts the evidence covers. */
import type { Command } from 'commander';
import { type Counts, coverage, type DatasetStats, datasetStats, sourceTexts } from '../../corpus/index.ts';
import { fieldContext, termLabel } from '../../graph/index.ts';
import { CodePointText, type Dataset, type Span } from '../../model/index.ts';
import { openDataset } from '../open-dataset.ts';
import type { Runner } from '../program.ts';
import { columns } from '../text.ts';

export function addStats(program: Command, { context, run }: Runner): void {
  program
    .command('stats')
    .description('count what a dataset holds, and the share of its texts that evidence covers')
    .argument('[data]', 'folder with dataset.yaml', 'data')
    .option('--sources <dir>', 'folder with the source texts: counts letters and shows the uncovered words')
    .option('--json', 'report as JSON')
    .addHelpText('after', '\nExample:\n  clew stats data --sources ../texts')
    .action((data: string, flags: { sources?: string; json?: boolean }) =>
      run(async () => {
        const { dataset } = await openDataset(data, context, { quiet: true });
        const texts = flags.sources === undefined ? undefined : await sourceTexts(dataset, flags.sources);
        const stats = datasetStats(dataset, texts);
        if (flags.json) {
          context.out(JSON.stringify(stats, null, 2));
          return 0;
        }
        for (const line of countLines(stats, dataset)) context.out(line);
        for (const article of dataset.articles) {
          for (const line of coverageLines(
            coverage(article, texts?.get(article.id)),
            texts?.get(article.id),
          )) {
            context.out(line);
          }
        }
        return 0;
      }, flags),
    );
}

function countLines(stats: DatasetStats, dataset: Dataset): string[] {
  const fields = fieldContext(dataset);
  const label = (id: string) => termLabel(id, fields);
  const section = (title: string, counts: Counts, name: (id: string) => string = (id) => id) => [
    '',
    title,
    ...columns(
      Object.entries(counts)
        .sort(([, a], [, b]) => b - a)
        .map(([id, n]) => ['', String(n), name(id)]),
      ['left', 'right'],
    ),
  ];
  const { entities, mentions, claims } = stats;
  return [
    ...columns(
      [
        ['articles', String(stats.articles)],
        ['paragraphs', String(stats.paragraphs)],
        ['entities', String(entities.total)],
        ['mentions', String(mentions.total)],
        ['claims', String(claims.total)],
      ],
      ['left', 'right'],
    ),
    ...section('entities by kind', entities.byKind, label),
    ...section('mentions by form', mentions.byForm),
    ...section('claims by modality', claims.byModality),
    ...section('claims by polarity', claims.byPolarity),
    ...section('claims by derivation', claims.byDerivation),
    ...section('claims by speakers in the chain', claims.byAttribution, (n) =>
      n === '0' ? "0: the article's own voice" : n,
    ),
    ...section('claims by predicate', claims.byPredicate, label),
  ];
}

function coverageLines(
  { article, basis, total, covered, share, uncovered }: ReturnType<typeof coverage>,
  text: string | undefined,
): string[] {
  const unit =
    basis === 'letters' ? 'letters' : 'code points (name the texts with --sources to count letters)';
  const source = text === undefined ? undefined : new CodePointText(text);
  const spanRow = (span: Span) => [
    '',
    `${span.start}–${span.end}`,
    source === undefined ? '' : JSON.stringify(source.slice(span)),
  ];
  return [
    '',
    `${article}: evidence and attribution cover ${(100 * share).toFixed(1)} % outside structural spans (${covered} of ${total} ${unit})`,
    ...(uncovered.length === 0 ? [] : ['uncovered:', ...columns(uncovered.map(spanRow))]),
  ];
}
