/** A store on loopback that keeps what it is sent, in the manner of a real one, and goes wrong where its script says so. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from '../../src/store/index.ts';
import { KeptGraphs } from './kept-graphs.ts';
import { type Fault, firstHalf, kindOf, type RequestKind, type Rule } from './store-faults.ts';
import { digestChallenge, STYLES, type Style, type StyleName, type Wish } from './store-styles.ts';

export interface Seen {
  readonly kind: RequestKind;
  /** Absent where the script had no word for it. */
  readonly fault?: Fault['does'];
}

export interface ScriptedStore {
  readonly address: URL;
  readonly credentials: Credentials | undefined;
  readonly kept: KeptGraphs;
  /** The requests so far that were let in, but for looks at what the server is. */
  readonly seen: Seen[];
  /** Replaces the script, and counts from one again. */
  follow(...rules: readonly Rule[]): void;
  close(): Promise<void>;
}

const OK = 200;

export async function scriptedStore(name: StyleName): Promise<ScriptedStore> {
  const style = STYLES.find((one) => one.name === name)!;
  const kept = new KeptGraphs();
  const seen: Seen[] = [];
  let rules: readonly Rule[] = [];
  let counts = new Map<Rule, number>();

  const ruled = (kind: RequestKind): Fault | undefined => {
    let found: Fault | undefined;
    for (const rule of rules) {
      if (rule.on !== kind && rule.on !== 'any') continue;
      const n = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, n);
      const { nth = 1, times = 1 } = rule;
      if (n >= nth && n < nth + times) found ??= rule.fault;
    }
    return found;
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    const url = new URL(request.url!, 'http://127.0.0.1');
    const read = () => {
      const body = Buffer.concat(chunks).toString('utf8');
      return style.wish(request, url, body, request.headers['content-length'] === undefined);
    };
    const challenge = style.challenge(request);
    let verdict: { readonly fault: Fault | undefined } | undefined;
    /** What a request is for stands at its beginning. */
    const judge = () => {
      if (verdict !== undefined || challenge !== undefined) return;
      const wish = read();
      if (wish.asks === 'answer') return;
      const kind = kindOf(wish.asks, wish.text);
      const fault = ruled(kind);
      verdict = { fault };
      seen.push({ kind, ...(fault && { fault: fault.does }) });
    };
    try {
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
        judge();
        // What is still to come is never read.
        if (verdict?.fault?.does === 'cuts the request') return void request.socket.destroy();
      }
    } catch {
      return;
    }
    judge();
    const send = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
      response.writeHead(status, { ...style.headers, ...headers }).end(text);
    const wish = read();
    if (challenge !== undefined) return void send(401, 'who is it?', challenge);
    if (wish.asks === 'answer') return void send(wish.status, wish.text);
    const fault = verdict?.fault;
    try {
      if (fault === undefined) send(statusOf(wish), perform(wish, kept, style), typeOf(wish));
      else misbehave(fault, wish, { request, response, kept, style, send });
    } catch (error) {
      send(400, (error as Error).message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: new URL(style.address, `http://127.0.0.1:${port}`),
    credentials: style.credentials,
    kept,
    seen,
    follow(...script) {
      rules = script;
      counts = new Map();
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Scene {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly kept: KeptGraphs;
  readonly style: Style;
  send(status: number, text: string, headers?: Readonly<Record<string, string>>): void;
}

function misbehave(fault: Fault, wish: Wish, { request, response, kept, style, send }: Scene): unknown {
  const done = () => perform(wish, kept, style);
  switch (fault.does) {
    case 'lies':
      return send(201, wish.asks === 'query' ? '{"head":{"vars":[]},"results":{"bindings":[]}}' : '');
    case 'cuts the request':
      return void request.socket.destroy();
    case 'loses the answer':
      done();
      return void request.socket.destroy();
    case 'cuts the answer': {
      const text = done() || '<html>Done';
      response.writeHead(OK, { 'Content-Length': String(Buffer.byteLength(text) + 100) });
      return void response.write(text, () => request.socket.destroy());
    }
    case 'refuses':
      return send(fault.status, fault.body ?? 'not now', fault.headers);
    case 'never believes': {
      const given = `${request.headers.authorization ?? 'nothing'} is not enough`;
      const challenge =
        style.name === 'virtuoso'
          ? digestChallenge(`new-${Math.random()}`)
          : { 'WWW-Authenticate': 'Basic realm="x"' };
      return send(401, given, challenge);
    }
    case 'does half':
      perform({ ...wish, text: firstHalf((wish as { text: string }).text) } as Wish, kept, style);
      return send(500, `the disk is full ${'and full '.repeat(60)}`);
    case 'hangs':
      return void (fault.applied && done());
    case 'miscounts':
      return send(
        OK,
        done().replace(/("n":\{[^}]*"value":"|^)(\d+)/g, (_, head, n) => head + Math.max(0, Number(n) - 1)),
        typeOf(wish),
      );
    case 'redirects':
      return send(fault.status, 'over there', { Location: fault.to });
    case 'garbles':
      done();
      return send(OK, fault.body, typeOf(wish));
    case 'floods': {
      response.writeHead(OK, typeOf(wish));
      const more = Buffer.alloc(65_536, ' ');
      const next = () => {
        while (!response.destroyed && response.write(more));
      };
      response.on('drain', next);
      return next();
    }
    case 'drips': {
      const bytes = Buffer.from(done() || 'Done');
      response.writeHead(OK, { 'Content-Length': String(bytes.length) });
      let at = 0;
      const next = () => {
        if (response.destroyed) return;
        response.write(bytes.subarray(at, at + 1));
        at += 1;
        if (at === bytes.length) response.end();
        else setTimeout(next, fault.every);
      };
      return next();
    }
  }
}

/** @returns the body of the answer */
function perform(wish: Wish, kept: KeptGraphs, style: Style): string {
  if (wish.asks === 'query') return (wish.written ?? style.written)(kept.select(wish.text));
  if (wish.asks === 'update') {
    if (style.name === 'virtuoso' || style.name === 'rdf4j')
      kept.updateRashly(wish.text, style.name === 'rdf4j');
    else kept.update(wish.text);
  }
  if (wish.asks === 'add' && wish.text !== '') kept.add(wish.text, wish.type, wish.graph);
  return '';
}

const statusOf = (wish: Wish) => (wish.asks === 'add' ? 201 : OK);
const typeOf = (wish: Wish): Record<string, string> =>
  wish.asks === 'query' ? { 'Content-Type': 'application/sparql-results+json' } : {};
