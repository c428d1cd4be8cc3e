/** The paragraphs of a plain text, for an article that is new. */
import { CodePointText, type Span } from '../model/index.ts';

export interface FoundParagraphs {
  /** Without the white space around them, in code points. */
  readonly spans: readonly Span[];
  /** What was taken for their borders: blank lines where there are any between lines of text, else every line's end. */
  readonly separatedBy: 'blank lines' | 'lines';
}

export function findParagraphs(text: string): FoundParagraphs {
  const hasBlankLines = /\S[^\S\n]*\n(?:[^\S\n]*\n)+[^\S\n]*\S/.test(text);
  const points = new CodePointText(text);
  // A block begins and ends with something to see; single line ends within it belong to it where blank lines separate.
  const blocks = hasBlankLines ? /\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g : /\S[^\n]*/g;
  const spans = [...text.matchAll(blocks)].map(({ 0: block, index }) => {
    return { start: points.pointAt(index), end: points.pointAt(index + block.trimEnd().length) };
  });
  return { spans, separatedBy: hasBlankLines ? 'blank lines' : 'lines' };
}
