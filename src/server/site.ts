/** The site of a dataset over HTTP: the viewer at `/`, things that answer 303, their documents, and files. */

import { statSync } from 'node:fs';
import { webAddress } from '../formats/index.ts';
import {
  type Document,
  type DocumentName,
  type Documents,
  DocumentTooLarge,
  OUTSTANDING_DOCUMENTS,
} from './documents.ts';
import type { ServedFile } from './files.ts';
import type { Handler } from './handler.ts';
import { decodePath, relativePath } from './linked/addresses.ts';
import { DATA_FORMATS } from './linked/data-formats.ts';
import { choosePageLanguage, chooseVariant } from './linked/negotiate.ts';
import { mediaType } from './media-types.ts';
import { nearPaths } from './near-paths.ts';
import { Outstanding } from './outstanding.ts';
import { LIST_PAGES, notAcceptablePage, notFoundPage, PageContext, partsOf } from './pages/index.ts';
import { documentReply, taggedReply, tooLarge, withoutReading } from './read-only.ts';
import { DATA_HEADERS, PAGE_HEADERS, POLICIES, plainReply, type Reply, send } from './reply.ts';

/** What an answer depends on. */
export interface SiteRequest {
  readonly method: string;
  /** Of the parsed address, with its escapes. */
  readonly pathname: string;
  readonly search: string;
  readonly accept?: string | undefined;
  readonly acceptLanguage?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  /** True while clients have taken too little of what they asked for. */
  readonly busy?: boolean;
}

/**
 * @param current the documents of the moment: a rebuilt dataset has others
 * @param outstanding of all documents that are being sent; while it is full no more data is written
 */
export function siteHandler(
  current: () => Documents,
  outstanding = new Outstanding(OUTSTANDING_DOCUMENTS),
): Handler {
  return async (request, response, { pathname, search }) => {
    const { accept, 'accept-language': acceptLanguage, 'if-none-match': ifNoneMatch } = request.headers;
    const { method = 'GET' } = request;
    const asked = { method, pathname, search, accept, acceptLanguage, ifNoneMatch, busy: outstanding.full };
    const reply = await siteReply(asked, current());
    if (reply.body instanceof Uint8Array && method !== 'HEAD') outstanding.hold(response, reply.body.length);
    send(request, response, reply);
    return true;
  };
}

/** Answers everything: what is not there with a page that says so. */
export async function siteReply(request: SiteRequest, documents: Documents): Promise<Reply> {
  const unread = withoutReading(request.method);
  if (unread !== undefined) return unread;
  const { site } = documents;
  const path = decodePath(request.pathname);
  if (path === undefined) return notFound(request, request.pathname, documents);
  if (path === '')
    return fileReply(
      site.files.find(({ name }) => name === site.viewer),
      request,
      documents,
    );
  const file = site.files.find(({ name }) => name === path);
  if (file !== undefined) return fileReply(file, request, documents);
  if (path === 'page.css') return documentReply(await documents.css(), request, PAGE_HEADERS);
  if (path === 'context.jsonld') return documentReply(await documents.context(), request, DATA_HEADERS);
  if (path === 'about') return redirect(relativePath(path, 'dataset'), {});
  if (path === '.well-known/void') return thingReply(path, 'dataset', request, documents, 'ttl');
  if (site.has(path)) return thingReply(path, path, request, documents);
  // A list is a page and nothing else: it is found without its ending, too.
  if (LIST_PAGES.includes(path)) return redirect(relativePath(path, `${path}.html`), {});
  const named = documents.named(path);
  if (named !== undefined) return namedReply(named, request, documents);
  return notFound(request, request.pathname, documents);
}

/** A thing is no document: 303 says where there is one about it (RFC 9110 section 15.4.4). @param otherwise for clients that take anything */
function thingReply(
  from: string,
  path: string,
  { accept, acceptLanguage }: SiteRequest,
  { site }: Documents,
  otherwise?: string,
): Reply {
  const takesAnything = accept === undefined || accept.trim() === '*/*';
  const variant = takesAnything && otherwise !== undefined ? otherwise : chooseVariant(accept);
  const headers = { Vary: 'Accept', Link: links(from, path, site.dataset.licence) };
  if (variant !== undefined) return redirect(relativePath(from, `${path}.${variant}`), headers);
  const language = choosePageLanguage(acceptLanguage);
  const context = new PageContext(site, path, { language, unnamed: [language] });
  return htmlReply(406, notAcceptablePage(path, context), { ...headers, Vary: 'Accept, Accept-Language' });
}

function redirect(location: string, headers: Record<string, string>): Reply {
  return plainReply(303, `See ${location}`, { ...headers, Location: location });
}

async function namedReply(name: DocumentName, request: SiteRequest, documents: Documents): Promise<Reply> {
  const language = name.language ?? choosePageLanguage(request.acceptLanguage);
  const isPage = name.ending === 'html';
  const vary = { Vary: isPage && name.language === undefined ? 'Accept, Accept-Language' : 'Accept' };
  if (request.busy && !isPage) {
    const later = 'Clients are still taking their documents; ask again in a moment.';
    return plainReply(503, later, { 'Retry-After': '5' });
  }
  let document: Document;
  try {
    document = await documents.get(name, language);
  } catch (error) {
    if (!(error instanceof DocumentTooLarge)) throw error;
    return tooLarge('This document would be too large', documents.site, vary);
  }
  const address = `${name.path}.${name.ending}`;
  return documentReply(document, request, {
    ...(isPage ? PAGE_HEADERS : DATA_HEADERS),
    ...vary,
    ...(isPage && { 'Content-Language': language }),
    ...(documents.site.has(name.path) && {
      Link: [
        ...partLinks(address, name, documents),
        links(address, name.path, documents.site.dataset.licence),
      ].join(', '),
    }),
  });
}

/** The parts before and after, where a page's lists are long (RFC 8288). */
function partLinks(
  from: string,
  { path, ending, language, part = 1 }: DocumentName,
  { site }: Documents,
): string[] {
  if (ending !== 'html') return [];
  const all = partsOf(site, path);
  const named = language === undefined ? '' : `.${language}`;
  const to = (rel: string, target: number) => {
    const page = `${path}${target === 1 ? '' : `.${target}`}${named}.html`;
    return target < 1 || target > all ? [] : [`<${relativePath(from, page)}>; rel="${rel}"`];
  };
  return [...to('prev', part - 1), ...to('next', part + 1)];
}

/** Where else it is to be had, what describes the dataset, its licence, and how its JSON is to be read. */
function links(from: string, path: string, licence: string): string {
  const to = (target: string, ...parameters: string[]) =>
    `<${relativePath(from, target)}>; ${parameters.join('; ')}`;
  const safeLicence = webAddress(licence);
  return [
    to(`${path}.html`, 'rel="alternate"', 'type="text/html"'),
    ...DATA_FORMATS.map(({ ending, mediaType: type }) =>
      to(`${path}.${ending}`, 'rel="alternate"', `type="${type}"`),
    ),
    to('.well-known/void', 'rel="describedby"'),
    to('context.jsonld', 'rel="http://www.w3.org/ns/json-ld#context"', 'type="application/ld+json"'),
    ...(safeLicence === undefined ? [] : [`<${encodeURI(safeLicence)}>; rel="license"`]),
  ].join(', ');
}

function fileReply(file: ServedFile | undefined, request: SiteRequest, documents: Documents): Reply {
  if (file === undefined) return notFound(request, request.pathname, documents);
  const { name, path, bytes } = file;
  const isViewer = name.endsWith('.html');
  const embedded = isViewer && new URLSearchParams(request.search).has('embed');
  const { 'X-Frame-Options': noFrame, ...page } = {
    ...PAGE_HEADERS,
    'Content-Security-Policy': POLICIES.viewer,
  };
  // The page brings a policy of its own; that of the header says only who may frame it.
  const { 'Content-Security-Policy': policy, ...unframed } = page;
  const headers = isViewer
    ? { ...unframed, ...(!embedded && { 'Content-Security-Policy': policy, 'X-Frame-Options': noFrame }) }
    : DATA_HEADERS;
  const reply = {
    status: 200,
    headers: { ...headers, 'Content-Type': mediaType(name) },
    body: { file: path, bytes },
  };
  const found = statSync(path, { throwIfNoEntry: false });
  // Weak: its size and its time stand for its bytes.
  return found === undefined
    ? reply
    : taggedReply(reply, `W/"${bytes}-${Math.round(found.mtimeMs)}"`, request.ifNoneMatch);
}

function notFound({ accept, acceptLanguage }: SiteRequest, pathname: string, { site }: Documents): Reply {
  const near = nearPaths(decodePath(pathname) ?? pathname, site);
  if (chooseVariant(accept) !== 'html') {
    const choices = near.map((path) => `/${path}`).join(' ');
    return plainReply(404, near.length > 0 ? `Nothing is here. Perhaps: ${choices}` : 'Nothing is here.');
  }
  const language = choosePageLanguage(acceptLanguage);
  // Its links begin at the root, for no one knows how deep the address is.
  const context = new PageContext(site, '', { language, unnamed: [language], root: '/' });
  return htmlReply(404, notFoundPage(pathname, near, context), { Vary: 'Accept, Accept-Language' });
}

function htmlReply(status: number, text: string, headers: Record<string, string>): Reply {
  const body = new TextEncoder().encode(text);
  return {
    status,
    headers: { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body,
  };
}
