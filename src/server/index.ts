/** HTTP on loopback: the viewer and the files. */
export { LISTEN_DEFAULTS, type Listening, listen } from './listen.ts';
export { mediaType } from './media-types.ts';
export { type Answer, answer, type ServedFile, type SiteOptions } from './site.ts';
