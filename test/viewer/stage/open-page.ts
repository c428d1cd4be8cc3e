/** Bundles the stage's page and opens it in a real Chromium, with the faces that the viewer embeds. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { FLAGS, findBrowser } from '../../../scripts/browser.mjs';

/** The page's script, as one classic script that sets `stagePage`. @param entry another page beside this file */
export async function pageScript(minify = false, entry = 'page.ts'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: minify ? 'esbuild' : false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['iife'],
        name: 'stagePage',
        fileName: 'page',
      },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [bundle] = [result].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('vite gave no bundle');
  return bundle.output[0].code;
}

function fontFaces(): string {
  const { resolve } = createRequire(import.meta.url);
  const face = (weight: number, subset: string, range: string) => {
    const file = resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`);
    const data = readFileSync(file).toString('base64');
    return `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};unicode-range:${range};src:url(data:font/woff2;base64,${data})}`;
  };
  return [400, 600]
    .flatMap((weight) => [
      face(weight, 'latin', 'U+0000-00FF,U+2000-206F'),
      face(
        weight,
        'vietnamese',
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9',
      ),
    ])
    .join('');
}

/** An empty page with the script, the faces and a canvas that fills it. */
export async function openPage(
  browser: Browser,
  script: string,
  size: { width: number; height: number; ratio?: number; touch?: boolean },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.ratio ?? 1,
    hasTouch: size.touch ?? false,
  });
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><style>${fontFaces()} html,body{margin:0;height:100%} #stage{position:absolute;inset:0}</style><body><div id="stage"></div>`,
  );
  await page.addScriptTag({ content: script });
  return page;
}

export async function launch(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  const given = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({ executablePath, env: Object.fromEntries(given), args: [...FLAGS] });
}
