/** What the tests use of rdf-canonize, which has no types of its own. */
declare module 'rdf-canonize' {
  export function canonize(
    quads: readonly object[],
    options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; maxWorkFactor?: number },
  ): Promise<string>;
}
