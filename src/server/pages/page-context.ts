/** What every part of a page needs: the data, the reader's language, and the way to other pages. */
import { type Html, type HtmlValue, html, webAddress } from '../../formats/index.ts';
import {
  type FieldContext,
  LANGUAGES,
  type Language,
  READING_WORDS,
  type ReadingWords,
} from '../../graph/index.ts';
import { compactIri, type LangMap, pickText } from '../../model/index.ts';
import { encodePath, relativePath } from '../linked/addresses.ts';
import type { Publication } from '../linked/publication.ts';
import { PAGE_WORDS, type PageWords } from './page-words.ts';

export interface PageOptions {
  readonly language: Language;
  /** The languages whose pages are at `.html`, without the language in the name; others name it. */
  readonly unnamed: readonly Language[];
  /** What links begin with, ending in a slash, for a page whose own address is unknown. */
  readonly root?: string;
  /** Which part of a page whose lists are long, from 1; 1 if not given. */
  readonly part?: number;
  /** The path of the page that a thing is found on, where it has none of its own; with a fragment where it has a place there. */
  readonly home?: (path: string) => string;
}

/** One per page. */
export class PageContext {
  readonly site: Publication;
  /** Of the page, without its ending. */
  readonly path: string;
  readonly language: Language;
  readonly part: number;
  readonly words: ReadingWords;
  readonly pageWords: PageWords;
  /** In order of preference. */
  readonly languages: readonly string[];
  readonly fields: Pick<FieldContext, 'dataset' | 'entities' | 'languages'>;
  readonly #unnamed: readonly Language[];
  readonly #root: string | undefined;
  readonly #home: (path: string) => string;

  constructor(
    site: Publication,
    path: string,
    { language, unnamed, root, part = 1, home = (path) => path }: PageOptions,
  ) {
    this.site = site;
    this.path = path;
    this.language = language;
    this.part = part;
    this.words = READING_WORDS[language];
    this.pageWords = PAGE_WORDS[language];
    this.languages = [language, ...site.dataset.languages.filter((tag) => tag !== language)];
    this.fields = { dataset: site.dataset, entities: site.entities, languages: this.languages };
    this.#unnamed = unnamed;
    this.#root = root;
    this.#home = home;
  }

  /** Address of a file of the site. */
  file(path: string): string {
    return this.#root === undefined ? relativePath(this.path, path) : this.#root + encodePath(path);
  }
  /** Address of a page, in this one's language where none is given. */
  page(path: string, language = this.language, part = 1): string {
    const [home = '', anchor] = this.#home(path).split('#');
    const address = this.file(`${home}${pageEnding(language, this.#unnamed, part)}`);
    return anchor === undefined ? address : `${address}#${anchor}`;
  }
  /** Address of the viewer with entities and claims selected, by their keys. */
  viewer(...selected: readonly string[]): string {
    const parts = [
      ...(selected.length > 0 ? [`select=${selected.map(encodeURI).join(',')}`] : []),
      ...(this.language === LANGUAGES[0] ? [] : [`lang=${this.language}`]),
    ];
    return `${this.file(this.site.viewer)}${parts.length > 0 ? `#${parts.join('&')}` : ''}`;
  }

  /** A text of the data, isolated from what stands around it, with its language where it is not the page's. */
  text(map: LangMap | undefined, fallback = ''): Html {
    const picked = map && pickText(map, this.languages);
    return picked === undefined || picked.lang === this.language
      ? html`<bdi>${picked?.text ?? fallback}</bdi>`
      : html`<bdi lang="${picked.lang}">${picked.text}</bdi>`;
  }
  /** The same without marks, for titles. */
  plainText(map: LangMap | undefined, fallback = ''): string {
    return (map && pickText(map, this.languages)?.text) ?? fallback;
  }

  number(n: number): string {
    return n.toLocaleString(this.words.locale);
  }

  /** A link to where an IRI is served: here, on the web, or nowhere. */
  iriLink(iri: string, label?: HtmlValue): Html {
    const path = this.site.addresses.pathOf(iri);
    if (path !== undefined && this.site.has(path)) {
      return html`<a href="${this.page(path)}">${label ?? this.iriName(iri)}</a>`;
    }
    const web = webAddress(iri);
    const shown = label ?? html`<bdi dir="ltr">${compactIri(iri, this.site.prefixes) ?? iri}</bdi>`;
    return web === undefined
      ? html`${shown}`
      : html`<a href="${web}" rel="noopener noreferrer external">${shown}</a>`;
  }

  /** What a reader calls an IRI of the site: its label, or how it is written in Turtle. */
  iriName(iri: string): Html {
    const { addresses, entities, prefixes } = this.site;
    const path = addresses.pathOf(iri);
    const [step, id = ''] = path?.split('/') ?? [];
    if (step === 'id') return this.text(entities.get(id)?.label, id);
    const term = compactIri(iri, prefixes);
    const named = step === 'ns' ? term : path;
    return html`<bdi dir="ltr">${named ?? term ?? iri}</bdi>`;
  }
}

/** `.html`, or with the language in it, and before it the part of a page where it is not the first. */
export function pageEnding(language: Language, unnamed: readonly Language[], part = 1): string {
  return `${part === 1 ? '' : `.${part}`}${unnamed.includes(language) ? '' : `.${language}`}.html`;
}

/** The first letter in upper case: labels of classes begin a line. */
export function sentenceCase(text: string, locale: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
