/** `clew convert`: a file that holds a whole dataset to another format. */
import { type Command, Option } from 'commander';
import {
  type ConvertedFile,
  convertDataset,
  convertQuads,
  formatOf,
  OUTPUT_FORMATS,
  type OutputFormat,
  problemsInFile,
  readDatasetFile,
} from '../../build/index.ts';
import {
  type Loss,
  type OpenedText,
  RDF_SYNTAXES,
  type RdfSyntax,
  READ_ENDINGS,
  syntaxOf,
} from '../../formats/index.ts';
import { ProblemError } from '../../model/index.ts';
import { RDF_MODELS, type RdfModel } from '../../rdf/index.ts';
import { EXIT, reportProblems, UsageError } from '../context.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';
import { fileLines } from '../text.ts';
import { viewerTemplate } from './build.ts';

interface ConvertFlags {
  readonly rdf?: RdfModel;
  readonly implied?: boolean;
  readonly infer?: boolean;
  readonly ascii?: boolean;
  readonly bom?: boolean;
  readonly repair?: boolean;
  readonly lean?: boolean;
  readonly json?: boolean;
}

export function addConvert(program: Command, { context, run }: Runner): void {
  program
    .command('convert')
    .description(
      'read a file, and write it in another format: RDF to RDF with every statement, other foreign files as a graph',
    )
    .argument('<in>', `a file of clew’s, or any graph or RDF: ${READ_ENDINGS.join(', ')}`)
    .argument('<out>', 'the file to write; its ending names the format, as in `clew build --help`')
    .addOption(
      new Option(
        '--rdf <model>',
        'what RDF the dataset becomes, as in `clew build --help` (default: what OUT ends in, as in .rdf12.ttl, else rdf11); makes claims of foreign RDF',
      ).choices(RDF_MODELS),
    )
    .option('--implied', 'write implied claims as plain triples too')
    .option('--infer', 'write superclasses and superproperties out')
    .option('--ascii', 'write RDF, XML and JSON formats in ASCII, with escapes')
    .option('--bom', 'begin CSV with a byte order mark, which Excel wants')
    .option('--repair', 'mend illegal terms and characters, and report each, instead of refusing')
    .option('--lean', 'leave the model objects out of graph files')
    .option('--json', 'report as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clew convert exports/chinese-ai.graphml chinese-ai.trig\n' +
        'Places are kept where IN has them, and laid out where it has none.',
    )
    .action((input: string, out: string, flags: ConvertFlags) =>
      run(async () => {
        const format = outputFormat(out);
        const bar = progress(context, flags);
        const {
          implied = false,
          infer = false,
          ascii = false,
          bom = false,
          repair = false,
          lean = false,
        } = flags;
        const rdf = flags.rdf ?? modelOf(out) ?? 'rdf11';
        try {
          bar.step(input);
          const read = await readDatasetFile(input, { repair, mayBeEmpty: true });
          const syntax = foreignSyntax(read, out, flags);
          const { quads = [], base } = read;
          const lost = syntax === undefined ? read.losses : relativeIris(read);
          const options = {
            rdf,
            implied,
            infer,
            ascii,
            bom,
            repair,
            lean,
            viewerTemplate,
            onProgress: bar.step,
          };
          const { prefixes = {} } = read;
          const from = { from: input, prefixes, ascii, repair, ...(base !== undefined && { base }) };
          const written: ConvertedFile = await placed(input, () =>
            syntax === undefined
              ? convertDataset(read.dataset, out, format, { ...options, previous: read.places })
              : convertQuads(quads, out, syntax, from),
          );
          const { path, bytes, losses, mended, layout } = written;
          bar.done();
          const problems = [...read.problems, ...problemsInFile(mended, input)];
          if (flags.json) {
            const said = {
              ok: true,
              dataset: read.dataset.id,
              in: { path: input, losses: lost },
              out: { path, bytes, losses },
              ...(layout && { layout }),
              problems,
            };
            context.out(JSON.stringify(said, null, 2));
          } else {
            reportProblems(problems, context);
            for (const { what, count } of lost) context.out(`not whole in ${input}: ${what} (${count})`);
            for (const line of fileLines([{ path, bytes, losses }])) context.out(line);
          }
          return EXIT.ok;
        } finally {
          bar.done();
        }
      }, flags),
    );
}

/** @throws UsageError where the ending names no output */
function outputFormat(path: string): OutputFormat {
  const format = formatOf(path);
  if (format === 'void.ttl') {
    throw new UsageError('a .void.ttl describes the files of a build', 'Write it with `clew build`.');
  }
  if (format !== undefined) return format;
  throw new UsageError(
    `the ending of ${path} names no format`,
    `There are: ${OUTPUT_FORMATS.map((name) => `.${name}`).join(', ')}.`,
  );
}

/** The model that a name says before its ending, as `clew build` names its files. */
function modelOf(path: string): RdfModel | undefined {
  const infix = /\.([^./\\]+)\.\w+$/.exec(path.toLowerCase())?.[1];
  return RDF_MODELS.find((model) => model === infix);
}

/** The syntax for the very quads of foreign RDF; `undefined` where a dataset is written, as `--rdf` and its kin ask for. */
function foreignSyntax(read: OpenedText, out: string, flags: ConvertFlags): RdfSyntax | undefined {
  const { rdf, implied = false, infer = false } = flags;
  const asked = rdf !== undefined || implied || infer || modelOf(out) !== undefined;
  if (read.quads === undefined || asked) return undefined;
  const syntax = syntaxOf(out);
  return RDF_SYNTAXES.find((name) => name === syntax);
}

/** A file has no address, so the IRIs that it gives relative to its own are written under one that never resolves. */
function relativeIris({ quads = [], base }: OpenedText): Loss[] {
  const root = base === undefined ? undefined : new URL('/', base).href;
  const found = new Set<string>();
  for (const { subject, predicate, object, graph } of quads) {
    for (const { termType, value } of [subject, predicate, object, graph]) {
      if (root !== undefined && termType === 'NamedNode' && value.startsWith(root)) found.add(value);
    }
  }
  return found.size === 0 ? [] : [{ what: `relative IRIs, written under ${root}`, count: found.size }];
}

/** What a writer refuses stands in the file that was read. */
async function placed<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) throw new ProblemError(problemsInFile(error.problems, file));
    throw error;
  }
}
