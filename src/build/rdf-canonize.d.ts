/** What is used of rdf-canonize, which has no types of its own. */
declare module 'rdf-canonize' {
  export function canonize(
    quads: readonly object[],
    options: {
      readonly algorithm: 'RDFC-1.0';
      readonly format: 'application/n-quads';
      readonly maxWorkFactor?: number;
      /** Is filled with the canonical label of each. */
      readonly canonicalIdMap?: Map<string, string>;
    },
  ): Promise<string>;
}
