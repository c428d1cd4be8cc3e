/** What to tell common web servers so that slash IRIs answer as `clew serve` does: 303 to the page or the data. */
import { DATA_FORMATS } from '../linked/data-formats.ts';
import type { Publication } from '../linked/publication.ts';

/** Paths of things with files of their own, as a regular expression with one group. */
const THING = '((?:id|claim|article|graph|ns)/[^.]+?|dataset)';
/** Parts, and the document that describes them; `$n` as every one of the servers writes it. */
const PARTS: readonly (readonly [pattern: string, to: string])[] = [
  ['(?:attribution|evidence|quantity)/([^/.]+)/([^/.]+)/.+', 'claim/$1/$2'],
  ['paragraph/([^/.]+)/([0-9]+).*', 'article/$1'],
  ['(?:structure|credit)/([^/.]+)/.+', 'article/$1'],
  ['mention/([^/.]+)/.+', 'graph/$1'],
  ['identity/.+', 'graph/identity'],
  ['(?:prefix|partition|linkset|target|distribution)/.+|description', 'dataset'],
];

/** A note that goes into each file, with its mark for comments. */
function note(server: string, { dataset }: Publication): string {
  return `# ${server}: things answer 303 to a page or to data. The IRIs begin with ${dataset.base.replace(/[\r\n]/g, '')}\n`;
}

/** `.htaccess`: mod_rewrite looks at Accept in order of our preference; q-values are beyond it. */
export function apacheRules(site: Publication): string {
  const types = DATA_FORMATS.map(({ mediaType, ending }) => `AddType ${mediaType} .${ending}`);
  const rules = DATA_FORMATS.map(
    ({ mediaType, ending }) =>
      `RewriteCond %{HTTP_ACCEPT} ${mediaType.replace(/[.+]/g, '\\$&')}\nRewriteCond %{HTTP_ACCEPT} !text/html\nRewriteRule ^${THING}/?$ $1.${ending} [R=303,L]`,
  );
  return `${note('Apache', site)}DirectorySlash Off
Options -MultiViews
${types.join('\n')}
<IfModule mod_headers.c>
Header always set X-Content-Type-Options nosniff
<FilesMatch "\\.(${DATA_FORMATS.map(({ ending }) => ending).join('|')})$">
Header set Access-Control-Allow-Origin "*"
</FilesMatch>
</IfModule>
<Files "void">
ForceType text/turtle
</Files>
RewriteEngine On
${PARTS.map(([pattern, to]) => `RewriteRule ^(?:${pattern})$ ${to} [R=303,L]`).join('\n')}
${rules.join('\n')}
RewriteRule ^${THING}/?$ $1.html [R=303,L]
ErrorDocument 404 ${new URL('404.html', site.dataset.base).pathname}
`;
}

/** `_redirects`: the host finds `id/x.html` at `id/x` by itself; what it cannot see is the Accept header. */
export function netlifyRules(site: Publication): string {
  const lines = [
    ['attribution/:a/:c/*', 'claim/:a/:c'],
    ['evidence/:a/:c/*', 'claim/:a/:c'],
    ['quantity/:a/:c/*', 'claim/:a/:c'],
    ['paragraph/:a/:n', 'article/:a#paragraph-:n'],
    ['paragraph/:a/:n/*', 'article/:a#paragraph-:n'],
    ['structure/:a/*', 'article/:a'],
    ['credit/:a/*', 'article/:a'],
    ['mention/:a/*', 'graph/:a'],
    ['identity/*', 'graph/identity'],
    ...['prefix', 'partition', 'linkset', 'target', 'distribution'].map((step) => [`${step}/*`, 'dataset']),
    ['description', 'dataset'],
  ];
  return (
    note('Netlify and Cloudflare Pages', site) + lines.map(([from, to]) => `/${from} /${to} 302\n`).join('')
  );
}

/** An example, since where it belongs is known to its owner alone. */
export function nginxRules(site: Publication): string {
  const { pathname } = new URL('.', site.dataset.base);
  const map = DATA_FORMATS.map(
    ({ mediaType, ending }) => `    ~*${mediaType.replace(/[.+]/g, '\\$&')} ${ending};`,
  );
  return `${note('nginx', site)}# In the http block:
map $http_accept $clew_ending {
    default html;
    ~*text/html html;
${map.join('\n')}
}
# In the server block, where the site lies at ${pathname}:
location ${pathname} {
    add_header X-Content-Type-Options nosniff always;
    add_header Access-Control-Allow-Origin *;
    add_header Vary Accept;
${PARTS.map(([pattern, to]) => `    rewrite ^${pathname}(?:${pattern})$ ${pathname}${to} redirect;`).join('\n')}
    location ~ ^${pathname}${THING}/?$ { return 303 ${pathname}$1.$clew_ending; }
    types {
        text/html html; text/css css; image/svg+xml svg; text/csv csv; application/json json;
${DATA_FORMATS.map(({ mediaType, ending }) => `        ${mediaType} ${ending};`).join('\n')}
    }
}
`;
}
