/** The sample dataset as a site without a socket: what its answers are made from. */
import type { Dataset } from '../../src/model/index.ts';
import { Documents, Publication, type PublicationSource, pageCss } from '../../src/server/index.ts';
import { type SiteRequest, siteReply } from '../../src/server/site.ts';
import { sampleDataset } from '../fixtures/sample.ts';

export function sampleSite(
  dataset: Dataset = sampleDataset,
  rest: Partial<PublicationSource> = {},
): Documents {
  const files = ['html', 'ttl'].map((ending) => ({
    name: `${dataset.id}.${ending}`,
    path: `/nowhere/${dataset.id}.${ending}`,
    bytes: 10,
  }));
  const site = new Publication({ dataset, files, viewer: `${dataset.id}.html`, ...rest });
  return new Documents(site, pageCss());
}

/** An answer with its body as text; a file's name where it is one. */
export async function ask(
  documents: Documents,
  target: string,
  headers: Partial<Pick<SiteRequest, 'accept' | 'acceptLanguage' | 'ifNoneMatch' | 'method'>> = {},
) {
  const { pathname, search } = new URL(`http://localhost${target}`);
  const reply = await siteReply({ method: 'GET', pathname, search, ...headers }, documents);
  const text = reply.body instanceof Uint8Array ? new TextDecoder().decode(reply.body) : reply.body.file;
  return { status: reply.status, headers: reply.headers, text };
}
