/** Manifests of W3C protocol tests: a test and its requests, as nodes of a graph to walk on. */
import { readFileSync } from 'node:fs';
import { readQuads } from '../../src/formats/index.ts';
import type { Quad, Term } from '../../src/rdf/index.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** A thing of the manifest; properties by the last part of their names. */
export interface Node {
  one(name: string): Node | undefined;
  list(name: string): Node[];
  text(name: string): string | undefined;
  texts(name: string): string[];
}

export interface ProtocolTest {
  readonly name: string;
  readonly title: string;
  readonly requests: readonly Node[];
  /** What older tests say in prose instead: requests and answers. */
  readonly comments: readonly string[];
}

export function readManifest(file: string): ProtocolTest[] {
  const base = 'http://manifest.example/';
  const { quads } = readQuads(readFileSync(file, 'utf8'), 'turtle', { base });
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = quad.subject.value;
    bySubject.set(key, [...(bySubject.get(key) ?? []), quad]);
  }
  const objects = (subject: string, name: string): Term[] =>
    (bySubject.get(subject) ?? [])
      .filter(({ predicate }) => predicate.value.replace(/^.*[#/]/, '') === name)
      .map(({ object }) => object);
  const listed = (head: string | undefined): string[] => {
    const items: string[] = [];
    for (let at = head; at !== undefined && at !== `${RDF}nil`; at = objects(at, 'rest')[0]?.value)
      items.push(objects(at, 'first')[0]!.value);
    return items;
  };
  const node = (subject: string): Node => ({
    one: (name) => objects(subject, name).map(({ value }) => node(value))[0],
    list: (name) => listed(objects(subject, name)[0]?.value).map(node),
    text: (name) => objects(subject, name)[0]?.value,
    texts: (name) => objects(subject, name).map(({ value }) => value),
  });
  return listed(objects(base, 'entries')[0]?.value).map((iri) => ({
    name: iri.replace(/^.*#/, ''),
    title: node(iri).text('name') ?? '',
    requests: node(iri).one('action')?.list('requests') ?? [],
    comments: node(iri).texts('comment'),
  }));
}
