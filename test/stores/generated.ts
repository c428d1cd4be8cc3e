/** A dataset of any size, made up: articles of thirty claims about twenty entities, about a thousand triples each. */
import type { Claim, Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

/** @param articles each with its own id and hash; the claims are those of the sample, five times over */
export function generatedDataset(articles: number): Dataset {
  return {
    ...sampleDataset,
    identity: [],
    articles: Array.from({ length: articles }, (_, at) => {
      const id = `made-${String(at).padStart(6, '0')}`;
      const renamed = (claim: Claim, round: number): Claim => ({
        ...structuredClone(claim),
        id: `${claim.id}-${round}`,
        article: id,
        ...('claim' in claim.subject && { subject: { claim: { ...claim.subject.claim, article: id, id: `${claim.subject.claim.id}-${round}` } } }),
        ...('claim' in claim.object && { object: { claim: { ...claim.object.claim, article: id, id: `${claim.object.claim.id}-${round}` } } }),
      } as Claim);
      const claims = [0, 1, 2, 3, 4].flatMap((round) => sampleArticle.claims.map((claim) => renamed(claim, round)));
      return { ...sampleArticle, id, text: { ...sampleArticle.text, sha256: String(at).padStart(64, '0') }, claims };
    }),
  };
}
