import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Stage } from './scene.ts';

/** Script and style of the page, faces apart. */
function parts(template: string): { script: string; style: string } {
  const script = /<script type="module">([\s\S]*?)<\/script>/.exec(template)![1]!;
  const style = /<style>([\s\S]*?)<\/style>/.exec(template)![1]!;
  return { script, style };
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function builtPage(stage: () => Stage): void {
  it('is one file: one script and one style, known to its policy by their hashes', () => {
    const { template } = stage();
    const { script, style } = parts(template);
    expect(template).toContain(`script-src ${hash(script)};`);
    expect(template).toContain(`style-src ${hash(style)};`);
    expect(template.match(/<script/g)).toHaveLength(2);
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

  it('keeps its code under 150 kB gzipped, faces and data apart', () => {
    const { script, style } = parts(stage().template);
    const sheet = style.replace(/url\(data:[^)]*\)/g, '');
    const size = [script, sheet].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(size).toBeLessThan(150 * 1024);
  });
}
