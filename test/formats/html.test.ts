import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/formats/html.ts';

const template =
  '<html lang="{{clew:lang}}"><title>{{clew:title}}</title><script>run("$&")</script><script type="application/json" id="clew-data">"{{clew:data}}"</script></html>';
const fields = { title: 'Ferries', lang: 'en' };

describe('filling the viewer’s page', () => {
  it('puts title, language and data into their places and touches nothing else', () => {
    expect(fillTemplate(template, '{"a":1}', fields)).toBe(
      '<html lang="en"><title>Ferries</title><script>run("$&")</script><script type="application/json" id="clew-data">{"a":1}</script></html>',
    );
  });

  it('lets no data end its element, and keeps it the same JSON', () => {
    const data = { text: '</script><!--<script>\u2028$&$1{{clew:data}}' };
    const page = fillTemplate(template, JSON.stringify(data), fields);
    const json = page.split('id="clew-data">')[1]!.replace(/<\/script><\/html>$/, '');
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(data);
  });

  it('cuts long data at line ends into elements whose texts together are the JSON', () => {
    const line = `${'x'.repeat(999)}\n`;
    const data = line.repeat(5_000);
    const page = fillTemplate(template, data, fields);
    const pieces = [...page.matchAll(/(?:id|class)="clew-data">([^<]*)<\/script>/g)].map(([, text]) => text!);
    expect(pieces.map(({ length }) => length)).toEqual([2_097_000, 2_097_000, 806_000]);
    expect(pieces.join('')).toBe(data);
  });

  it('escapes the title', () => {
    const page = fillTemplate(template, '{}', { title: `</title><b a="1" c='2'>&`, lang: 'en"x' });
    expect(page).toContain('<title>&lt;/title&gt;&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;</title>');
    expect(page).toContain('lang="en&quot;x"');
  });

  it('refuses a page that has no such place', () => {
    expect(() => fillTemplate('<html lang="{{clew:lang}}">', '{}', fields)).toThrow(RangeError);
  });
});
