/** Build time: folds scripts, the worker's among them, and styles into the page and locks it down by a Content-Security-Policy with their hashes. */
import { createHash } from 'node:crypto';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { FACE_PACKAGES } from './font-css.config.ts';
import { notices } from './notices.config.ts';
import { workerScript } from './worker-script.config.ts';

export function singleFile(): Plugin {
  return {
    name: 'clew-single-file',
    enforce: 'post',
    generateBundle: {
      // After Vite has put its own last words into the code.
      order: 'post',
      async handler(_, bundle) {
        const scripts: string[] = [];
        const modules: string[] = [];
        const styles: string[] = [];
        let page: { source: string | Uint8Array } | undefined;
        for (const name of Object.keys(bundle).sort()) {
          const item = bundle[name]!;
          if (item.type === 'chunk') {
            scripts.push(inScript(await small(item.code)));
            modules.push(...Object.keys(item.modules));
          } else if (name.endsWith('.css')) styles.push(`${item.source}`.trim());
          else if (name.endsWith('.html')) {
            page = item;
            continue;
          } else this.error(`the page can't hold ${name}`);
          delete bundle[name];
        }
        if (page === undefined || scripts.length !== 1) this.error('expected one page and one script');
        const worker = await workerScript();
        page.source = fold(`${page.source}`, {
          script: scripts[0]!,
          worker: inScript(await small(worker.code)),
          style: styles.join('\n'),
          notices: notices([...modules, ...worker.modules], FACE_PACKAGES),
        });
      },
    },
  };
}

/** The same bytes for the same code on every machine. */
async function small(code: string): Promise<string> {
  const { code: result } = await minify(code, {
    module: true,
    ecma: 2020,
    // Functions are put in place by the engine itself: the text grows by them.
    compress: { passes: 3, inline: 0 },
    format: { comments: false },
  });
  if (result === undefined) throw new Error('terser gave no code');
  return result;
}

interface Parts {
  readonly script: string;
  /** Stands in the page as text: no policy has to allow it, and nothing runs it before it is asked for. */
  readonly worker: string;
  readonly style: string;
  readonly notices: string;
}

function fold(html: string, { script, worker, style, notices }: Parts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'font-src data:',
    'img-src data: blob:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const bare = html
    // The language of a filled page is the data's; the page itself has to be valid as it stands.
    .replace('<html lang="en"', '<html lang="{{clew:lang}}"')
    .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
    .replace(/\s*<script type="module"[^>]*><\/script>/g, '');
  const parts = [
    `    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    `    <style>${style}</style>`,
    `    <script type="module">${script}</script>`,
  ].join('\n');
  const [head, charset, rest] = splitOnce(bare, '<meta charset="utf-8" />\n');
  const [meta, end, body] = splitOnce(rest, '  </head>');
  const [policyLine, ...others] = parts.split('\n');
  const [content, close, tail] = splitOnce(body, '  </body>');
  const inert = `    <script type="text/plain" id="clew-worker">${worker}</script>\n`;
  return `${head}${charset}${policyLine}\n${meta}${others.join('\n')}\n${end}${content}${inert}${notices}\n${close}${tail}`;
}

/** Code as it may stand in a script element (HTML section 4.12.1.3): both sequences occur in strings and patterns only. */
function inScript(code: string): string {
  return code
    .trim()
    .replace(/<\/(?=script)/gi, '<\\/')
    .replace(/<!--/g, '<\\!--');
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function splitOnce(text: string, at: string): [string, string, string] {
  const index = text.indexOf(at);
  if (index < 0) throw new Error(`the page has no ${at.trim()}`);
  return [text.slice(0, index), at, text.slice(index + at.length)];
}
