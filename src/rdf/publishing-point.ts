/** One point of a list that published data is measured by, and what measuring needs to know of a dataset. */
import type { Dataset } from '../model/index.ts';
import type { QuadTally } from './quad-tally.ts';

/** `unknown`: it can't be told from the data alone, without asking the network. */
export type PointStatus = 'passed' | 'failed' | 'unknown';

export interface PublishingPoint {
  /** E.g. `FAIR R1.1`, `LOD 3`, `star 5`. */
  readonly id: string;
  readonly title: string;
  readonly status: PointStatus;
  /** What was found, with numbers. */
  readonly reason: string;
  /** What to do; absent where nothing is to be done. */
  readonly advice?: string;
}

/** A dataset and what its triples come to. */
export interface Measured {
  readonly dataset: Dataset;
  readonly tally: QuadTally;
}

/** Passed or failed; the advice is for failure. */
export function judged(
  id: string,
  title: string,
  passes: boolean,
  reason: string,
  advice: string,
): PublishingPoint {
  return { id, title, status: passes ? 'passed' : 'failed', reason, ...(passes ? {} : { advice }) };
}

export function untold(id: string, title: string, reason: string, advice: string): PublishingPoint {
  return { id, title, status: 'unknown', reason, advice };
}

/** `1 thing`, `2 things`, `no things`. */
export function some(n: number, noun: string): string {
  return n === 0 ? `no ${noun}s` : `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Licences that let anyone use, change and share the data, by the start of their IRIs (the Open Definition's list). */
const OPEN_LICENCES =
  /^https?:\/\/(?:creativecommons\.org\/(?:publicdomain\/(?:zero|mark)|licenses\/(?:by|by-sa))\/\d|(?:www\.)?opendatacommons\.org\/licenses\/(?:pddl|by|odbl)|(?:www\.)?nationalarchives\.gov\.uk\/doc\/open-government-licence|data\.europa\.eu\/eli\/dec_impl\/|(?:www\.)?govdata\.de\/dl-de\/(?:by|zero)-2-0)/;

export function isOpenLicence(iri: string): boolean {
  return OPEN_LICENCES.test(iri);
}

/** Names of hosts that answer for no published data (RFC 2606, RFC 6761, RFC 8375). */
const NOWHERE =
  /(?:^|\.)(?:example|invalid|test|localhost|local|internal|home\.arpa|example\.(?:com|net|org))$/;

/** The host of an http(s) IRI that others could resolve; `undefined` for other schemes, and for names that lead nowhere. */
export function publicHost(iri: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(iri)?.[1]?.toLowerCase();
  return host === undefined || NOWHERE.test(host) || /^[\d.]+$|^\[/.test(host) ? undefined : host;
}

/** Links to other sources, by the start of the IRIs that are linked to. */
export function linksBySource({ tally }: Measured): Map<string, number> {
  const found = new Map<string, number>();
  for (const [key, n] of tally.links) {
    const start = key.slice(key.indexOf(' ') + 1);
    found.set(start, (found.get(start) ?? 0) + n);
  }
  return found;
}
