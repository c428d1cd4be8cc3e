/** What a store can do wrong in the middle of a load, and how the load has to end. */
import type { Rule } from './store-faults.ts';
import { STYLES, type StyleName } from './store-styles.ts';

export const ALL: readonly StyleName[] = STYLES.map(({ name }) => name);
/** One of each way in which triples go in: a graph at a time, many graphs at once, by SPARQL alone. */
const WAYS: readonly StyleName[] = ['virtuoso', 'fuseki', 'generic'];
/** Questions are asked of all of them in the same way. */
const ASKED: readonly StyleName[] = ['rdf4j'];
const CHANGES: readonly string[] = ['claim', 'drop', 'add', 'move', 'forget', 'any'];
export const stylesOf = ({ styles, script }: Case) =>
  styles ?? (CHANGES.includes(script[0]!.on) ? WAYS : ASKED);
/** Milliseconds to wait for what never comes: more than any answer takes that does, on a busy machine too. */
const SOON = 1_500;
/** As often as it is asked. */
export const NO_END = Number.POSITIVE_INFINITY;
/** Longer than the two hundred characters of it that are shown. */
const LONG = `<html>${'sorry, '.repeat(100)}</html>`;

export interface Case {
  readonly title: string;
  readonly styles?: readonly StyleName[];
  readonly script: readonly Rule[];
  /** The code of the problem, with the server's words where it said some; absent where the load gets over it. */
  readonly ends?: string;
  readonly says?: string;
  readonly timeout?: number;
}

export const FAULT_CASES: readonly Case[] = [
  {
    title: 'says 201 and stores nothing',
    script: [{ on: 'add', times: NO_END, fault: { does: 'lies' } }],
    ends: 'store-lost',
    says: 'the store says that it took the triples, and has 0 of',
  },
  {
    title: 'says 201 and stores nothing of the last chunk',
    script: [{ on: 'add', nth: 2, fault: { does: 'lies' } }],
    styles: ['virtuoso', 'generic'],
    ends: 'store-lost',
  },
  {
    title: 'cuts the connection in mid-body, once',
    script: [{ on: 'add', fault: { does: 'cuts the request' } }],
  },
  {
    title: 'cuts the connection in mid-body, always',
    script: [{ on: 'add', times: NO_END, fault: { does: 'cuts the request' } }],
    ends: 'store-unreachable',
    says: 'the connection to the store failed when asked to take triples',
  },
  {
    title: 'takes triples and loses the answer',
    script: [{ on: 'add', fault: { does: 'loses the answer' } }],
  },
  { title: 'takes triples and cuts the answer', script: [{ on: 'add', fault: { does: 'cuts the answer' } }] },
  {
    title: 'cuts every answer to a question',
    script: [{ on: 'count', times: NO_END, fault: { does: 'cuts the answer' } }],
    ends: 'store-unreachable',
  },
  {
    title: 'asks for credentials for ever',
    script: [{ on: 'any', times: NO_END, fault: { does: 'never believes' } }],
    ends: 'store-unauthorised',
    says: '401',
  },
  {
    title: 'asks for credentials for ever once triples arrive',
    script: [{ on: 'add', times: NO_END, fault: { does: 'never believes' } }],
    ends: 'store-unauthorised',
  },
  {
    title: 'fails after half of the triples',
    script: [{ on: 'add', fault: { does: 'does half' } }],
    ends: 'store-refused',
    says: '500 the disk is full and full',
  },
  {
    title: 'hangs over triples',
    script: [{ on: 'add', fault: { does: 'hangs', applied: true } }],
    ends: 'store-silent',
    timeout: SOON,
    says: `the store gave no answer within ${SOON / 1000} s when asked to take triples`,
  },
  {
    title: 'hangs over a question',
    script: [{ on: 'sample', times: NO_END, fault: { does: 'hangs', applied: false } }],
    timeout: SOON,
    ends: 'store-silent',
  },
  {
    title: 'miscounts what is staged',
    styles: ['rdf4j', 'fuseki'],
    script: [{ on: 'count', times: NO_END, fault: { does: 'miscounts' } }],
    ends: 'store-lost',
  },
  {
    title: 'finds a body too long',
    script: [{ on: 'add', times: NO_END, fault: { does: 'refuses', status: 413, body: LONG } }],
    ends: 'store-refused',
    says: 'The server takes less at a time',
  },
  { title: 'is busy once', script: [{ on: 'add', fault: { does: 'refuses', status: 503 } }] },
  {
    title: 'is asked too often, and says for how long',
    script: [{ on: 'claim', fault: { does: 'refuses', status: 429, headers: { 'Retry-After': '0.05' } } }],
  },
  {
    title: 'is busy for ever',
    script: [{ on: 'add', times: NO_END, fault: { does: 'refuses', status: 503, body: LONG } }],
    ends: 'store-refused',
    says: '503 <html>sorry',
  },
  {
    title: 'forbids it',
    script: [{ on: 'claim', fault: { does: 'refuses', status: 403, body: 'readers only' } }],
    ends: 'store-refused',
    says: '403 readers only',
  },
  {
    title: 'sends data to another origin',
    script: [
      { on: 'add', fault: { does: 'redirects', status: 307, to: 'http://127.0.0.1:9/take?token=abc' } },
    ],
    ends: 'store-redirects',
    says: '307 http://127.0.0.1:9/take',
  },
  {
    title: 'answers a question with a redirect that would lose its body',
    script: [{ on: 'hashes', fault: { does: 'redirects', status: 302, to: '/elsewhere' } }],
    ends: 'store-redirects',
  },
  {
    title: 'sends a question round in circles',
    script: [{ on: 'any', times: NO_END, fault: { does: 'redirects', status: 308, to: '/sparql' } }],
    styles: ['generic'],
    ends: 'store-redirects',
  },
  {
    title: 'answers a question with a page',
    script: [{ on: 'count', fault: { does: 'garbles', body: LONG } }],
    ends: 'store-unreadable',
    says: '<html>sorry',
  },
  {
    title: 'answers a question with half of the JSON',
    script: [{ on: 'sample', fault: { does: 'garbles', body: '{"head":{"vars":["g"]},"results":{"bind' } }],
    ends: 'store-unreadable',
  },
  {
    title: 'answers a question with other JSON',
    script: [{ on: 'hashes', fault: { does: 'garbles', body: '{"results":{"bindings":[{"g":7}]}}' } }],
    ends: 'store-unreadable',
  },
  {
    title: 'answers byte by byte, in time',
    script: [{ on: 'claim', fault: { does: 'drips', every: 5 } }],
  },
  {
    title: 'answers byte by byte, too late',
    script: [{ on: 'hashes', times: NO_END, fault: { does: 'drips', every: 5 } }],
    timeout: SOON,
    ends: 'store-silent',
  },
  {
    title: 'moves and loses the answer',
    script: [{ on: 'move', fault: { does: 'loses the answer' } }],
  },
  {
    title: 'moves and cuts the answer',
    script: [{ on: 'move', fault: { does: 'cuts the answer' } }],
  },
  {
    title: 'moves and never says so',
    script: [{ on: 'move', fault: { does: 'hangs', applied: true } }],
    timeout: SOON,
  },
  {
    title: 'cuts the connection before it moves',
    script: [{ on: 'move', fault: { does: 'cuts the request' } }],
  },
  {
    title: 'says that it moved, and did not',
    script: [{ on: 'move', times: NO_END, fault: { does: 'lies' } }],
    ends: 'store-lost',
  },
  {
    title: 'moves half of the graphs and fails',
    script: [{ on: 'move', fault: { does: 'does half' } }],
    ends: 'store-refused',
    says: '500 the disk is full',
  },
  {
    title: 'does not forget',
    script: [{ on: 'forget', times: NO_END, fault: { does: 'refuses', status: 500, body: 'never' } }],
    ends: 'store-refused',
    says: '500 never',
  },
  {
    title: 'says that it moved, and did not, where as many triples were before',
    script: [{ on: 'move', nth: 2, times: NO_END, fault: { does: 'lies' } }],
    ends: 'store-lost',
  },
  {
    title: 'never stops talking',
    script: [{ on: 'count', fault: { does: 'floods' } }],
    ends: 'store-floods',
    says: 'more than 4000000 bytes when asked to count the triples',
  },
];
