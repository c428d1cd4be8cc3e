/** Media types of what we serve, all of it UTF-8. */
import { mediaTypeOf } from '../build/index.ts';

/** The media type of a file name; `application/octet-stream` where the ending says nothing. */
export function mediaType(name: string): string {
  const type = mediaTypeOf(name);
  return type === undefined ? 'application/octet-stream' : `${type.name}; charset=utf-8`;
}
