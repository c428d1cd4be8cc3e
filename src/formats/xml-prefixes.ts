/** Prefixes that the root element of an XML text declares. */
import type { Prefixes } from '../model/index.ts';

/** Only to name terms as the file does: what is not found costs nothing but a shorter name. */
export function declaredPrefixes(text: string): Prefixes {
  const root = /<(?![?!])[^>]*>/.exec(text)?.[0] ?? '';
  const declared = root.matchAll(/\sxmlns:([^\s=]+)\s*=\s*(?:"([^"&]*)"|'([^'&]*)')/g);
  return Object.fromEntries([...declared].map(([, name, double, single]) => [name, double ?? single ?? '']));
}
