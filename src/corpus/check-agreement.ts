/** The same id in several articles is one entity: what they say of it must agree. */
import type { Entity, Place } from '../model/index.ts';
import type { SourcePlaces } from './places.ts';
import type { ProblemList } from './problem-list.ts';

/** What has been said of an entity so far, and which article said it first. */
interface Known {
  readonly id: string;
  readonly article: string;
  readonly kind: { readonly value: string; readonly article: string } | undefined;
  readonly labels: Map<string, { readonly value: string; readonly article: string }>;
  sameAs: { readonly value: readonly string[]; readonly article: string } | undefined;
}

/** Reports entities of one id, or of ids that differ in letter case alone, on which articles disagree. */
export class AgreementCheck {
  readonly #known = new Map<string, Known>();
  readonly #places: SourcePlaces;
  readonly #problems: ProblemList;

  constructor(places: SourcePlaces, problems: ProblemList) {
    this.#places = places;
    this.#problems = problems;
  }

  /** Ids of all entities so far. */
  ids(): Set<string> {
    return new Set([...this.#known.values()].map(({ id }) => id));
  }

  add(article: string, entities: readonly Entity[]): void {
    for (const entity of entities) {
      const folded = entity.id.toLowerCase();
      const known = this.#known.get(folded);
      if (known === undefined) this.#known.set(folded, firstSight(article, entity));
      else if (known.article !== article) this.#compare(known, article, entity);
    }
  }

  #compare(known: Known, article: string, entity: Entity): void {
    const disagree = (code: string, what: string, here: string, there: string, other: string): void => {
      this.#problems.error(code, what, {
        place: this.#places.entity(article, entity.id),
        value: here,
        hint: `${show(this.#places.entity(other, known.id))} says ${there}: use one, or give one of the two another id`,
      });
    };
    if (known.id !== entity.id) {
      disagree('duplicate-id', 'two ids differ in letter case alone', entity.id, known.id, known.article);
      return;
    }
    const same = `\`${entity.id}\` has another`;
    if (known.kind !== undefined && entity.kind !== '' && known.kind.value !== entity.kind) {
      disagree(
        'entities-disagree',
        `${same} kind in another article`,
        entity.kind,
        known.kind.value,
        known.kind.article,
      );
    }
    for (const [lang, value] of Object.entries(entity.label)) {
      const first = known.labels.get(lang);
      if (first === undefined) known.labels.set(lang, { value, article });
      else if (first.value !== value) {
        disagree(
          'entities-disagree',
          `${same} label in ${lang} in another article`,
          value,
          first.value,
          first.article,
        );
      }
    }
    if (entity.sameAs.length === 0) return;
    if (known.sameAs === undefined) known.sameAs = { value: entity.sameAs, article };
    else if (!within(known.sameAs.value, entity.sameAs) && !within(entity.sameAs, known.sameAs.value)) {
      const [here, there] = [entity.sameAs.join(' '), known.sameAs.value.join(' ')];
      disagree('entities-disagree', `${same} sameAs in another article`, here, there, known.sameAs.article);
    }
  }
}

function firstSight(article: string, entity: Entity): Known {
  return {
    id: entity.id,
    article,
    kind: entity.kind === '' ? undefined : { value: entity.kind, article },
    labels: new Map(Object.entries(entity.label).map(([lang, value]) => [lang, { value, article }])),
    sameAs: entity.sameAs.length === 0 ? undefined : { value: entity.sameAs, article },
  };
}

/** One article may know more links than another; only links that neither list can hold beside the other's are refused. */
function within(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((iri) => outer.includes(iri));
}

function show(place: Place | undefined): string {
  return place === undefined ? 'the other article' : `${place.file}:${place.line ?? 1}`;
}
