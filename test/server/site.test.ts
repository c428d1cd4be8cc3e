import { describe, expect, it } from 'vitest';
import { answer, type SiteOptions } from '../../src/server/index.ts';

const site: SiteOptions = {
  files: [
    { name: 'sample.html', path: '/tmp/x/sample.html', bytes: 10 },
    { name: 'sample.ttl', path: '/tmp/x/sample.ttl', bytes: 20 },
  ],
  index: 'sample.html',
  hosts: ['127.0.0.1', 'localhost'],
};
const get = (url: string, rest: { method?: string; host?: string } = {}) =>
  answer({ method: 'GET', host: '127.0.0.1:8420', url, ...rest }, site);

describe('the server’s answers', () => {
  it('shows the viewer at /', () => {
    expect(get('/')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
      body: { file: '/tmp/x/sample.html' },
    });
  });

  it('gives a file by its name, with its media type and length', () => {
    expect(get('/sample.ttl?download')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/turtle; charset=utf-8', 'Content-Length': '20' },
      body: { file: '/tmp/x/sample.ttl' },
    });
  });

  it.each([
    '/../etc/passwd',
    '/%2e%2e%2fetc%2fpasswd',
    '//etc/passwd',
    '/sample.ttl/',
    '/%',
    '/%00',
    '/tmp/x/sample.ttl',
  ])('has nothing at %s', (url) => {
    expect(get(url).status).toBe(404);
  });

  it('refuses other methods and says which it takes', () => {
    expect(get('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
  });

  it('refuses a foreign host name, so that no web page can reach it by rebinding', () => {
    expect(get('/', { host: 'evil.example:8420' }).status).toBe(421);
    expect(get('/', { host: 'LOCALHOST:1' }).status).toBe(200);
  });
});
