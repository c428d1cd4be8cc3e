/** What every part of the reading of quads shares: the index, and the way from IRIs back to ids and CURIEs. */
import { type ClaimRef, type Curie, compactIri, ID_PATTERN, Iris, type Prefixes } from '../model/index.ts';
import { rdfPrefixes } from './prefixes.ts';
import type { NamedNode } from './quad.ts';
import type { QuadIndex } from './quad-index.ts';
import { clew } from './vocabulary.ts';
import { CLEW } from './well-known.ts';

export class ReadingContext {
  readonly index: QuadIndex;
  readonly iris: Iris;
  readonly #prefixes: Prefixes;
  /** Ids of entities that have an IRI of their own. */
  readonly #ownIds: ReadonlyMap<string, string>;

  constructor(index: QuadIndex, base: string, prefixes: Prefixes) {
    this.index = index;
    this.iris = new Iris(base);
    this.#prefixes = rdfPrefixes({ prefixes });
    this.#ownIds = new Map(
      index.subjects(clew.entityId).map((iri) => [iri, index.string(iri, clew.entityId)] as const),
    );
  }

  /** The CURIE of an ontology term, or its IRI where no prefix fits. */
  name(iri: string): Curie {
    return compactIri(iri, this.#prefixes) ?? iri;
  }

  /** The steps of an IRI under the base after its first, e.g. `['harbour', 'c1']` of a claim's; `undefined` for others. */
  steps(iri: string, first: string): string[] | undefined {
    const start = `${this.iris.base}${first}/`;
    return iri.startsWith(start) ? iri.slice(start.length).split('/') : undefined;
  }

  /** The id of an entity's IRI; a problem for other IRIs. */
  entity(iri: string, owner: string): string {
    const own = this.#ownIds.get(iri);
    const steps = own === undefined ? this.steps(iri, 'id') : [own];
    if (steps?.length === 1 && ID_PATTERN.test(steps[0]!)) return steps[0]!;
    this.index.fail(
      'bad-record',
      `${owner} refers to something that is no entity of the dataset`,
      iri,
      owner,
    );
    return '';
  }

  hasOwnId(iri: string): boolean {
    return this.#ownIds.has(iri);
  }

  claim(iri: string): ClaimRef | undefined {
    const steps = this.steps(iri, 'claim');
    return steps?.length === 2 ? { article: steps[0]!, claim: steps[1]! } : undefined;
  }

  /** The number at the end of an IRI, for what is kept in a row. */
  number(iri: string): number {
    return Number(iri.slice(iri.lastIndexOf('/') + 1));
  }

  /** IRIs of a class that lie under `<base><step>/<article>/`, in the order of their numbers, by article. */
  numbered(type: NamedNode, step: string): Map<string, string[]> {
    const rows = new Map<string, string[]>();
    for (const iri of this.index.ofType(type)) {
      const article = this.steps(iri, step)?.[0];
      if (article === undefined) continue;
      const row = rows.get(article);
      if (row) row.push(iri);
      else rows.set(article, [iri]);
    }
    for (const row of rows.values()) row.sort((a, b) => this.number(a) - this.number(b));
    return rows;
  }

  /** The key of `values` whose individual the property names; a problem for any other. */
  choice<K extends string>(subject: string, property: NamedNode, values: Readonly<Record<K, NamedNode>>): K {
    const iri = this.index.iri(subject, property);
    for (const key of Object.keys(values) as K[]) if (values[key].value === iri) return key;
    if (iri !== '')
      this.index.fail(
        'bad-record',
        `${subject} has an unknown ${property.value.replace(CLEW, 'clew:')}`,
        iri,
        subject,
      );
    return Object.keys(values)[0] as K;
  }
}
