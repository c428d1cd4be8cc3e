/** A parser that is a stream, as a reader of whole texts. */
import type { ForeignQuad } from '../rdf/index.ts';
import type { ReadText } from './guarded-reading.ts';
import { pieces } from './pieces.ts';

/** What is used of a stream of any make. */
export interface ParserStream {
  on(event: 'data', listener: (quad: ForeignQuad) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(
    event: 'error',
    listener: (error: Error & { readonly line?: number; readonly column?: number }) => void,
  ): unknown;
  write(text: string): unknown;
  end(): unknown;
}

/**
 * @param parser not used before
 * @param onRead told how many units are read
 */
export function byStream(parser: ParserStream, onRead?: (units: number) => void): ReadText {
  return (text, onQuad) =>
    new Promise<void>((resolve, reject) => {
      parser.on('data', onQuad);
      parser.on('error', reject);
      parser.on('end', resolve);
      // Parsers are given the text in pieces: one may hold all that it is given at once.
      for (const piece of pieces(text, onRead)) parser.write(piece);
      parser.end();
    });
}
