/** The documents of a publication as bytes: written when they are first asked for, kept while there is room. */
import { createHash } from 'node:crypto';
import { jsonLdContext } from '../formats/index.ts';
import { LANGUAGES, type Language } from '../graph/index.ts';
import type { Quad } from '../rdf/index.ts';
import { KeptBytes } from './kept-bytes.ts';
import { DATA_FORMATS, writeData } from './linked/data-formats.ts';
import type { Publication } from './linked/publication.ts';
import { hasPage, page, pageEnding, partsOf } from './pages/index.ts';

/** Most quads of a document that is written for a request. */
export const MOST_QUADS = 250_000;
/** Bytes of large documents that clients may leave untaken, all together. */
export const OUTSTANDING_DOCUMENTS = 256 * 1024 * 1024;

/** Says that a document would have more quads than one may have. */
export class DocumentTooLarge extends Error {}

export interface Document {
  readonly body: Buffer;
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;
  /** With its charset. */
  readonly contentType: string;
}

/** A document as an address names it. */
export interface DocumentName {
  /** Of what it is about, without an ending. */
  readonly path: string;
  /** `html`, or the ending of a data format. */
  readonly ending: string;
  /** Where the address names it. */
  readonly language?: Language;
  /** Of a page whose lists are long, from 2; the first has no number. */
  readonly part?: number;
}

export interface DocumentsOptions {
  /** Bytes that are kept at most. */
  readonly room: number;
  /** Most quads of a data document about a thing. */
  readonly quads: number;
  /** The languages whose pages have no language in their name; by default all, since the server negotiates. */
  readonly unnamed: readonly Language[];
  /** As of the pages' options: where things are found that have no page of their own. */
  readonly home?: (path: string) => string;
}
export const DOCUMENTS_DEFAULTS: DocumentsOptions = {
  room: 64 * 1024 * 1024,
  quads: MOST_QUADS,
  unnamed: [],
};

export class Documents {
  readonly site: Publication;
  readonly #css: string;
  readonly #options: DocumentsOptions;
  readonly #kept: KeptBytes<Document>;
  readonly #making = new Map<string, Promise<Document>>();

  /** @param css text of `page.css` */
  constructor(site: Publication, css: string, options: Partial<DocumentsOptions> = {}) {
    this.site = site;
    this.#css = css;
    this.#options = { ...DOCUMENTS_DEFAULTS, ...options };
    this.#kept = new KeptBytes(this.#options.room);
  }

  /** What an address without its slash names, where there is such a document. */
  named(address: string): DocumentName | undefined {
    const match = /^(.+?)(?:\.([a-z]{2}))?\.([a-z]+)$/.exec(address);
    if (!match) return undefined;
    const [, path, tag, ending] = match as unknown as [string, string, string | undefined, string];
    const language = LANGUAGES.find((known) => known === tag);
    if (tag !== undefined && (language === undefined || ending !== 'html')) return undefined;
    if (ending === 'html') {
      const named = { ending, ...(language && { language }) };
      return hasPage(this.site, path) ? { path, ...named } : this.#part(path, named);
    }
    const isData = DATA_FORMATS.some((format) => format.ending === ending);
    return isData && this.site.has(path) ? { path, ending } : undefined;
  }

  /** `id/x.2` is the second part of the page of `id/x`, where it has so many. */
  #part(address: string, named: Omit<DocumentName, 'path'>): DocumentName | undefined {
    const [, path = '', number] = /^(.+)\.([1-9]\d{0,8})$/.exec(address) ?? [];
    const part = Number(number);
    const isThere = part >= 2 && hasPage(this.site, path) && part <= partsOf(this.site, path);
    return isThere ? { path, part, ...named } : undefined;
  }

  /**
   * @param language in which an `.html` without a language is written
   * @throws DocumentTooLarge
   */
  async get(
    { path, ending, language: named, part = 1 }: DocumentName,
    language: Language,
  ): Promise<Document> {
    if (ending !== 'html')
      return this.#keep(`${path}.${ending}`, () => this.#data(this.#described(path), ending));
    const tongue = named ?? language;
    // Within pages that name their language every link does; within others the reader's choice is made anew each time.
    const unnamed = named === undefined ? [tongue, ...this.#options.unnamed] : this.#options.unnamed;
    const { home } = this.#options;
    const key = `${path}${pageEnding(tongue, unnamed, part)}:${tongue}`;
    return this.#keep(key, async () =>
      documentOf(
        await page(this.site, path, { language: tongue, unnamed, part, ...(home && { home }) }),
        'text/html; charset=utf-8',
      ),
    );
  }

  /** All graphs of the dataset as one, each triple once: what a query without GRAPH sees. @param ending of a data format */
  union(ending: string): Promise<Document> {
    const { graph } = this.site;
    // No path has a space in it.
    return this.#keep(`all graphs.${ending}`, () =>
      this.#data(
        [...graph.graphs()].flatMap((name) => graph.inGraph(name)),
        ending,
      ),
    );
  }

  css(): Promise<Document> {
    return this.#keep('page.css', async () => documentOf(this.#css, 'text/css; charset=utf-8'));
  }

  context(): Promise<Document> {
    return this.#keep('context.jsonld', async () =>
      documentOf(`${JSON.stringify({ '@context': jsonLdContext() }, null, 2)}\n`, 'application/ld+json'),
    );
  }

  #described(path: string): readonly Quad[] {
    const quads = this.site.describe(path);
    if (quads.length > this.#options.quads) throw new DocumentTooLarge(path);
    return quads;
  }

  async #data(quads: readonly Quad[], ending: string): Promise<Document> {
    const { site } = this;
    const text = await writeData(quads, ending, {
      base: site.dataset.base,
      prefixes: site.prefixes,
    });
    const { mediaType } = DATA_FORMATS.find((format) => format.ending === ending)!;
    // JSON-LD and N-Quads are UTF-8 by definition; a parameter would only trouble strict readers.
    return documentOf(text, mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType);
  }

  /** One making at a time for each; the least recently asked for goes first. */
  async #keep(key: string, make: () => Promise<Document>): Promise<Document> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const running = this.#making.get(key);
    if (running !== undefined) return running;
    const making = make();
    this.#making.set(key, making);
    try {
      const made = await making;
      this.#kept.put(key, made);
      return made;
    } finally {
      this.#making.delete(key);
    }
  }
}

/** With the tag of its bytes. */
export function documentOf(text: string, contentType: string): Document {
  const body = Buffer.from(text, 'utf8');
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { body, etag, contentType };
}
