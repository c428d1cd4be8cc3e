import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { savedQuestions } from '../../src/store/index.ts';
import { cli, DATA, inFolder } from './run-cli.ts';

const TTL = `
# prefixes of the file are known to queries
@prefix ex: <http://e/> .
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
ex:a rdfs:label "Bắc Kinh"@vi , "北京"@zh ; ex:size 21 ; ex:note "tab\\there" .
ex:b rdfs:label "Ha Noi" ; ex:size 8 .
`;

function onFile(...args: string[]) {
  return inFolder(async (dir) => {
    const file = join(dir, 'cities.ttl');
    writeFileSync(file, TTL);
    return cli('query', file, ...args);
  });
}

describe('clew query', () => {
  it('shows a table whose columns stand, whatever the letters', async () => {
    const { out, err, code } = await onFile(
      'SELECT ?city ?name ?size { ?city rdfs:label ?name ; ex:size ?size } ORDER BY ?city ?name',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toBe(
      [
        'city  name          size',
        '────  ────────────  ────',
        'ex:a  Bắc Kinh @vi    21',
        'ex:a  北京 @zh        21',
        'ex:b  Ha Noi           8',
      ].join('\n'),
    );
  });

  it('escapes what would move the cursor', async () => {
    expect((await onFile('SELECT ?n { ?s ex:note ?n }')).out.split('\n')[2]).toBe('tab\\u0009here');
  });

  it.each([
    ['csv', 'size\r\n8\r'],
    ['tsv', '?size\n8'],
    [
      'json',
      '{"head":{"vars":["size"]},"results":{"bindings":[{"size":{"type":"literal","value":"8",' +
        '"datatype":"http://www.w3.org/2001/XMLSchema#integer"}}]}}',
    ],
    [
      'xml',
      '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="size"/></head>' +
        '<results><result><binding name="size"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">8</literal>' +
        '</binding></result></results></sparql>',
    ],
  ])('writes %s as the standard has it', async (format, expected) => {
    expect((await onFile('SELECT * { ex:b ex:size ?size }', '--format', format)).out).toBe(expected);
  });

  it('takes relative IRIs under the base that the file declares, else under its own address', () =>
    inFolder(async (dir) => {
      const file = join(dir, 'based.ttl');
      const text = '<id/a> <p> <id/b> .';
      const query = 'SELECT ?o { <id/a> <p> ?o }';
      for (const [head, found] of [
        ['# ours\n@prefix e: <http://e/> . @base <http://e/base/> .\n', 'http://e/base/id/b'],
        ['BASE <http://e/base#>\n', 'http://e/id/b'],
        ['', `${pathToFileURL(dir).href}/id/b`],
      ] as const) {
        writeFileSync(file, head + text);
        expect((await cli('query', file, query, '--format', 'csv')).out.trim()).toBe(`o\r\n${found}`);
      }
    }));

  it('answers ASK with a word', async () => {
    expect((await onFile('ASK { ex:a ex:size 21 }')).out).toBe('yes');
    expect((await onFile('ASK { ex:a ex:size 22 }')).out).toBe('no');
  });

  it('writes triples as sorted Turtle with prefixes, or in the syntax asked for', async () => {
    const construct = 'CONSTRUCT { ?s ex:is ?size , ?size } WHERE { ?s ex:size ?size }';
    expect((await onFile(construct)).out).toBe(
      [
        '@prefix ex: <http://e/> .',
        '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
        '',
        'ex:a',
        '    ex:is "21"^^xsd:integer .',
        '',
        'ex:b',
        '    ex:is "8"^^xsd:integer .',
      ].join('\n'),
    );
    const { out } = await onFile('DESCRIBE ex:b', '--format', 'ntriples');
    expect(out.split('\n').sort()).toEqual([
      '<http://e/b> <http://e/size> "8"^^<http://www.w3.org/2001/XMLSchema#integer> .',
      '<http://e/b> <http://www.w3.org/2000/01/rdf-schema#label> "Ha Noi" .',
    ]);
  });

  it('cuts at --limit and says so', async () => {
    const { out, err } = await onFile('SELECT * { ?s ?p ?o }', '--limit', '2', '--format', 'tsv');
    expect(out.split('\n')).toHaveLength(3);
    expect(err).toBe('There are more than 2 rows: raise --limit.');
  });

  it('says what is wrong with a query, where, and the way out', async () => {
    const { code, err } = await onFile('SELECT ?s {\n  ?s exs:size ?o\n}');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'query:2:6: error: the prefix “exs:” is not declared (unknown-prefix) [exs:size]\n    Did you mean ex:?\n1 error, no warnings.',
    });
    const json = await onFile('INSERT DATA {}', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{ code: 'update-refused' }] });
  });

  it('ends a query that takes longer than --timeout', async () => {
    const endless = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 20 }, (_, i) => `?a${i} ?b${i} ?c${i} .`).join(' ')} }`;
    const { code, err } = await onFile(endless, '--timeout', '0.2');
    expect(code).toBe(1);
    expect(err).toContain('error: the query ran longer than 0.2 s (query-timeout)');
  });

  it('ends a query that takes more memory than the engine may', async () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `BIND(CONCAT(?x${i}, ?x${i}) AS ?x${i + 1})`);
    const endless = `SELECT (STRLEN(?x40) AS ?n) { BIND("x" AS ?x0) ${doubled.join(' ')} }`;
    const { code, out, err } = await onFile(endless, '--timeout', '3600');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('the query took more memory or a deeper stack than it may (query-exhausted)');
  });

  it.each([
    [[], 'no query is given'],
    [[DATA], 'no query is given for'],
    [['ASK {}', '--format', 'turtle'], 'SELECT and ASK give rows, and turtle holds none'],
    [['DESCRIBE <x:y>', '--format', 'csv'], 'CONSTRUCT and DESCRIBE give triples, and csv holds none'],
    [['--saved', 'chip', '--data', DATA], 'there is no saved question chip'],
    [['--saved', 'chips', '--list'], 'exclude each other'],
    [['ASK {}', '--limit', '0'], 'not a number for --limit: 0'],
    [['ASK {}', '--timeout', 'soon'], 'not a number for --timeout: soon'],
  ])('refuses a wrong use: %j', async (args, said) => {
    const { code, err } = await cli('query', ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) });
  });
});

describe('saved questions', () => {
  it('are listed with their titles', async () => {
    expect((await cli('query', DATA, '--list')).out.split('\n')[0]).toBe(
      'chips             Which chips are there, whose are they, and which curbs cover them?',
    );
  });

  it('have titles in the languages of the dataset', async () => {
    for (const { title } of await savedQuestions(DATA)) expect(Object.keys(title)).toEqual(['en', 'vi']);
  });

  it('are all answered', async () => {
    const names = (await savedQuestions(DATA)).map(({ name }) => name);
    for (const name of names) {
      const { code, out, err } = await cli('query', DATA, '--saved', name);
      expect({ name, code, err }).toEqual({ name, code: 0, err: '' });
      expect(out.split('\n').length).toBeGreaterThan(4);
    }
    expect((await cli('query', DATA, '--saved', 'chips')).out).toBe(
      [
        'chip             maker       curbs',
        '───────────────  ──────────  ────────────────────────────────────────',
        'A100 @en         Nvidia @en  US export curbs on the A100 and H100 @en',
        'A800 @en         Nvidia @en  US export curbs on the A800 and H800 @en',
        'Ascend 910B @en  Huawei @en',
        'H100 @en         Nvidia @en  US export curbs on the A100 and H100 @en',
        'H800 @en         Nvidia @en  US export curbs on the A800 and H800 @en',
      ].join('\n'),
    );
  });

  it('carry their article’s name where two articles have one of the same name', async () => {
    await inFolder(async (dir) => {
      for (const path of [
        'a/questions/who.rq',
        'b/questions/who.rq',
        'b/questions/what.rq',
        'b/questions/x.txt',
      ]) {
        mkdirSync(join(dir, path, '..'), { recursive: true });
        writeFileSync(join(dir, path), '# en: Q\n# not a title\nASK {} # de: no\n');
      }
      expect((await savedQuestions(dir)).map(({ name, title }) => [name, title])).toEqual([
        ['a/who', { en: 'Q' }],
        ['b/who', { en: 'Q' }],
        ['what', { en: 'Q' }],
      ]);
    });
  });
});

describe('clew query on an endpoint', () => {
  interface Reply {
    readonly status: number;
    readonly type: string;
    readonly body: string;
    readonly hang?: boolean;
  }
  /** @returns what the command said, and what the endpoint was asked */
  async function onEndpoint(reply: Reply, args: string[], env: Record<string, string> = {}) {
    const asked: { headers: IncomingMessage['headers']; query: string | null }[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push({ headers: request.headers, query: new URLSearchParams(body).get('query') });
      response.writeHead(reply.status, { 'Content-Type': reply.type });
      response.write(reply.body);
      if (!reply.hang) response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
    const out: string[] = [];
    const err: string[] = [];
    try {
      const context = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
      const code = await run(['query', url, ...args], { ...context, isTerminal: false, env });
      return { code, out: out.join('\n'), err: err.join('\n').replaceAll(url, 'URL'), asked };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
  const TYPE = 'application/sparql-results+json; charset=utf-8';
  const ROW =
    '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"uri","value":"https://w3id.org/clew/news#x"}}]}}';

  it('sends the dataset’s prefixes and base, and reads the answer', async () => {
    const args = ['SELECT ?n { <id/openai> news:leads ?n }', '--data', DATA, '--limit', '5'];
    const { out, err, code, asked } = await onEndpoint({ status: 200, type: TYPE, body: ROW }, args);
    expect({ out, err, code }).toEqual({ out: 'n\n──────\nnews:x', err: '', code: 0 });
    expect(asked[0]!.query).toBe(
      'BASE <https://w3id.org/clew/chinese-ai/> PREFIX news: <https://w3id.org/clew/news#> \n' +
        'SELECT ?n { <id/openai> news:leads ?n }\nLIMIT 6 ',
    );
    expect(asked[0]!.headers).toMatchObject({
      accept: 'application/sparql-results+json',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    });
    expect(asked[0]!.headers.authorization).toBeUndefined();
  });

  it('asks saved questions of the local data', async () => {
    const { code, asked } = await onEndpoint({ status: 200, type: TYPE, body: ROW }, [
      '--saved',
      'chips',
      '--data',
      DATA,
    ]);
    expect(code).toBe(0);
    expect(asked[0]!.query).toContain('news:Chip');
  });

  it.each([
    [
      { CLEW_STORE_USER: 'ann', CLEW_STORE_PASSWORD: 'pässwörd' },
      `Basic ${Buffer.from('ann:pässwörd').toString('base64')}`,
    ],
    [{ CLEW_STORE_TOKEN: 'abc' }, 'Bearer abc'],
  ])('sends credentials of the environment: %j', async (env, expected) => {
    const { asked } = await onEndpoint(
      { status: 200, type: TYPE, body: ROW },
      ['ASK {}', '--data', 'none'],
      env,
    );
    expect(asked[0]!.headers.authorization).toBe(expected);
  });

  it('refuses credentials in the address, and does not repeat them', async () => {
    const { code, err } = await cli('query', 'http://ann:secret@127.0.0.1:1/', 'ASK {}');
    expect(code).toBe(1);
    expect(err).toContain('credentials-in-address');
    expect(err).not.toContain('secret');
  });

  it.each([
    [
      { status: 200, type: 'text/html', body: '<p>hello' },
      'the endpoint answered in text/html, not in application/sparql-results+json',
    ],
    [{ status: 401, type: 'text/plain', body: 'who are\nyou?' }, 'the endpoint answered 401: who are you?'],
    [{ status: 503, type: 'text/plain', body: '' }, 'the endpoint answered 503'],
    [{ status: 200, type: TYPE, body: ROW, hang: true }, 'no whole answer came within 0.3 s'],
  ])('says what went wrong: %j', async (reply, said) => {
    const { code, err } = await onEndpoint(reply, ['ASK {}', '--timeout', '0.3', '--data', 'none']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(said) });
  });

  it('says where a query is wrong that the endpoint refuses', async () => {
    const reply = { status: 400, type: 'text/plain', body: 'syntax error' };
    const { err } = await onEndpoint(reply, ['SELECT ?s {\n ?s ?p ?o ?x }', '--data', 'none']);
    expect(err).toContain('query:2:11: error: “?x” can’t stand here');
    expect(err).toContain('the endpoint answered 400: syntax error');
  });

  it('says that nobody answers', async () => {
    const { code, err } = await cli('query', 'http://127.0.0.1:1/sparql', 'ASK {}', '--data', 'none');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining('the endpoint can’t be reached: '),
    });
  });
});
