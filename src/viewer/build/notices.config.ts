/** Build time: the licence notices of everything that the page holds a copy of, as their licences ask. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** An HTML comment with a line for each package, sorted; and the text that MIT wants in every copy. */
export function notices(modules: Iterable<string>, fonts: readonly string[]): string {
  const { resolve } = createRequire(import.meta.url);
  const folders = new Map(fonts.map((name) => [name, dirname(resolve(`${name}/package.json`))]));
  for (const id of modules) {
    const [folder, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/.exec(id.replace('\0', '')) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(name, folder);
  }
  const lines = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, folder]) => notice(name, folder));
  const terms = others(folders.values());
  return `<!--\nThis page holds copies of:\n${lines.join('\n')}\nSIL Open Font License 1.1: https://openfontlicense.org\nMIT: ${MIT}\n${terms.map((text) => `${text}\n`).join('')}-->`;
}

/** The terms of licences other than those two, each once, on a line each. */
function others(folders: Iterable<string>): string[] {
  const terms = new Map<string, string>();
  for (const folder of folders) {
    const { license } = readJson(folder);
    if (license === 'MIT' || license === 'OFL-1.1') continue;
    if (license === 'ISC') terms.set(license, `ISC: ${ISC}`);
    else terms.set(folder, `${license}: ${licenceText(folder).replace(/\s+/g, ' ').trim()}`);
  }
  return [...terms.values()].sort();
}

interface PackageFile {
  readonly license: string;
  readonly author?: string;
}

function readJson(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
}

function notice(name: string, folder: string): string {
  const { license, author } = readJson(folder);
  const text = licenceText(folder);
  const dated = /copyright (?:\(c\) |© ?)?(\d{4}[^\n]*?)(?= \S+\.ttf:|\n|$)/i.exec(text)?.[1];
  // Some font packages put the bare name of the holder on top; some packages carry no licence's text.
  const holder = (dated ?? (text.split('\n')[0]?.trim() || author?.replace(/ <.*/, '')))?.trim();
  if (!holder) throw new Error(`${name} names no holder of its copyright`);
  return `${name.replace('@fontsource/', '')}: ${license}, copyright ${holder.replaceAll('--', '-')}`;
}
