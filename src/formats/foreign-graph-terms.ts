/** The ontology of a foreign graph file, minted from the words that it uses for kinds, links and attributes. */
import {
  type Curie,
  compareCodePoints,
  distinctIds,
  idOf,
  type LangMap,
  NO_LANGUAGE,
  type OntologyClass,
  type OntologyIndex,
  type OntologyProperty,
  type Prefixes,
} from '../model/index.ts';

/** By what they are: classes of nodes, predicates of edges, attributes of nodes, attributes of edges. */
const SPACES = ['kind', 'link', 'attribute', 'detail'] as const;
export type TermSpace = (typeof SPACES)[number];

const STANDING_IN: Readonly<Record<string, LangMap>> = {
  'kind node': { en: 'node', vi: 'nút' },
  'link linked-to': { en: 'linked to', vi: 'liên kết với' },
};

/** Words are gathered first and named then, so that their order in the file changes nothing. */
export class ForeignGraphTerms {
  readonly #words: Readonly<Record<TermSpace, Map<string, LangMap>>> = {
    kind: new Map(),
    link: new Map(),
    attribute: new Map(),
    detail: new Map(),
  };
  #ids: Readonly<Record<string, ReadonlyMap<string, string>>> | undefined;

  /** @param label what the word is shown as, where that is another word */
  add(space: TermSpace, word: string, label = word): void {
    const words = this.#words[space];
    if (!words.has(word)) words.set(word, STANDING_IN[`${space} ${word}`] ?? { [NO_LANGUAGE]: label });
  }

  /** After all words are added. */
  name(space: TermSpace, word: string): Curie {
    this.#ids ??= Object.fromEntries(
      SPACES.map((one) => {
        const words = [...this.#words[one].keys()].map((text) => [text, [idOf(text) || 'x']] as const);
        return [one, distinctIds(new Map(words))];
      }),
    );
    return `${space}:${this.#ids[space]!.get(word)!}`;
  }

  prefixes(base: string): Prefixes {
    const used = SPACES.filter((space) => this.#words[space].size > 0).sort(compareCodePoints);
    return Object.fromEntries(used.map((space) => [space, `${base}${space}/`]));
  }

  index(): OntologyIndex {
    const property =
      (values: OntologyProperty['values'], use: OntologyProperty['use']) =>
      (id: string, label: LangMap): OntologyProperty => ({
        id,
        label,
        definition: {},
        parents: [],
        domain: [],
        range: [],
        values,
        use,
        needsQualifiers: false,
        comparison: false,
      });
    return {
      classes: this.#terms(
        'kind',
        (id, label): OntologyClass => ({ id, label, definition: {}, parents: [] }),
      ),
      properties: {
        ...this.#terms('attribute', property('literal', 'predicate')),
        ...this.#terms('detail', property('literal', 'qualifier')),
        ...this.#terms('link', property('thing', 'predicate')),
      },
    };
  }

  #terms<T>(space: TermSpace, make: (id: string, label: LangMap) => T): Record<string, T> {
    const made = [...this.#words[space]].map(([word, label]) => {
      const id = this.name(space, word);
      return [id, make(id, label)] as const;
    });
    return Object.fromEntries(made.sort(([a], [b]) => compareCodePoints(a, b)));
  }
}
