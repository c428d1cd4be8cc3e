/** Triples of one file by subject and predicate, read as IRIs, texts and lists. */
import type { Quad, Term } from 'n3';
import { compareCodePoints, type LangMap } from '../model/index.ts';
import { OWL, RDF } from './terms.ts';

export class TripleIndex {
  readonly #bySubject = new Map<string, Map<string, Term[]>>();

  constructor(triples: readonly Quad[]) {
    for (const { subject, predicate, object } of triples) {
      const key = keyOf(subject);
      const row = this.#bySubject.get(key) ?? new Map<string, Term[]>();
      this.#bySubject.set(key, row);
      const list = row.get(predicate.value);
      if (list) list.push(object);
      else row.set(predicate.value, [object]);
    }
  }

  /** IRIs (no blank nodes) that have one of the types, sorted. */
  subjectsOfType(types: readonly string[]): string[] {
    const found: string[] = [];
    for (const [subject, row] of this.#bySubject) {
      if (subject.startsWith('_:')) continue;
      if (row.get(`${RDF}type`)?.some(({ value }) => types.includes(value))) found.push(subject);
    }
    return found.sort(compareCodePoints);
  }

  /** True where all that is said of it is its type. */
  isOnlyTyped(subject: string): boolean {
    return [...(this.#bySubject.get(subject)?.keys() ?? [])].every((predicate) => predicate === `${RDF}type`);
  }

  /** Values that are IRIs, of any of the predicates. */
  iris(subject: string, predicates: readonly string[]): string[] {
    return this.#objects(subject, predicates)
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value);
  }

  /** Values that are IRIs, and the members of those that are union classes. */
  alternatives(subject: string, predicates: readonly string[]): string[] {
    return this.#objects(subject, predicates).flatMap((object) =>
      object.termType === 'NamedNode'
        ? [object.value]
        : this.#objects(keyOf(object), [`${OWL}unionOf`]).flatMap((list) => this.#members(keyOf(list))),
    );
  }

  /** Lexical forms of literal values. */
  strings(subject: string, predicate: string): string[] {
    return this.#objects(subject, [predicate])
      .filter(({ termType }) => termType === 'Literal')
      .map(({ value }) => value);
  }

  /** Texts by language, of the first predicate that has any; a plain string counts as `und`. The first of a language wins. */
  texts(subject: string, predicates: readonly string[]): LangMap {
    for (const predicate of predicates) {
      const texts = new Map<string, string>();
      for (const term of this.#objects(subject, [predicate])) {
        if (term.termType !== 'Literal') continue;
        const lang = term.language || 'und';
        if (!texts.has(lang)) texts.set(lang, term.value);
      }
      if (texts.size > 0) return Object.fromEntries([...texts].sort(([a], [b]) => compareCodePoints(a, b)));
    }
    return {};
  }

  #objects(subject: string, predicates: readonly string[]): Term[] {
    const row = this.#bySubject.get(subject);
    return row === undefined ? [] : predicates.flatMap((predicate) => row.get(predicate) ?? []);
  }

  #members(list: string): string[] {
    const members: string[] = [];
    const seen = new Set<string>();
    for (let node = list; node !== `${RDF}nil` && !seen.has(node); ) {
      seen.add(node);
      members.push(...this.iris(node, [`${RDF}first`]));
      const rest = this.#objects(node, [`${RDF}rest`])[0];
      if (rest === undefined) break;
      node = keyOf(rest);
    }
    return members;
  }
}

function keyOf(term: Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}
