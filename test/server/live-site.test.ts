import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/cli/commands/serve.ts';
import { DATA, inFolder } from '../cli/run-cli.ts';

/** Tries until it holds; a watcher and a build take their time. The bound of the test ends what never comes to hold. */
async function until(test: () => Promise<boolean>): Promise<void> {
  while (!(await test())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('clew serve', () => {
  it('follows the data, and serves the last sound build while it is broken', () =>
    inFolder(async (dir) => {
      const data = join(dir, 'data');
      cpSync(DATA, data, { recursive: true });
      const said: string[] = [];
      const context = { out: () => {}, err: (line: string) => said.push(line), isTerminal: false, env: {} };
      let server: Serving | undefined;
      try {
        server = await serve(data, { port: '0', host: '127.0.0.1' }, context);
        const { url } = server;
        const title = async () =>
          /<title>([^<]*)/.exec(await (await fetch(`${url}dataset.html`)).text())?.[1];
        expect(await title()).toBe('Chinese AI under US chip curbs');

        const settings = join(data, 'dataset.yaml');
        const sound = readFileSync(settings, 'utf8');
        /** As many editors save: the file gives way to another of its name. */
        const save = (text: string) => {
          writeFileSync(`${settings}.new`, text);
          renameSync(`${settings}.new`, settings);
        };
        const asked = async () => {
          const query = 'SELECT ?t { <dataset> dct:title ?t FILTER(LANG(?t) = "en") }';
          const search = new URLSearchParams({ query }).toString();
          const answer = await fetch(`${url}sparql?${search}`, { headers: { accept: 'text/csv' } });
          return (await answer.text()).split('\r\n')[1];
        };
        expect(await asked()).toBe('Chinese AI under US chip curbs');
        for (const another of ['Another title', 'A third one']) {
          save(sound.replace('Chinese AI under US chip curbs', another));
          await until(async () => (await title()) === another);
          expect(await (await fetch(url)).text()).toContain(`<title>${another}`);
          expect(await asked()).toBe(another);
          expect(await (await fetch(`${url}dataset.ttl`)).text()).toContain(`"${another}"@en`);
        }

        writeFileSync(settings, sound.replace('id: chinese-ai', 'id: "no id"'));
        await until(async () => said.some((line) => line.includes('last sound build')));
        expect(said.join('\n')).toMatch(/dataset\.yaml:2:5: error/);
        expect(await title()).toBe('A third one');

        writeFileSync(settings, sound);
        await until(async () => (await title()) === 'Chinese AI under US chip curbs');
      } finally {
        await server?.stop();
      }
      await server!.stopped;
    }));

  it('sends nosniff with every answer, and a policy with every body', async () => {
    const context = { out: () => {}, err: () => {}, isTerminal: false, env: {} };
    const server = await serve(DATA, { port: '0', host: '127.0.0.1' }, context);
    try {
      const query = encodeURIComponent('SELECT * { ?s a news:Company } LIMIT 3');
      const graph = encodeURIComponent('https://w3id.org/clew/chinese-ai/graph/dataset');
      const files = ['html', 'ttl', 'json', 'svg', 'nodes.csv', 'graphml', 'void.ttl']
        .map((ending) => `chinese-ai.${ending}`)
        .concat('page.css', 'context.jsonld', '.well-known/void', 'about');
      const things = ['dataset', 'id/openai', 'claim/china-ai-2024-08/c1', 'article/china-ai-2024-08'].concat(
        'ns/news/Company',
        'ns/news/leads',
        'graph/dataset',
        'evidence/china-ai-2024-08/c1/1',
      );
      const addresses = [
        '',
        '?embed',
        ...files,
        ...things.flatMap((thing) =>
          ['', '.html', '.vi.html', '.ttl', '.jsonld', '.trig'].map((ending) => thing + ending),
        ),
        ...[
          'entities',
          'entities.html',
          'claims.html',
          'vocabulary.html',
          'nothing',
          'nothing.html',
          '%zz',
          'id/nobody',
        ],
        ...[
          'sparql',
          `sparql?query=${query}`,
          'sparql?query=SELECT',
          'sparql?query=',
          `sparql/view?query=${query}`,
        ],
        ...[
          'sparql/view',
          'sparql.vi.html',
          'sparql/result.csv',
          `sparql/result.srj?query=${query}`,
          'query.js',
          'query.json',
          'query-names?prefix=op',
          'rdf-graph-store',
          'rdf-graph-store?default',
          `rdf-graph-store?graph=${graph}`,
        ],
        ...[
          'reconcile',
          'reconcile?queries=%7B',
          'reconcile/suggest/entity?prefix=op',
          'reconcile/preview?id=openai',
        ],
      ];
      const seen = new Map<number, number>();
      for (const address of addresses) {
        for (const [method, accept] of [
          ['GET', 'text/html'],
          ['GET', 'text/turtle'],
          ['GET', 'image/png'],
          ['HEAD', '*/*'],
          ['OPTIONS', '*/*'],
          ['DELETE', '*/*'],
        ] as const) {
          const answer = await fetch(server.url + address, {
            method,
            headers: { accept },
            redirect: 'manual',
          });
          const body = await answer.text();
          const what = `${method} ${accept} /${address}: ${answer.status}`;
          const policy = answer.headers.get('content-security-policy') ?? '';
          expect(answer.headers.get('x-content-type-options'), what).toBe('nosniff');
          expect(answer.status, what).toBeLessThan(500);
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          if (body === '') continue;
          const type = answer.headers.get('content-type') ?? '';
          // Only what is asked to be embedded, and previews for OpenRefine, may be framed. The viewer brings the policy for its scripts in its page.
          const inPage =
            /<meta http-equiv="Content-Security-Policy"[^>]*content="([^"]*)"/i.exec(body)?.[1] ?? '';
          const whole = type.startsWith('text/html') ? `${policy}; ${inPage}` : policy;
          expect(whole, what).toMatch(/default-src (?:'|&#39;)none(?:'|&#39;)/);
          if (type.startsWith('text/html') && !/embed|preview/.test(address))
            expect(policy, what).toContain("frame-ancestors 'none'");
        }
      }
      expect([...seen.keys()].sort()).toEqual(expect.arrayContaining([200, 204, 303, 400, 404, 405, 406]));
    } finally {
      await server.stop();
    }
  });
});
