/** What all steps of a load share. */
import type { LoadClaim } from './load-claim.ts';
import type { StoreClient } from './store-client.ts';
import type { RewriteCounts } from './verify.ts';

/** A load on its way. */
export interface Loading {
  readonly client: StoreClient;
  readonly claim: LoadClaim;
  readonly rewrites: RewriteCounts;
  readonly onSent: (triples: number) => void;
  /** Graphs that are on the way already, whole. */
  readonly early?: { readonly graphs: ReadonlySet<string>; handOver(staged: string): void } | undefined;
}
