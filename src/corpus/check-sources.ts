/** `--sources DIR`: finds each article's text by its hash, proves the positions, and says what drifted. */
import { readFile } from 'node:fs/promises';
import type { Article, Dataset, Problem } from '../model/index.ts';
import {
  articleDrift,
  type ClaimDrift,
  DRIFT_STATUSES,
  type DriftStatus,
  type SpanDrift,
} from './anchor-drift.ts';
import { type DriftEstimate, estimateDrift } from './anchor-estimate.ts';
import { checkAnchors } from './check-anchors.ts';
import { decodeUtf8 } from './decode.ts';
import { findSources, listFiles, mayHold, type SearchOptions, type SizedFile } from './find-sources.ts';
import type { SourcePlaces } from './places.ts';
import { ProblemList } from './problem-list.ts';

export interface SourcesOptions extends SearchOptions {
  /** Folder with older versions of the texts: with the annotated version at hand, drift is computed, not estimated. */
  readonly against?: string;
}

/** A file is taken for a changed version of a text when this share of the names stand in it in their order. */
const SAME_TEXT = 0.5;

/**
 * Checks a dataset against the texts in a folder. A text that is missing is an error; where a changed version of it
 * lies there, what became of each claim is a warning.
 */
export async function checkSources(
  { dataset, places }: { readonly dataset?: Pick<Dataset, 'articles'>; readonly places: SourcePlaces },
  dir: string,
  options: SourcesOptions = {},
): Promise<Problem[]> {
  const problems = new ProblemList();
  if (dataset === undefined) return [];
  const files = await listFiles(dir, problems, options);
  if (problems.errors > 0) return problems.sorted();
  const { found, refused } = await findSources(dataset.articles, files, problems);
  const missing = dataset.articles.filter(({ id }) => !found.has(id) && !refused.has(id));
  const older = options.against === undefined ? [] : await listFiles(options.against, problems, options);
  const { found: originals } = await findSources(missing, older, problems);
  const taken = new Set([...found.values()].map(({ file }) => file));
  const spare = files.filter(({ file }) => !taken.has(file));
  for (const article of dataset.articles) {
    const source = found.get(article.id);
    if (source !== undefined) checkAnchors(article, source.text, places, problems);
  }
  for (const article of missing) {
    await reportMissing(article, spare, originals.get(article.id)?.text, dir, places, problems);
  }
  return problems.sorted();
}

/** What became of the claims of an article whose text is not there as it was annotated. */
async function reportMissing(
  article: Article,
  files: readonly SizedFile[],
  original: string | undefined,
  dir: string,
  places: SourcePlaces,
  problems: ProblemList,
): Promise<void> {
  const details = { place: places.article(article.id), value: article.text.sha256 };
  const changed = await changedVersion(article, files);
  if (changed === undefined) {
    const hint = 'name the folder that holds the file that was annotated, byte for byte';
    problems.error('source-not-found', `no file in ${dir} has this hash`, { ...details, hint });
    return;
  }
  const drift =
    original === undefined ? changed.estimate.claims : articleDrift(article, original, changed.text);
  const counts = DRIFT_STATUSES.map(
    (status) => [status, drift.filter((claim) => claim.status === status).length] as const,
  );
  const summary = counts.filter(([, count]) => count > 0).map(([status, count]) => `${count} ${status}`);
  const share = Math.round(changed.estimate.names * 100);
  const basis =
    original === undefined
      ? `${share} % of the names stand in it in their order; estimated from them, the claims are`
      : 'compared with the annotated text, the claims are';
  problems.error(
    'source-not-found',
    `no file in ${dir} has this hash; ${changed.file} looks like a changed version`,
    {
      ...details,
      hint: `${basis}: ${summary.join(', ')}`,
    },
  );
  for (const claim of drift) reportDrift(claim, original !== undefined, changed.file, places, problems);
}

/** The file in which most of the article's names stand in their order. */
async function changedVersion(
  article: Article,
  files: readonly SizedFile[],
): Promise<{ file: string; text: string; estimate: DriftEstimate } | undefined> {
  let best: { file: string; text: string; estimate: DriftEstimate } | undefined;
  for (const candidate of files) {
    // A version that lost or gained half of its words is another text.
    const { codePoints } = article.text;
    if (!mayHold(candidate, Math.floor(codePoints / 2)) && !mayHold(candidate, codePoints * 2)) continue;
    const bytes = await readFile(candidate.file).catch(() => undefined);
    const decoded = bytes && decodeUtf8(bytes, candidate.file);
    if (decoded === undefined || 'problem' in decoded) continue;
    const estimate = estimateDrift(article, decoded.text);
    if (estimate.names < SAME_TEXT || estimate.names <= (best?.estimate.names ?? 0)) continue;
    best = { file: candidate.file, text: decoded.text, estimate };
  }
  return best;
}

/** What became of a span, when both versions of the text were compared, and when the names alone were. */
const COMPARED: Readonly<Record<DriftStatus, string>> = {
  exact: 'stands where it stood',
  moved: 'stands elsewhere',
  ambiguous: 'stands at several places',
  changed: 'has other words',
  orphaned: 'is gone',
};
const ESTIMATED: Readonly<Record<DriftStatus, string>> = {
  ...COMPARED,
  moved: 'probably stands elsewhere',
  changed: 'lies where something changed',
};

function reportDrift(
  { claim, status, spans }: ClaimDrift,
  isCompared: boolean,
  file: string,
  places: SourcePlaces,
  problems: ProblemList,
): void {
  if (status === 'exact') return;
  const message = `what \`${claim}\` rests on ${(isCompared ? COMPARED : ESTIMATED)[status]} in ${file}`;
  problems.warn(`drift-${status}`, message, {
    place: places.claim(claim),
    value: spans
      .filter((span) => span.status !== 'exact')
      .map(driftText)
      .join('; '),
    hint: isCompared
      ? 'read it there, and correct the spans'
      : 'give the folder of the annotated text with --against to know for certain',
  });
}

function driftText({ span, to, candidates, likeness }: SpanDrift): string {
  const spell = ({ start, end }: { start: number; end: number }) => `[${start}, ${end}]`;
  const target = to !== undefined ? spell(to) : (candidates?.map(spell).join(' or ') ?? '?');
  const share = likeness === undefined ? '' : `, ${Math.round(likeness * 100)} % of the words`;
  return `${spell(span)} -> ${target}${share}`;
}
