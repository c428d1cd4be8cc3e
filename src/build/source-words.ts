/** Which words of the source texts the outputs carry (`--text`), and what is left out of them, counted. */
import { type Claim, claimSpans, type Loss, LossCounter } from '../model/index.ts';
import { RDF_DEFAULTS } from '../rdf/index.ts';
import type { OutputJob } from './output-job.ts';

type Words = Pick<OutputJob, 'text' | 'source'>;

/** Between the quotes of one claim's evidence. */
const GAP = ' … ';

/** What a claim's evidence says, by the cap of the RDF mapping; `undefined` where texts stay outside. */
export function evidenceQuote({ text = 'standoff', source }: Words) {
  if (text === 'standoff' || source === undefined) return undefined;
  return ({ article, evidence }: Claim): string | undefined => {
    const words = source(article);
    const quoted = evidence.filter(({ start, end }) => end - start <= RDF_DEFAULTS.longestQuote);
    if (words === undefined || quoted.length === 0) return undefined;
    return quoted.map((span) => words.slice(span)).join(GAP);
  };
}

/** @param rdf whether the file is RDF, which has a place for whole texts; graph files have one for quotes alone */
export function lostWords({ dataset, text = 'standoff' }: OutputJob, rdf: boolean): readonly Loss[] {
  const losses = new LossCounter();
  if (text === 'standoff' || (text === 'full' && rdf)) return [];
  const { longestQuote } = RDF_DEFAULTS;
  for (const { claims } of dataset.articles) {
    const spans = claims.flatMap((claim) => (rdf ? claimSpans(claim) : claim.evidence));
    losses.add(
      `spans of evidence longer than ${longestQuote} characters, not quoted`,
      spans.filter(({ start, end }) => end - start > longestQuote).length,
    );
  }
  if (text === 'full')
    losses.add('texts of articles, of which only evidence is quoted', dataset.articles.length);
  return losses.report().losses;
}
