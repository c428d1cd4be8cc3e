/** A dataset of any size, made up: articles with the claims of the sample, many times over. */
import { type Claim, type Dataset, isClaimRef, type Value } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

export interface GeneratedOptions {
  readonly articles: number;
  /** How often an article has each claim of the sample. */
  readonly rounds: number;
}

export function generatedDataset({ articles, rounds }: GeneratedOptions): Dataset {
  return {
    ...sampleDataset,
    identity: [],
    articles: Array.from({ length: articles }, (_, at) => {
      const id = `made-${String(at).padStart(6, '0')}`;
      return {
        ...sampleArticle,
        id,
        text: { ...sampleArticle.text, sha256: String(at).padStart(64, '0') },
        claims: Array.from({ length: rounds }, (_, round) =>
          sampleArticle.claims.map((claim) => copied(claim, id, round)),
        ).flat(),
      };
    }),
  };
}

function copied(claim: Claim, article: string, round: number): Claim {
  const value = <T extends Value>(of: T): T =>
    isClaimRef(of) ? { ...of, article, claim: `${of.claim}-${round}` } : of;
  return {
    ...claim,
    id: `${claim.id}-${round}`,
    article,
    subject: value(claim.subject),
    object: value(claim.object),
    qualifiers: claim.qualifiers.map((qualifier) => ({ ...qualifier, value: value(qualifier.value) })),
  };
}
