/** `clew explain`: one claim with who says it, how firmly, on what words, and its Turtle. */
import type { Command } from 'commander';
import { claimTurtle } from '../../build/index.ts';
import { nearestWords, sourceTexts } from '../../corpus/index.ts';
import {
  claimFields,
  entityLabel,
  type FieldContext,
  fieldContext,
  literalText,
  termLabel,
  valueText,
} from '../../graph/index.ts';
import {
  attributionChain,
  type Claim,
  CodePointText,
  claimKey,
  type Dataset,
  isLiteral,
  type Span,
  spanContains,
} from '../../model/index.ts';
import { UsageError } from '../context.ts';
import { openDataset } from '../open-dataset.ts';
import type { Runner } from '../program.ts';
import { columns } from '../text.ts';

export function addExplain(program: Command, { context, run }: Runner): void {
  program
    .command('explain')
    .description('explain one claim: its sentence, who says it, how firmly, the evidence, its Turtle')
    .argument('<claim>', 'the claim as ARTICLE/ID, or its id alone where one article has it')
    .argument('[data]', 'folder with dataset.yaml', 'data')
    .option('--sources <dir>', 'folder with the source texts: shows the words of the evidence')
    .option('--language <tag>', 'language of labels and sentence')
    .option('--json', 'the claim as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  clew explain c14\n  clew explain china-ai-2024-08/c14 data --sources ../texts',
    )
    .action((name: string, data: string, flags: { sources?: string; language?: string; json?: boolean }) =>
      run(async () => {
        const opened = await openDataset(data, context, { quiet: true });
        const { dataset } = opened;
        const claim = findClaim(name, dataset);
        if (flags.json) {
          context.out(JSON.stringify(claim, null, 2));
          return 0;
        }
        const languages =
          flags.language === undefined ? dataset.languages : [flags.language, ...dataset.languages];
        const fields = fieldContext(dataset, languages);
        const texts = flags.sources === undefined ? undefined : await sourceTexts(dataset, flags.sources);
        const place = opened.places.claim(claimKey(claim));
        const text = texts?.get(claim.article);
        const source = text === undefined ? undefined : new CodePointText(text);
        for (const line of explanation(claim, fields, source)) context.out(line);
        if (place) context.out(`\n${place.file}:${place.line}:${place.column}`);
        context.out(`\n${await claimTurtle(dataset, claim)}`);
        return 0;
      }, flags),
    );
}

/** @throws UsageError where no claim or more than one has the name */
export function findClaim(name: string, dataset: Dataset): Claim {
  const claims = dataset.articles.flatMap((article) => article.claims);
  const found = claims.filter((claim) => claimKey(claim) === name || claim.id === name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new UsageError(
      `several articles have a claim ${name}`,
      `Name one: ${found.map(claimKey).join(', ')}.`,
    );
  }
  const near = nearestWords(name, [...claims.map(claimKey), ...claims.map(({ id }) => id)])[0];
  throw new UsageError(`there is no claim ${name}`, near === undefined ? undefined : `Did you mean ${near}?`);
}

/** The claim in lines: sentence first, then a table of what is known of it. */
export function explanation(
  claim: Claim,
  context: FieldContext,
  source: CodePointText | undefined,
): string[] {
  const fields = claimFields(claim, context);
  const object = isLiteral(claim.object) ? literalText(claim.object) : valueText(claim.object, context);
  const rows: [string, string][] = [
    ['claim', claimKey(claim)],
    ['says', `${valueText(claim.subject, context)} — ${fields.label} — ${object}`],
    ['polarity', claim.polarity === 'negative' ? 'DENIED: the article says that it is not so' : 'affirmed'],
    ['modality', claim.modality],
    ['derivation', claim.derivation === 'implied' ? 'implied: a reader concludes it' : 'explicit'],
  ];
  const chain = attributionChain(claim);
  if (chain.length === 0) rows.push(['said by', 'the article, in its own voice']);
  for (const [i, link] of chain.entries()) {
    const verb = link.verb === undefined ? '' : `, ${link.verb}`;
    const channel = link.channel === undefined ? '' : `, through ${entityLabel(link.channel, context)}`;
    rows.push([
      i === 0 ? 'said by' : 'via',
      `${entityLabel(link.speaker, context)} (${link.form}${verb}${channel})`,
    ]);
  }
  if (claim.time !== undefined) rows.push(['holds at', claim.time]);
  if (claim.said !== undefined) rows.push(['said at', claim.said]);
  if (claim.confidence !== undefined) rows.push(['confidence', String(claim.confidence)]);
  for (const { property, value } of claim.qualifiers) {
    rows.push([termLabel(property, context), valueText(value, context)]);
  }
  rows.push(['plain triple', fields.plain ? 'yes' : 'no']);
  for (const [i, span] of claim.evidence.entries()) {
    rows.push([i === 0 ? 'evidence' : '', spanLine(span, claim, context, source)]);
  }
  return [fields.statement, '', ...columns(rows)];
}

function spanLine(
  span: Span,
  claim: Claim,
  { articles }: FieldContext,
  source: CodePointText | undefined,
): string {
  const paragraphs = articles.get(claim.article)?.paragraphs ?? [];
  const number = paragraphs.findIndex((paragraph) => spanContains(paragraph.span, span)) + 1;
  const where = `${number === 0 ? '' : `paragraph ${number}, `}code points ${span.start}–${span.end}`;
  return source === undefined ? where : `${where}: ${JSON.stringify(source.slice(span))}`;
}
