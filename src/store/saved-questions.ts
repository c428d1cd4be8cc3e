/** Questions that lie beside an article: `<data>/<article>/questions/<name>.rq`. */
import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { compareCodePoints, type LangMap } from '../model/index.ts';

export interface SavedQuestion {
  /** File name without ending; `<article>/<name>` where several articles have one of that name. */
  readonly name: string;
  readonly article: string;
  /** What is asked, by language: the comments at the top that begin with a language, as in `# en: Who says what?` */
  readonly title: LangMap;
  readonly file: string;
  readonly text: string;
}

const ENDING = '.rq';
const TITLE = /^#\s*([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(\S.*?)\s*$/;

/**
 * All questions of a data folder, by name. None where the folder or its articles have none.
 * @throws Error of the file system where a question can't be read
 */
export async function savedQuestions(dir: string): Promise<SavedQuestion[]> {
  const folder = posix.normalize(dir);
  const questions: SavedQuestion[] = [];
  for (const article of await namesIn(folder)) {
    const own = posix.join(folder, article, 'questions');
    for (const name of (await namesIn(own)).filter((entry) => entry.endsWith(ENDING))) {
      const file = posix.join(own, name);
      const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
      questions.push({ name: name.slice(0, -ENDING.length), article, title: titleOf(text), file, text });
    }
  }
  const count = new Map<string, number>();
  for (const { name } of questions) count.set(name, (count.get(name) ?? 0) + 1);
  return questions
    .map((question) =>
      count.get(question.name) === 1
        ? question
        : { ...question, name: `${question.article}/${question.name}` },
    )
    .sort((a, b) => compareCodePoints(a.name, b.name));
}

function titleOf(text: string): LangMap {
  const title: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith('#')) break;
    const [, lang, words] = TITLE.exec(line) ?? [];
    if (lang !== undefined) title[lang] = words!;
  }
  return title;
}

/** What is not there has nothing in it. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort(compareCodePoints);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
