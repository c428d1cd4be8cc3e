import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Stage } from './scene.ts';

/** The scripts and the style of the page. */
function parts(template: string): { script: string; style: string; worker: string } {
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(template)![1]!;
  const style = /<style>([\s\S]*?)<\/style>/.exec(template)![1]!;
  const worker = /<script type="text\/plain" id="clew-worker">([\s\S]*?)<\/script>/.exec(template)![1]!;
  return { script, style, worker };
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function builtPage(stage: () => Stage): void {
  it('is one file: script and style, known to its policy by their hashes', () => {
    const { template } = stage();
    const { script, style } = parts(template);
    expect(template).toContain(`script-src ${hash(script)};`);
    expect(template).toContain(`style-src ${hash(style)};`);
    expect(template.match(/<script/g)).toHaveLength(3);
    expect(template.match(/<link/g)).toHaveLength(1);
    expect(template).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  it('names its encoding where every browser looks for it', () => {
    const before = stage().template.split('<meta charset="utf-8"')[0]!;
    expect(Buffer.byteLength(before)).toBeLessThan(1000);
  });

  it('has one place each for data, title and language', () => {
    const { template } = stage();
    for (const place of ['"{{clew:data}}"', '{{clew:title}}', '{{clew:lang}}']) {
      expect(template.split(place), place).toHaveLength(2);
    }
  });

  it('names the holders of what it holds copies of', () => {
    const { template } = stage();
    for (const name of ['graphology', 'minisearch', 'n3', 'preact', 'sigma']) {
      expect(template).toContain(`\n${name}: MIT, copyright `);
    }
    expect(template).toContain('source-serif-4: OFL-1.1');
  });

  it('keeps the code that runs before the first frame small, and that of the worker within bounds of its own', () => {
    const { script, style, worker } = parts(stage().template);
    const sheet = style.replace(/url\(data:[^)]*\)/g, '');
    const kilobytes = (...texts: string[]) =>
      Math.round(texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / 102.4) / 10;
    const sizes = { page: kilobytes(script, sheet), worker: kilobytes(worker) };
    console.info(`code, gzipped: page ${sizes.page} kB, worker ${sizes.worker} kB`);
    expect(sizes.page).toBeLessThan(150);
    expect(sizes.worker).toBeLessThan(150);
  });

  it('carries the worker as text that nothing runs before it is asked for', () => {
    const { template } = stage();
    expect(template).toContain('<script type="text/plain" id="clew-worker">');
    expect(template).toContain('worker-src blob:;');
    expect(template).toContain("connect-src 'none';");
  });
}
