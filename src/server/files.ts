/** Files that may be asked for by name. No path is ever joined to a folder: what is not listed cannot be reached. */

export interface ServedFile {
  /** Name in the address, without a slash. */
  readonly name: string;
  /** Where its bytes lie. */
  readonly path: string;
  readonly bytes: number;
}
