/** Text of the data: in the reader's language where it has it, isolated from the text around it, cut where it is endless. */
import { type LangMap, pickText } from '../../model/index.ts';
import { useApp } from './app-context.ts';

/** Longest text shown in a list, in code points. */
export const LIST_LIMIT = 280;

export interface WordsProps {
  readonly map: LangMap | undefined;
  /** Shown where the map is empty. */
  readonly fallback?: string;
  /** In code points; absent: all of it. */
  readonly limit?: number;
}

/** Bidi marks of a text can't reach out of its `bdi`; its language is named where it differs from the page's. */
export function Words({ map, fallback = '', limit }: WordsProps) {
  const { languages, language } = useApp();
  const picked = map && pickText(map, languages.value);
  return (
    <bdi
      dir="auto"
      lang={picked && picked.lang !== language.value && picked.lang !== 'und' ? picked.lang : undefined}
    >
      {shorten(picked?.text ?? fallback, limit)}
    </bdi>
  );
}

/** The first `limit` code points of a text, with an ellipsis where that is not all. */
export function shorten(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text.length <= limit) return text;
  const points = [...text.slice(0, limit * 2)];
  return points.length <= limit && text.length <= limit * 2 ? text : `${points.slice(0, limit).join('')}…`;
}

/** Text for a plain-text place (a label of a control, an announcement), isolated by FSI and PDI (UAX 9 section 2.4). */
export function isolate(text: string, limit = LIST_LIMIT): string {
  return `\u2068${shorten(text, limit)}\u2069`;
}

/** The first letter in upper case: labels of classes begin a line. */
export function sentenceCase(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
