/** The answers of the Reconciliation Service API 0.2 over a dataset's entities (W3C Entity Reconciliation group, 2023). */

import { literalText } from '../../graph/index.ts';
import {
  isEntityRef,
  isLiteral,
  type OntologyClass,
  type OntologyProperty,
  pickText,
  type UnitedEntity,
} from '../../model/index.ts';
import { superclasses } from '../../ontology/index.ts';
import type { Publication } from '../linked/publication.ts';
import { fold, NameIndex, SCORES } from './name-index.ts';
import type { ReconciliationQuery } from './read-queries.ts';

/** A thing as the API lists it. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

export interface ReconciliationCandidate extends Named {
  readonly type: readonly Named[];
  readonly score: number;
  /** True where it is the one that is meant, as far as names can tell. */
  readonly match: boolean;
}

/** Candidates where a query names no limit, and the most that it may name. */
const LIMITS = { usual: 10, most: 100 } as const;
/** Share of the score that values of properties have where a query names some. */
const PROPERTY_SHARE = 0.3;

export class Reconciler {
  readonly #site: Publication;
  readonly #entities: NameIndex;
  readonly #classes: NameIndex;
  readonly #properties: NameIndex;

  constructor(site: Publication) {
    this.#site = site;
    const { classes, properties } = site.dataset.ontology;
    const term = ({ id, label }: OntologyClass | OntologyProperty) => ({
      id,
      labels: Object.values(label),
      aliases: [id.slice(id.indexOf(':') + 1)],
    });
    const entity = ({ id, label, aliases }: UnitedEntity) => ({
      id,
      labels: Object.values(label),
      aliases: aliases.map(({ text }) => text),
    });
    this.#entities = new NameIndex([...site.entities.values()].map(entity));
    this.#classes = new NameIndex(Object.values(classes).map(term));
    this.#properties = new NameIndex(Object.values(properties).map(term));
  }

  /** Best first. */
  candidates({
    query,
    types,
    limit = LIMITS.usual,
    properties,
  }: ReconciliationQuery): ReconciliationCandidate[] {
    const found = this.#entities
      .find(query)
      .filter(({ id }) => this.#isOf(id, types))
      .map(({ id, score }) => ({ id, name: score, score: this.#withProperties(id, score, properties) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const sure = found.filter(({ name }) => name >= SCORES.caseless + SCORES.alias);
    const only = sure.length === 1 ? sure[0] : undefined;
    return found.slice(0, Math.min(limit, LIMITS.most)).map(({ id, score }) => ({
      ...this.named(id),
      type: this.#types(id),
      score,
      match: only?.id === id && found[0] === only,
    }));
  }

  /** Things whose names begin so, for suggestions. */
  suggest(what: 'entity' | 'type' | 'property', prefix: string): (Named & { notable?: readonly Named[] })[] {
    const index = { entity: this.#entities, type: this.#classes, property: this.#properties }[what];
    return index
      .startingWith(prefix)
      .slice(0, LIMITS.usual)
      .map(({ id }) => (what === 'entity' ? { ...this.named(id), notable: this.#types(id) } : this.term(id)));
  }

  /** Entities by number, for the manifest's types. */
  get kinds(): Named[] {
    return this.#site.groups.flatMap(({ kinds }) => kinds.map((kind) => this.term(kind)));
  }

  named(id: string): Named {
    const entity = this.#site.entities.get(id);
    const description = entity && this.#text(entity.description);
    return { id, name: (entity && this.#text(entity.label)) ?? id, ...(description && { description }) };
  }

  term(id: string): Named {
    const { classes, properties } = this.#site.dataset.ontology;
    const known = classes[id] ?? properties[id];
    const description = known && this.#text(known.definition);
    return { id, name: (known && this.#text(known.label)) ?? id, ...(description && { description }) };
  }

  #text(map: Readonly<Record<string, string>>): string | undefined {
    return pickText(map, this.#site.dataset.languages)?.text;
  }

  #types(id: string): Named[] {
    const kind = this.#site.entities.get(id)?.kind;
    if (kind === undefined) return [];
    const { id: name, name: label } = this.term(kind);
    return [{ id: name, name: label }];
  }

  #isOf(id: string, types: readonly string[]): boolean {
    if (types.length === 0) return true;
    const line = superclasses(this.#site.dataset.ontology, this.#site.entities.get(id)!.kind);
    return types.some((type) => line.has(type));
  }

  #withProperties(id: string, score: number, properties: ReconciliationQuery['properties']): number {
    if (properties.length === 0) return score;
    const claims = this.#site.claims.of(id);
    const met = properties.filter(({ pid, values }) => {
      const said = (claims.out.get(pid) ?? []).flatMap(({ object }) => {
        if (isEntityRef(object)) return [object.entity, fold(this.named(object.entity).name)];
        return isLiteral(object) ? [fold(literalText(object))] : [];
      });
      return values.some((value) => said.includes(value) || said.includes(fold(value)));
    });
    const share = (met.length / properties.length) * 100;
    return Math.round((score * (1 - PROPERTY_SHARE) + share * PROPERTY_SHARE) * 10) / 10;
  }
}
