/** The one rule on which everything hangs: when a claim may stand as a plain triple. */
import { type Claim, isClaimRef } from './claim.ts';
import type { OntologyProperty } from './dataset.ts';

/**
 * True if and only if the claim is asserted in the article's own voice, positive, explicit (or implied, where
 * `implied` is asked for), joins an entity to an entity or a literal, and its predicate says enough without
 * qualifiers (DESIGN section 5). A range has no single value, so it never becomes a plain triple.
 */
export function isPlain(
  claim: Claim,
  predicate: Pick<OntologyProperty, 'needsQualifiers'> | undefined,
  options: { readonly implied?: boolean } = {},
): boolean {
  return (
    claim.modality === 'asserted' &&
    claim.attribution === undefined &&
    claim.polarity === 'positive' &&
    (claim.derivation === 'explicit' || options.implied === true) &&
    !isClaimRef(claim.subject) &&
    !isClaimRef(claim.object) &&
    !('min' in claim.object || 'max' in claim.object) &&
    predicate !== undefined &&
    !predicate.needsQualifiers
  );
}
