/** How a claim's line is drawn, so that claims can be told apart at a glance: one rule for screen, SVG and legend. */
import type { Claim } from '../model/index.ts';

export interface LineStyle {
  /** Solid: asserted. Dashed: reported or opinion. Dotted: predicted or attempted. */
  readonly stroke: 'solid' | 'dashed' | 'dotted';
  /** A bar across the middle, in the denied grey: the article says that it is not so. */
  readonly denied: boolean;
  /** Thinner and lighter: a reader concludes it, the words do not say it. */
  readonly implied: boolean;
}

/** An asserted claim that somebody else makes is drawn as reported: it is not the article's own voice. */
export function lineStyle(
  claim: Pick<Claim, 'modality' | 'polarity' | 'derivation' | 'attribution'>,
): LineStyle {
  const { modality } = claim;
  const stroke =
    modality === 'predicted' || modality === 'attempted'
      ? 'dotted'
      : modality === 'reported' || modality === 'opinion' || claim.attribution !== undefined
        ? 'dashed'
        : 'solid';
  return { stroke, denied: claim.polarity === 'negative', implied: claim.derivation === 'implied' };
}
