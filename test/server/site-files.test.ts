import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/model/index.ts';
import { type IriStyle, writeSite } from '../../src/server/index.ts';
import { inFolder } from '../cli/run-cli.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { readByOxigraph } from '../formats/rdf-judges.ts';

const VIEWER =
  '<!doctype html><html lang="{{clew:lang}}"><title>{{clew:title}}</title><script type="application/json">"{{clew:data}}"</script>';
const source = {
  load: async () => ({ dataset: sampleDataset }),
  // Something is said of the vocabulary itself.
  ontologies: [
    { file: 'ex.ttl', text: '<https://vocab.example/ns> a <http://www.w3.org/2002/07/owl#Ontology> .' },
  ],
  viewerTemplate: () => VIEWER,
};
const write = (out: string, iris?: IriStyle) => writeSite(source, out, iris && { iris });

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort();
}

/** A server that knows files, and `index.html` for folders, and nothing else. */
async function plainServer(dir: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://localhost${request.url}`);
    let path = join(dir, decodeURIComponent(pathname));
    if (existsSync(path) && statSync(path).isDirectory()) {
      if (!pathname.endsWith('/')) {
        response.writeHead(301, { Location: `${pathname}/` }).end();
        return;
      }
      path = join(path, 'index.html');
    }
    if (!existsSync(path)) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'Content-Type': path.endsWith('.html') ? 'text/html' : 'text/plain' })
        .end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Every address that some page refers to and that is not there, fragments included. */
async function brokenLinks(start: string, root: string): Promise<{ broken: string[]; seen: number }> {
  const open = [start];
  const seen = new Set(open);
  const broken: string[] = [];
  const ids = new Map<string, Set<string>>();
  const fragments: [from: string, to: string, fragment: string][] = [];
  for (const address of open) {
    const response = await fetch(address);
    const text = await response.text();
    if (response.status !== 200) broken.push(address);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    ids.set(address, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)));
    const references = [...text.matchAll(/ href="([^"]+)"|content="0; url=([^"]+)"/g)].map(
      ([, a, b]) => a ?? b!,
    );
    for (const reference of references) {
      const url = new URL(reference.replaceAll('&amp;', '&'), response.url);
      const fragment = url.hash.slice(1);
      url.hash = '';
      if (!url.href.startsWith(root)) continue;
      // The viewer reads its own fragments.
      if (fragment !== '' && !url.pathname.endsWith('/sample.html'))
        fragments.push([address, url.href, fragment]);
      if (!seen.has(url.href)) open.push(url.href);
      seen.add(url.href);
    }
  }
  for (const [from, to, fragment] of fragments) {
    if (!ids.get(to)?.has(decodeURIComponent(fragment))) broken.push(`${from} -> ${to}#${fragment}`);
  }
  return { broken, seen: seen.size };
}

describe('a site of files', () => {
  it.each(['slash', 'hash'] as const)(
    'with %s IRIs has no broken link on a server that knows nothing but files',
    (iris) =>
      inFolder(async (dir) => {
        await write(join(dir, 'site'), iris);
        // Below a folder, as on many hosts.
        const { url, server } = await plainServer(dir);
        try {
          const { broken, seen } = await brokenLinks(`${url}site/`, `${url}site/`);
          expect(broken).toEqual([]);
          expect(seen).toBeGreaterThan(300);
          if (iris === 'slash') {
            // The IRI of a thing leads to its page.
            const thing = await fetch(`${url}site/id/nordlink`);
            expect([thing.status, await thing.text()]).toEqual([
              200,
              expect.stringContaining('url=../nordlink.html'),
            ]);
          }
        } finally {
          server.close();
        }
      }),
  );

  it('with hash IRIs has an anchor for each of them on one page, and data that names them', () =>
    inFolder(async (dir) => {
      const out = join(dir, 'site');
      expect((await write(out, 'hash')).base).toBe('https://data.example/sample/#');
      const page = readFileSync(join(out, 'index.html'), 'utf8');
      for (const id of ['id/nordlink', 'claim/harbour/c3', 'evidence/harbour/c3/1/target', 'dataset']) {
        expect(page).toContain(` id="${id}"`);
      }
      const turtle = readFileSync(join(out, 'id', 'nordlink.ttl'), 'utf8');
      const subjects = readByOxigraph(turtle, 'turtle').map(({ subject }) => subject.value);
      expect(subjects).toContain('https://data.example/sample/#id/nordlink');
      const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const missing = readByOxigraph(readFileSync(join(out, 'sample.nt'), 'utf8'), 'ntriples')
        .map(({ subject }) => subject.value)
        .filter((iri) => iri.startsWith('https://data.example/sample/#') && !anchors.has(iri.slice(29)));
      expect(missing).toEqual([]);
    }));

  it('is the same bytes each time, and takes the place of an earlier one', () =>
    inFolder(async (dir) => {
      const [first, second] = [join(dir, 'a'), join(dir, 'b')];
      await write(first);
      await write(second);
      const files = filesOf(first);
      expect(filesOf(second)).toEqual(files);
      for (const file of files)
        expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file))), file).toBe(true);
      writeFileSync(join(first, 'index.html'), 'changed by hand');
      await write(first);
      expect(readFileSync(join(first, 'index.html')).equals(readFileSync(join(second, 'index.html')))).toBe(
        true,
      );
      expect(readdirSync(dir).sort()).toEqual(['a', 'b']);
    }));

  it('touches no folder with files of somebody else, and leaves nothing where the data is refused', () =>
    inFolder(async (dir) => {
      const out = join(dir, 'site');
      mkdirSync(join(out, 'deep'), { recursive: true });
      writeFileSync(join(out, 'deep', 'mine.txt'), 'mine');
      await expect(write(out)).rejects.toThrow(/foreign-files.*deep\/mine\.txt/s);
      expect(filesOf(out)).toEqual(['deep/mine.txt']);
      const refused = { ...source, load: async () => Promise.reject(new ProblemError([])) };
      await expect(writeSite(refused, join(dir, 'other'))).rejects.toThrow(ProblemError);
      const hashed = {
        ...source,
        load: async () => ({ dataset: { ...sampleDataset, base: 'https://data.example/s#' } }),
      };
      await expect(writeSite(hashed, join(dir, 'other'), { iris: 'slash' })).rejects.toThrow(/hash-base/);
      expect(readdirSync(dir)).toEqual(['site']);
    }));

  it('tells Apache, Netlify and nginx where things and their parts are found', () =>
    inFolder(async (dir) => {
      await write(join(dir, 'site'));
      const read = (name: string) => readFileSync(join(dir, 'site', name), 'utf8');
      expect(read('_redirects')).toContain('/evidence/:a/:c/* /claim/:a/:c 302\n');
      expect(read('nginx.conf.example')).toContain('return 303 /sample/$1.$clew_ending;');
      // The rules hold for every IRI of the dataset.
      const rules = [...read('.htaccess').matchAll(/^RewriteRule \^(\S+)\$ (\S+) \[R=303,L\]$/gm)].map(
        ([, pattern, to]) => [new RegExp(`^${pattern}$`), to!] as const,
      );
      const files = new Set(filesOf(join(dir, 'site')));
      const base = 'https://data.example/sample/';
      const iris = readByOxigraph(read('sample.nt'), 'ntriples').map(({ subject }) => subject.value);
      const lost = [...new Set(iris)].filter((iri) => {
        if (!iri.startsWith(base)) return false;
        let path = iri.slice(base.length);
        const plain = rules.filter(([, to]) => !/\.(?!html)/.test(to));
        for (let at = 0; at < 3 && !files.has(path); at += 1) {
          const rule = plain.find(([pattern]) => pattern.test(path));
          if (rule) path = path.replace(rule[0], rule[1]);
        }
        return !files.has(path);
      });
      expect(lost).toEqual([]);
    }));
});
