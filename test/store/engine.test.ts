import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { QueryFailure, type QueryOptions, SparqlEngine } from '../../src/store/index.ts';
import { laterProblemsOf } from './problems.ts';

const DATA = `
<http://e/a> <http://e/p> "one" <http://e/g1> .
<http://e/a> <http://e/p> "one" <http://e/g2> .
<http://e/b> <http://e/p> "zwei\\nDrei"@de <http://e/g2> .
<http://e/b> <http://e/q> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
`;
/** More rows than anybody can wait for. */
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 30 }, (_, i) => `?a${i} ?b${i} ?c${i} .`).join(' ')} }`;

const bytes = (text: string) => new TextEncoder().encode(text);
let engine: SparqlEngine;
beforeAll(async () => {
  engine = await SparqlEngine.open([{ bytes: bytes(DATA), format: 'application/n-quads' }], {
    prefixes: { e: 'http://e/' },
    base: 'http://e/',
    memory: 256 * 1024 * 1024,
    queue: 3,
  });
});
afterAll(() => engine.close());

async function ask(query: string, options: Partial<QueryOptions> = {}): Promise<string> {
  const format = { table: 'text/tab-separated-values', graph: 'application/n-triples' };
  return new TextDecoder().decode((await engine.query(query, { format, ...options })).bytes);
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'an answer',
    (error: unknown) => (error instanceof QueryFailure ? error.reason : error),
  );

describe('the embedded engine', () => {
  it('knows what it holds', () => {
    expect(engine.quads).toBe(4);
    expect(engine.graphs).toEqual([
      { name: 'http://e/g1', triples: 1 },
      { name: 'http://e/g2', triples: 2 },
    ]);
  });

  it('shows plain patterns the merge of all graphs, each triple once', async () => {
    expect(await ask('SELECT * { ?s e:p ?o } ORDER BY ?s')).toBe(
      '?s\t?o\n<http://e/a>\t"one"\n<http://e/b>\t"zwei\\nDrei"@de\n',
    );
    expect(await ask('SELECT * { GRAPH ?g { <a> ?p ?o } } ORDER BY ?g')).toBe(
      '?g\t?p\t?o\n<http://e/g1>\t<http://e/p>\t"one"\n<http://e/g2>\t<http://e/p>\t"one"\n',
    );
  });

  it('takes the graphs that the query names, and before them those of the protocol', async () => {
    const count = 'SELECT (COUNT(*) AS ?n)';
    expect(await ask(`${count} FROM <g1> { ?s ?p ?o }`)).toBe('?n\n1\n');
    expect(await ask(`${count} FROM e:g1 FROM <http://e/g2> { ?s ?p ?o }`)).toBe('?n\n2\n');
    expect(await ask(`${count} FROM NAMED <g2> { ?s ?p ?o }`)).toBe('?n\n0\n');
    expect(await ask(`${count} FROM NAMED <g2> { GRAPH ?g { ?s ?p ?o } }`)).toBe('?n\n2\n');
    const dataset = { defaultGraphs: ['http://e/g1', 'http://e/g2'], namedGraphs: ['http://e/g1'] };
    expect(await ask(`${count} FROM <none> { ?s ?p ?o }`, { dataset })).toBe('?n\n2\n');
    expect(await ask(`${count} FROM <none> { GRAPH ?g { ?s ?p ?o } }`, { dataset })).toBe('?n\n1\n');
    expect(await ask(`${count} FROM <file:///etc/passwd> { ?s ?p ?o }`)).toBe('?n\n0\n');
  });

  it('puts the columns of SELECT * into the order of the query', async () => {
    expect(await ask('SELECT * { ?z e:q ?a }')).toBe('?z\t?a\n<http://e/b>\t3\n');
    expect(await ask('SELECT * { VALUES (?z ?a) { (1 2) } } ORDER BY ?a')).toBe('?z\t?a\n1\t2\n');
    expect(await ask('SELECT DISTINCT * {}')).toBe('\n\n');
  });

  it.each([
    ['text/csv', 'o\r\none\r\n'],
    ['text/tab-separated-values', '?o\n"one"\n'],
    [
      'application/sparql-results+json',
      '{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"literal","value":"one"}}]}}',
    ],
    [
      'application/sparql-results+xml',
      '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="o"/></head>' +
        '<results><result><binding name="o"><literal>one</literal></binding></result></results></sparql>',
    ],
  ])('cuts rows in %s', async (table, expected) => {
    const options = { rows: 1, format: { table, graph: '' } };
    const answer = await engine.query('SELECT ?o { ?s e:p ?o } ORDER BY ?s', options);
    expect(new TextDecoder().decode(answer.bytes)).toBe(expected);
    expect(answer.more).toBe(true);
    const whole = await engine.query('SELECT ?o { ?s e:p ?o }', { ...options, rows: 2 });
    expect(whole.more).toBe(false);
  });

  it('cuts triples, and writes them in any syntax', async () => {
    const construct = 'CONSTRUCT { ?s e:x 1 , 2 } WHERE { ?s e:q ?o }';
    const answer = await engine.query(construct, { rows: 1 });
    expect(answer.more).toBe(true);
    expect(new TextDecoder().decode(answer.bytes).trim().split('\n')).toHaveLength(1);
    const format = { table: '', graph: 'text/turtle' };
    expect(await ask('DESCRIBE <b>', { format })).toContain('<http://e/b> <http://e/');
  });

  it('refuses a result of too many bytes', async () => {
    expect(await failure(ask('SELECT * { ?s ?p ?o }', { bytes: 10 }))).toBe('too-large');
  });

  it.each([
    ['SELECT ?s WHERE { ?s ?p ?o ?z }', 'query:1:28: error: “?z” can’t stand here'],
    ['SELECT ?s WHERE {\n  ?s a ?c .\n', 'query:2:12: error: the query ends too early'],
    ['SELECT * {\n ?s ?p "x }', 'query:2:8: error: a string is not closed'],
    ['SELEC * {}', 'query:1:1: error: “SELEC” can’t stand here'],
    ['SELECT ?s (COUNT(?o) AS ?n) { ?s e:p ?o }', 'query:1:8: error: '],
    [
      'SELECT * { ?s e:p ?o FILTER(e:f(?o)) }',
      'query: error: The custom function <http://e/f> is not supported',
    ],
  ])('says where a query is wrong: %s', async (query, said) => {
    expect((await laterProblemsOf(engine.query(query)))[0]).toContain(said);
  });
});

describe('the bounds of the engine', () => {
  it('end what runs too long, not a moment before, and the next query is answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const timeout = 3_600_000;
      const asked = failure(ask(ENDLESS, { timeout }));
      let ended = false;
      void asked.then(() => {
        ended = true;
      });
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      while (vi.getTimerCount() === 0) await turn();
      vi.advanceTimersByTime(timeout - 1);
      for (let n = 0; n < 20; n += 1) await turn();
      expect(ended).toBe(false);
      vi.advanceTimersByTime(1);
      expect(await asked).toBe('timeout');
    } finally {
      vi.useRealTimers();
    }
    expect(await ask('ASK {}')).toBe('true');
  });

  it('end what nobody waits for', async () => {
    const caller = new AbortController();
    const asked = failure(ask(ENDLESS, { signal: caller.signal }));
    caller.abort();
    expect(await asked).toBe('cancelled');
    expect(await ask('ASK {}')).toBe('true');
  });

  it('end what takes too much memory', async () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `BIND(CONCAT(?x${i}, ?x${i}) AS ?x${i + 1})`);
    const query = `SELECT (STRLEN(?x40) AS ?n) { BIND("x" AS ?x0) ${doubled.join(' ')} }`;
    expect(await failure(ask(query))).toBe('exhausted');
    expect(await ask('ASK {}')).toBe('true');
  });

  it('end what takes too much stack', async () => {
    expect(await failure(ask(`SELECT (1${'+1'.repeat(20_000)} AS ?n) {}`))).toBe('exhausted');
    expect(await failure(ask(`SELECT * { {} ${'UNION {} '.repeat(20_000)} }`))).toBe('exhausted');
    expect(await ask('ASK {}')).toBe('true');
  });

  it('answer several at once, and refuse more than may wait', async () => {
    const slow = Array.from({ length: 7 }, () => failure(ask(ENDLESS, { timeout: 300 })));
    const reasons = await Promise.all(slow);
    expect(reasons.filter((reason) => reason === 'timeout').length).toBeGreaterThanOrEqual(3);
    expect(reasons.filter((reason) => reason === 'busy').length).toBeGreaterThanOrEqual(2);
    expect(await ask('ASK {}')).toBe('true');
  });

  it('say what is wrong with data that can’t be loaded', async () => {
    const source = { bytes: bytes('<x:a> <x:b> .'), format: 'text/turtle', file: 'bad.ttl' };
    expect((await laterProblemsOf(SparqlEngine.open([source])))[0]).toMatch(/^bad\.ttl:1:\d+: error: /);
  });

  it('end with the engine', async () => {
    const other = await SparqlEngine.open([]);
    const asked = failure(other.query(ENDLESS));
    await other.close();
    expect(await asked).toBe('closed');
    expect(await failure(other.query('ASK {}'))).toBe('closed');
  });
});
