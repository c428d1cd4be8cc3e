/** The one step of the library that its own types leave out. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
  /** Moves all bodies one step. `bodies`: 10 numbers each; `springs`: 3 numbers each. */
  export default function iterate(
    settings: Required<ForceAtlas2Settings>,
    bodies: Float32Array,
    springs: Float32Array,
  ): unknown;
}
