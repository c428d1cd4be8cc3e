/** Which syntax an answer has, by the Accept header (RFC 9110 section 12.5.1); without one, the first. */
import type { IncomingMessage } from 'node:http';
import { GRAPH_FORMATS, TABLE_FORMATS } from '../../store/index.ts';
import { wantedType } from '../media-ranges.ts';

const { json, xml, csv, tsv } = TABLE_FORMATS;
const { turtle, ntriples, rdfxml, jsonld } = GRAPH_FORMATS;

/** What is offered, best first: the media type as it is asked for, and the syntax that it means. */
export const TABLE_OFFERS = {
  [json]: json,
  'application/json': json,
  [xml]: xml,
  'application/xml': xml,
  'text/xml': xml,
  [csv]: csv,
  [tsv]: tsv,
} as const;
export const GRAPH_OFFERS = {
  [turtle]: turtle,
  'application/x-turtle': turtle,
  [ntriples]: ntriples,
  [rdfxml]: rdfxml,
  'application/xml': rdfxml,
  'text/xml': rdfxml,
  [jsonld]: jsonld,
  'application/json': jsonld,
} as const;

export interface Accepted {
  /** For the Content-Type. */
  readonly type: string;
  /** What to write. */
  readonly syntax: string;
}

/** `undefined` where nothing that is offered is acceptable. */
export function accepted(
  request: IncomingMessage,
  offers: Readonly<Record<string, string>>,
): Accepted | undefined {
  const type = wantedType(request.headers.accept, Object.keys(offers));
  return type === undefined ? undefined : { type, syntax: offers[type]! };
}

/** True where a page is wanted more than data: by browsers, not by programs that take anything. */
export function wantsPage(request: IncomingMessage): boolean {
  const data = [...Object.keys(TABLE_OFFERS), ...Object.keys(GRAPH_OFFERS)];
  return wantedType(request.headers.accept, [...new Set(data), 'text/html']) === 'text/html';
}

/** True where the client reads problems as JSON: our own page does. */
export function wantsProblems(request: IncomingMessage): boolean {
  return /\bapplication\/problem\+json\b/.test(request.headers.accept ?? '');
}

export function offered(offers: Readonly<Record<string, string>>): string {
  return Object.keys(offers).join(', ');
}
