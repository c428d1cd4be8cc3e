/** Quads as the SHACL engine asks for them: by subject, predicate and object, whatever graph they are in. */
import type { Quad, Subject, Term } from './quad.ts';

/** What a look-up finds; the engine counts and walks it. */
class Found implements Iterable<Quad> {
  readonly #quads: readonly Quad[];

  constructor(quads: readonly Quad[]) {
    this.#quads = quads;
  }
  get size(): number {
    return this.#quads.length;
  }
  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]();
  }
}

/**
 * A dataset in the shape of RDF/JS, as far as shapes are checked against it. It keeps the quads that it was given, so that
 * whoever knows where one of them came from can tell by it.
 */
export class ShapeData implements Iterable<Quad> {
  readonly #quads: readonly Quad[];
  readonly #bySubject = new Map<string, Quad[]>();
  readonly #byObject = new Map<string, Quad[]>();
  readonly #byPredicate = new Map<string, Quad[]>();

  /** @param quads each triple once: its graph is not looked at */
  constructor(quads: Iterable<Quad>) {
    const seen = new Map<string, Quad>();
    for (const quad of quads) {
      const subject = termKey(quad.subject);
      const object = termKey(quad.object);
      const key = `${subject} ${quad.predicate.value} ${object}`;
      if (seen.has(key)) continue;
      seen.set(key, quad);
      append(this.#bySubject, subject, quad);
      append(this.#byObject, object, quad);
      append(this.#byPredicate, quad.predicate.value, quad);
    }
    this.#quads = [...seen.values()];
  }

  get size(): number {
    return this.#quads.length;
  }
  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]();
  }

  /** `null` and `undefined` stand for any term. */
  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): Found {
    const [s, o] = [subject && termKey(subject), object && termKey(object)];
    const p = predicate?.value;
    // The shortest list that is at hand is looked through.
    const lists: (readonly Quad[])[] = [];
    if (s) lists.push(this.#bySubject.get(s) ?? []);
    if (o) lists.push(this.#byObject.get(o) ?? []);
    if (p) lists.push(this.#byPredicate.get(p) ?? []);
    const shortest = lists.sort((a, b) => a.length - b.length)[0] ?? this.#quads;
    if (lists.length < 2) return new Found(shortest);
    return new Found(
      shortest.filter(
        (quad) =>
          (p === undefined || quad.predicate.value === p) &&
          (!s || termKey(quad.subject) === s) &&
          (!o || termKey(quad.object) === o),
      ),
    );
  }
}

/** Tells terms apart as strings; language tags without case (RDF 1.1 Concepts section 3.3). */
export function termKey(term: Term | Subject): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${term.value}`;
    case 'Literal':
      return `"${term.value}"${term.language.toLowerCase()}${term.direction ?? ''}^${term.datatype.value}`;
    default:
      return `<<${termKey(term.subject)} ${term.predicate.value} ${termKey(term.object)}>>`;
  }
}

function append(lists: Map<string, Quad[]>, key: string, quad: Quad): void {
  const list = lists.get(key);
  if (list) list.push(quad);
  else lists.set(key, [quad]);
}
