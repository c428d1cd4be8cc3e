/** What a client would rather have: one of the documents that there are, and the language of a page. */
import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../../graph/index.ts';
import { wantedType } from '../media-ranges.ts';
import { DATA_FORMATS } from './data-formats.ts';

/** A page, or data by its ending. */
export type Variant = 'html' | (string & {});

const BY_TYPE = new Map<string, Variant>([
  ['text/html', 'html'],
  ...DATA_FORMATS.map(({ mediaType, ending }) => [mediaType, ending] as const),
  ...DATA_FORMATS.flatMap(({ also, ending }) => also.map((type) => [type, ending] as const)),
  // Last, so that a client that wants no HTML and else anything does not get it under its other name.
  ['application/xhtml+xml', 'html'],
]);
const TYPES = [...BY_TYPE.keys()];

/**
 * By quality, then by how exactly a type is named, then in our order: the page first (RFC 9110 section 12.5.1).
 * @param accept the Accept header; absent, anything will do
 * @returns `undefined` where nothing that there is will do
 */
export function chooseVariant(accept: string | undefined): Variant | undefined {
  const type = wantedType(accept, TYPES);
  return type === undefined ? undefined : BY_TYPE.get(type);
}

/** @param acceptLanguage the Accept-Language header; English where it names no language that there is */
export function choosePageLanguage(acceptLanguage: string | undefined): Language {
  const chosen = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...LANGUAGES]);
  return LANGUAGES.find((language) => language === chosen) ?? LANGUAGES[0];
}
