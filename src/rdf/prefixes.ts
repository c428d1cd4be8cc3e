/** Prefixes: which names may be declared (none that a reader can take for a scheme), and which a file needs. */
import type { Prefixes, Problem } from '../model/index.ts';
import { isIri } from '../model/index.ts';
import type { RdfModel } from './mapping-context.ts';
import type { NamedNode, Quad, Term } from './quad.ts';
import { NANOPUB_PREFIXES, NIF_PREFIXES, STANDARD_PREFIXES } from './well-known.ts';

/**
 * Schemes that occur in linked data. A file that declares one as a prefix makes `<urn:isbn:1>` and `urn:isbn:1` differ
 * in meaning, and JSON-LD and lax tools confuse them. `news` is left out on purpose: it is the prefix of the domain
 * vocabulary, and Usenet IRIs do not occur beside it; a JSON-LD output that holds one refuses it.
 */
const SCHEMES = new Set(
  (
    'about acct arn blob cid crid data did dns doi file ftp ftps geo git gopher hdl http https imap info ipfs ipns irc isbn ' +
    'issn jar javascript jdbc ldap magnet mailto mid ni nih nntp oid postgres resource rtsp s3 sftp sip sips sms ssh stun ' +
    'tag tel telnet turn urn uuid view-source ws wss xmpp'
  ).split(' '),
);

/** ASCII names that every syntax takes: an XML name without colon, a Turtle prefix, a JSON-LD term. */
const NAME = /^[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

/** True where the name may be declared as a prefix. */
export function isPrefixName(name: string): boolean {
  return NAME.test(name) && !SCHEMES.has(name.toLowerCase()) && !/^xml/i.test(name);
}

/** Everything that is wrong with a prefix table; empty where it is sound. */
export function checkPrefixes(prefixes: Prefixes): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, string>();
  for (const [name, namespace] of Object.entries(prefixes)) {
    if (!isPrefixName(name)) {
      problems.push({
        severity: 'error',
        code: 'bad-prefix',
        message: SCHEMES.has(name.toLowerCase())
          ? 'a prefix has the name of a URI scheme'
          : 'a prefix name needs a letter first, then letters, digits, “-”, “_” or “.”',
        value: name,
        hint: 'Rename the prefix.',
      });
    }
    if (!isIri(namespace)) {
      problems.push({
        severity: 'error',
        code: 'bad-iri',
        message: `the namespace of the prefix “${name}” is no absolute IRI`,
        value: namespace,
      });
    }
    const twin = known.get(namespace);
    if (twin !== undefined) {
      problems.push({
        severity: 'error',
        code: 'ambiguous-prefix',
        message: `the prefixes “${twin}” and “${name}” stand for the same namespace`,
        value: namespace,
        hint: 'Keep one of them.',
      });
    }
    known.set(namespace, name);
  }
  return problems;
}

/** What is wrong with the base that a file declares; empty where it is sound or there is none. */
export function checkBase(base: string | undefined): Problem[] {
  if (base === undefined || (isIri(base) && /[/#]$/.test(base))) return [];
  return [
    {
      severity: 'error',
      code: 'bad-base',
      message: 'the base of a file is no absolute IRI that ends in “/” or “#”',
      value: base,
      hint: 'Write it out from its scheme on, or leave it out: IRIs are then written in full.',
    },
  ];
}

/**
 * The dataset's prefixes and, under names that it leaves free, those of the vocabularies that the mapping uses.
 * @param further prefixes of other vocabularies, added in the same way
 */
export function rdfPrefixes({ prefixes }: { readonly prefixes: Prefixes }, further: Prefixes = {}): Prefixes {
  const all: Record<string, string> = { ...prefixes };
  const bound = new Set(Object.values(prefixes));
  for (const [name, namespace] of Object.entries({ ...STANDARD_PREFIXES, ...further })) {
    if (bound.has(namespace)) continue;
    let free = name;
    for (let n = 1; all[free] !== undefined; n += 1) free = `${name}${n}`;
    all[free] = namespace;
  }
  return all;
}

/** {@link rdfPrefixes}, with those that a form of RDF needs beside them. */
export function modelPrefixes(head: { readonly prefixes: Prefixes }, model: RdfModel = 'rdf11'): Prefixes {
  const further = model === 'nif' ? NIF_PREFIXES : model === 'nanopub' ? NANOPUB_PREFIXES : {};
  return rdfPrefixes(head, further);
}

/** Those of the prefixes that an IRI of the quads begins with. */
export function usedPrefixes(quads: Iterable<Quad>, prefixes: Prefixes): Prefixes {
  const left = new Map(Object.entries(prefixes));
  const used: Record<string, string> = {};
  // Predicates and classes are the same objects over and over.
  const seen = new Set<NamedNode>();
  const look = (term: NamedNode) => {
    if (seen.has(term)) return;
    if (seen.size >= 4096) seen.clear();
    seen.add(term);
    for (const [name, namespace] of left) {
      if (!term.value.startsWith(namespace)) continue;
      used[name] = namespace;
      left.delete(name);
    }
  };
  const lookInto = (term: Term) => {
    if (term.termType === 'NamedNode') look(term);
    else if (term.termType === 'Literal') look(term.datatype);
    else if (term.termType === 'Quad')
      for (const part of [term.subject, term.predicate, term.object]) lookInto(part);
  };
  for (const { subject, predicate, object, graph } of quads) {
    if (left.size === 0) break;
    look(predicate);
    lookInto(object);
    if (subject.termType === 'NamedNode') look(subject);
    if (graph.termType === 'NamedNode') look(graph);
  }
  return used;
}
