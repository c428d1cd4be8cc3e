import { describe, expect, it } from 'vitest';
import { isXmlText, LossCounter, XmlGuard, xmlAttribute, xmlText } from '../../src/formats/index.ts';
import { ProblemError } from '../../src/model/index.ts';

describe('xmlText', () => {
  it('escapes markup, the end of CDATA and CR; leaves quotes, tabs and line feeds', () => {
    expect(xmlText('a < b && c > d ]]> "q" \'s\'\t\n\r')).toBe(
      'a &lt; b &amp;&amp; c &gt; d ]]&gt; "q" \'s\'\t\n&#13;',
    );
  });
  it('leaves all else as it is', () => {
    expect(xmlText('Phà “Nordlink” 🚢 \u202e\u0085\u2028')).toBe('Phà “Nordlink” 🚢 \u202e\u0085\u2028');
  });
});

describe('xmlAttribute', () => {
  it('escapes the quote, and white space that a parser would turn into blanks', () => {
    expect(xmlAttribute('say "hi"\tthere\r\n<&>')).toBe('say &quot;hi&quot;&#9;there&#13;&#10;&lt;&amp;&gt;');
  });
});

describe('isXmlText', () => {
  it('follows production 2 of XML 1.0', () => {
    const legal = [
      '',
      '\t\n\r',
      ' ',
      '\u007f',
      '\ud7ff',
      '\ue000',
      '\ufffd',
      '\u{10000}',
      '\u{10ffff}',
      '\u{1fffe}',
    ];
    const illegal = [
      '\u0000',
      '\b',
      '\u000b',
      '\u000c',
      '\u001f',
      '\ufffe',
      '\uffff',
      '\ud800',
      'a\udc00b',
      '\udc00\ud800',
    ];
    expect(legal.filter((text) => !isXmlText(text))).toEqual([]);
    expect(illegal.filter(isXmlText)).toEqual([]);
  });
});

describe('XmlGuard', () => {
  it('refuses every value that XML cannot hold, all at once and each with its place', () => {
    const guard = new XmlGuard({ repair: false }, new LossCounter());
    guard.text('a\u0001b\u0001c\ufffe', 'node', 'lindmar', 'label');
    guard.attribute('\ud83d', 'edge', 'harbour/c1', 'id');
    expect(guard.refused).toBe(2);
    const error = (() => {
      try {
        guard.finish();
      } catch (thrown) {
        return thrown as ProblemError;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(ProblemError);
    expect(error!.problems).toEqual([
      {
        severity: 'error',
        code: 'xml-character',
        message: 'label of node “lindmar” holds U+0001, U+FFFE, which XML 1.0 cannot hold',
        value: 'a\u0001b\u0001c\ufffe',
        hint: 'remove it from the data, or let it be replaced by U+FFFD with --repair',
      },
      {
        severity: 'error',
        code: 'xml-character',
        message: 'id of edge “harbour/c1” holds U+D83D, which XML 1.0 cannot hold',
        value: '\ud83d',
        hint: 'remove it from the data, or let it be replaced by U+FFFD with --repair',
      },
    ]);
  });

  it('mends and counts where that is asked for', () => {
    const losses = new LossCounter();
    const guard = new XmlGuard({ repair: true }, losses);
    expect(guard.text('a\u0001<\ud83d🚢', 'node', 'x', 'label')).toBe('a\ufffd&lt;\ufffd🚢');
    guard.finish();
    expect(losses.report()).toEqual({
      losses: [{ what: 'characters that XML cannot hold, replaced by U+FFFD', count: 2 }],
    });
  });
});
