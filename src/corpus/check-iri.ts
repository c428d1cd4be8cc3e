/** Checks IRIs and prefixes. */
import { isIri } from '../model/index.ts';
import type { ProblemList } from './problem-list.ts';
import type { Path, SourcePart } from './source.ts';

/** An `xsd:anyURI`: a scheme, then none of the characters that IRIREF forbids (Turtle 1.1, production 18), no lone surrogate, whole escapes. */
const ABSOLUTE =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[^\u0000-\u0020\u007f-\u009f<>"{}|^`\\%\ufffe\uffff\p{Cs}]|%[0-9A-Fa-f]{2})+$/u;

export function isAbsoluteIri(text: string): boolean {
  return ABSOLUTE.test(text);
}

/** Reports what is no absolute IRI by RFC 3987, which every writer asks for; true where it is one. */
export function checkIri(iri: string, part: SourcePart, path: Path, problems: ProblemList): boolean {
  if (isIri(iri)) return true;
  problems.error('bad-iri', 'this is not an absolute IRI of legal characters', {
    place: part.place(path),
    value: iri,
    hint: 'begin with https:// and write spaces and signs such as < > " [ ] as %20, %3C, %3E, %22, %5B, %5D',
  });
  return false;
}

/** Names of URI schemes that a prefix would make ambiguous: `urn:x` must stay an IRI. */
const SCHEMES = new Set([
  'http',
  'https',
  'urn',
  'mailto',
  'file',
  'ftp',
  'data',
  'tel',
  'tag',
  'did',
  'ark',
  'doi',
  'blob',
  'about',
]);

/** Reports a prefix that is no legal name, is a URI scheme, or stands for no IRI. */
export function checkPrefix(
  prefix: string,
  namespace: string,
  part: SourcePart,
  path: Path,
  problems: ProblemList,
): boolean {
  if (!/^[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/.test(prefix)) {
    const hint = 'use letters and digits, beginning with a letter';
    problems.error('bad-prefix', 'this is not a legal prefix', {
      place: part.place(path, 'key'),
      value: prefix,
      hint,
    });
    return false;
  }
  if (SCHEMES.has(prefix.toLowerCase())) {
    const hint = 'choose another name for the prefix';
    problems.error('bad-prefix', 'a prefix must not be a URI scheme', {
      place: part.place(path, 'key'),
      value: prefix,
      hint,
    });
    return false;
  }
  return checkIri(namespace, part, path, problems);
}
