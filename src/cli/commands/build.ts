/** `clew build`: a data folder to its outputs. */
import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import {
  buildDataset,
  OUTPUT_FORMATS,
  type OutputFormat,
  placeProblems,
  unfitFormats,
} from '../../build/index.ts';
import { checkSources, sourceTexts } from '../../corpus/index.ts';
import { CodePointText, type Problem, ProblemError } from '../../model/index.ts';
import { RDF_MODELS, type RdfModel, TEXT_LEVELS, type TextLevel } from '../../rdf/index.ts';
import { EXIT, reportProblems, UsageError } from '../context.ts';
import { type OpenedDataset, openDataset } from '../open-dataset.ts';
import { packageRoot } from '../package-root.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';
import { fileLines } from '../text.ts';

export interface BuildFlags {
  readonly out: string;
  readonly formats?: string;
  readonly sources?: string;
  readonly text: TextLevel;
  readonly rdf: RdfModel;
  readonly implied?: boolean;
  readonly infer?: boolean;
  readonly ascii?: boolean;
  readonly bom?: boolean;
  readonly repair?: boolean;
  readonly lean?: boolean;
  readonly json?: boolean;
}

export function addBuild(program: Command, { context, run }: Runner): void {
  program
    .command('build')
    .description('build the graph of a data folder and write it in every format')
    .argument('[data]', 'folder with dataset.yaml', 'data')
    .option('--out <dir>', 'folder for the outputs', 'exports')
    .addOption(
      new Option(
        '--formats <list>',
        `comma-separated, of: ${OUTPUT_FORMATS.join(', ')} (default: all but those with a flavour, cx2 and dot)`,
      ),
    )
    .option('--sources <dir>', 'folder with the source texts: checks hashes, names and spans against them')
    .addOption(
      new Option(
        '--text <level>',
        'what outputs carry of the texts: positions only; evidence, where it is short; or RDF the whole text, other files the evidence',
      )
        .choices(TEXT_LEVELS)
        .default('standoff'),
    )
    .addOption(
      new Option(
        '--rdf <model>',
        'what RDF the dataset becomes: rdf12 uses triple terms, nif adds spans as NIF 2.0, nanopub makes one nanopublication per claim',
      )
        .choices(RDF_MODELS)
        .default('rdf11'),
    )
    .option('--implied', 'write implied claims as plain triples too')
    .option('--infer', 'write superclasses and superproperties out')
    .option('--ascii', 'write RDF, XML and JSON formats in ASCII, with escapes')
    .option('--bom', 'begin CSV with a byte order mark, which Excel wants')
    .option('--repair', 'mend illegal terms and characters, and report each, instead of refusing')
    .option('--lean', 'leave the model objects out of graph files')
    .option('--json', 'report as JSON')
    .addHelpText('after', '\nExample:\n  clew build data --out exports --formats ttl,graphml,html')
    .action((data: string, flags: BuildFlags) =>
      run(async () => {
        const formats = parseFormats(flags.formats);
        if (flags.text !== 'standoff' && flags.sources === undefined) {
          throw new UsageError(`--text ${flags.text} needs --sources`, 'Name the folder with the texts.');
        }
        const leftOut = formats === undefined ? unfitFormats(flags.rdf) : [];
        const opened = await openDataset(data, context, { quiet: flags.json, repair: flags.repair });
        const { dataset, places } = opened;
        const { source, drift } = await openSources(opened, flags);
        if (!flags.json) reportProblems(drift, context);
        const problems = [...opened.problems, ...drift];
        const bar = progress(context, flags);
        const { implied, infer, ascii, bom, repair, lean } = { ...NO_FLAGS, ...flags };
        try {
          const { files, layout } = await buildDataset(dataset, flags.out, {
            rdf: flags.rdf,
            implied,
            infer,
            ascii,
            bom,
            repair,
            lean,
            text: flags.text,
            ...(source && { source }),
            ...(formats === undefined ? {} : { formats }),
            viewerTemplate,
            onProgress: bar.step,
          });
          bar.done();
          const mended = placeProblems([...new Set(files.flatMap((file) => file.mended))], places);
          if (flags.json) {
            const report = files.map(({ path, bytes, losses }) => ({ path, bytes, losses }));
            const said = {
              ok: true,
              dataset: dataset.id,
              files: report,
              leftOut,
              layout,
              problems: [...problems, ...mended],
            };
            context.out(JSON.stringify(said, null, 2));
          } else {
            reportProblems(mended, context);
            for (const line of fileLines(files)) context.out(line);
            if (leftOut.length > 0) {
              context.out(`not written, for they cannot hold ${flags.rdf}: ${leftOut.join(', ')}`);
            }
          }
          return EXIT.ok;
        } catch (error) {
          if (error instanceof ProblemError) throw new ProblemError(placeProblems(error.problems, places));
          throw error;
        } finally {
          bar.done();
        }
      }, flags),
    );
}

/** The texts as they were annotated, and what is odd about them. @throws ProblemError where one is missing or drifted */
async function openSources(
  opened: OpenedDataset,
  { sources, text }: BuildFlags,
): Promise<{
  readonly source?: (article: string) => CodePointText | undefined;
  readonly drift: readonly Problem[];
}> {
  if (sources === undefined) return { drift: [] };
  const drift = await checkSources(opened, sources);
  if (drift.some(({ severity }) => severity === 'error')) throw new ProblemError(drift);
  if (text === 'standoff') return { drift };
  const found = await sourceTexts(opened.dataset, sources);
  const texts = new Map([...found].map(([id, words]) => [id, new CodePointText(words)]));
  return { drift, source: (article) => texts.get(article) };
}

/** The built viewer, read when it is needed. @throws Error where it was not built */
export function viewerTemplate(): string {
  return builtFile('viewer.html');
}

/** The built editor of the query page. @throws Error where it was not built */
export function editorScript(): string {
  return builtFile('query.js');
}

/** A file of `dist/viewer`. @throws Error that says how to make it, where a clone was not built yet */
export function builtFile(name: string): string {
  const path = packageRoot('dist', 'viewer', name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${path} is missing: \`npm run build\` makes it.`);
  }
}

const NO_FLAGS = { implied: false, infer: false, ascii: false, bom: false, repair: false, lean: false };

/** @throws UsageError for a name that is no format */
export function parseFormats(list: string | undefined): OutputFormat[] | undefined {
  if (list === undefined) return undefined;
  const names = list
    .split(',')
    .map((name) => name.trim().replace(/^\./, ''))
    .filter((name) => name !== '');
  const unknown = names.filter((name) => !(OUTPUT_FORMATS as readonly string[]).includes(name));
  if (unknown.length > 0 || names.length === 0) {
    throw new UsageError(
      names.length === 0 ? 'no format is named' : `no such format: ${unknown.join(', ')}`,
      `There are: ${OUTPUT_FORMATS.join(', ')}.`,
    );
  }
  return names as OutputFormat[];
}
