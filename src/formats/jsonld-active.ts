/** The context that is active at a place of a JSON-LD text, and what it makes of keys and IRIs. */
import { ContextParser, JsonLdContextNormalized } from 'jsonld-context-parser';

/** A term's definition, as the context parser leaves it. */
export interface TermDefinition {
  readonly '@id'?: string | null;
  readonly '@type'?: string;
  readonly '@language'?: string | null;
  readonly '@direction'?: string | null;
  readonly '@container'?: Readonly<Record<string, boolean>>;
  readonly '@context'?: unknown;
  readonly '@index'?: string;
  readonly '@reverse'?: boolean;
}

const EXPAND = { allowPrefixForcing: true, allowPrefixNonGenDelims: false, allowVocabRelativeToBase: true };
const KEYWORDS: ReadonlySet<string> = new Set(
  'context direction graph id included index json language list nest none reverse set type value'
    .split(' ')
    .map((word) => `@${word}`),
);
const NO_DEFINITION: TermDefinition = {};

export class ActiveContext {
  readonly #parser: ContextParser;
  readonly #base: string | undefined;
  readonly #own: JsonLdContextNormalized;
  readonly #keys = new Map<string, string | null>();
  /** By the contexts of properties and classes, which come with every node. */
  readonly #within = {
    property: new Map<unknown, ActiveContext>(),
    class: new Map<unknown, ActiveContext>(),
  };
  /** The one to go back to in the next node, where this one does not propagate. */
  readonly previous: ActiveContext | undefined;

  private constructor(
    parser: ContextParser,
    base: string | undefined,
    own: JsonLdContextNormalized,
    previous?: ActiveContext,
  ) {
    this.#parser = parser;
    this.#base = base;
    this.#own = own;
    this.previous = previous;
  }

  /** @param load is given each address of a context that the text asks for */
  static outermost(base: string | undefined, load: (address: string) => Promise<never>): ActiveContext {
    const raw = base === undefined ? {} : { '@base': base, '@__baseDocument': true };
    return new ActiveContext(
      new ContextParser({ documentLoader: { load } }),
      base,
      new JsonLdContextNormalized(raw),
    );
  }

  /**
   * The context within, once a local one is taken in.
   *
   * @param scope whose it is: a property may define protected terms anew, and what a class defines ends with its node unless
   * it says otherwise
   * @throws Error for what is no context
   */
  async with(local: unknown, scope: 'text' | 'property' | 'class' = 'text'): Promise<ActiveContext> {
    const known = scope === 'text' ? undefined : this.#within[scope].get(local);
    if (known !== undefined) return known;
    if (scope === 'text') refuseOddities(local);
    const around = this.#own.getContextRaw();
    const own = await this.#parser.parse(
      local as never,
      {
        ...(this.#base !== undefined && { baseIRI: this.#base }),
        parentContext: around,
        processingMode: 1.1,
        ignoreProtection: scope === 'property',
        disallowDirectlyNestedContext: scope === 'text',
      } as never,
    );
    const raw = { ...own.getContextRaw() };
    const anew = [local].flat().includes(null);
    if (!anew) keepInheritedNames(around, raw);
    keepScopedAsWritten(local, raw);
    const said = (local as { readonly '@propagate'?: unknown } | null)?.['@propagate'];
    delete raw['@propagate'];
    const before = anew ? undefined : this.previous;
    const stays = typeof said === 'boolean' ? said : scope !== 'class';
    const made = new ActiveContext(
      this.#parser,
      this.#base,
      new JsonLdContextNormalized(raw),
      stays ? before : (before ?? this),
    );
    if (scope !== 'text') this.#within[scope].set(local, made);
    return made;
  }

  definition(term: string): TermDefinition {
    const raw = this.#own.getContextRaw();
    const found: unknown = Object.hasOwn(raw, term) ? raw[term] : undefined;
    return typeof found === 'object' && found !== null ? found : NO_DEFINITION;
  }

  /** Default language or direction. */
  default(keyword: '@language' | '@direction'): string | undefined {
    return (this.#own.getContextRaw()[keyword] as string | undefined) ?? undefined;
  }

  /** What a key means: a keyword, an IRI, a name that means nothing, or `null` where it is taken out. */
  key(key: string): string | null {
    if (KEYWORDS.has(key)) return key;
    // Kept by the specification for keywords to come.
    if (/^@[A-Za-z]+$/.test(key)) return null;
    let found = this.#keys.get(key);
    if (found === undefined) {
      found = this.#own.expandTerm(key, true, EXPAND) ?? null;
      this.#keys.set(key, found);
    }
    return found;
  }

  /** An IRI, or a blank node's label with its `_:`, relative to the base. */
  document(iri: string): string | null {
    return iri.startsWith('_:') ? iri : (this.#own.expandTerm(iri, false, EXPAND) ?? null);
  }

  /** An IRI by the names of the context, else relative to the base. */
  vocabulary(name: string): string | null {
    if (name.startsWith('_:')) return name;
    const expanded = this.key(name);
    return expanded === name ? this.document(name) : expanded;
  }
}

/** The parser sees terms like `toString` in every object, and does not take them over from the context around. */
function keepInheritedNames(around: Raw, raw: Raw): void {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) {
    if (Object.hasOwn(around, name) && !Object.hasOwn(raw, name)) raw[name] = around[name];
  }
}
type Raw = Record<string, unknown>;

/** The parser gives contexts of properties and classes the base of the place where they are defined, not where they count. */
function keepScopedAsWritten(local: unknown, raw: Raw): void {
  for (const context of [local].flat()) {
    if (typeof context !== 'object' || context === null) continue;
    for (const [term, definition] of Object.entries(context)) {
      if (typeof definition !== 'object' || definition === null || !Object.hasOwn(definition, '@context'))
        continue;
      const known = raw[term];
      if (typeof known === 'object') raw[term] = { ...known, '@context': definition['@context'] };
    }
  }
}

/** What the parser lets pass: other versions, values that no entry has, and the one name that no object of its own can have. */
function refuseOddities(local: unknown): void {
  if (typeof local !== 'object' || local === null) return;
  for (const [key, value] of Object.entries(local)) {
    if (key === '__proto__') throw new Error('a context has no place for the name "__proto__"');
    if (key === '@version' && value !== 1.1) throw new Error('the "@version" of a context must be 1.1');
    const flag = key === '@protected' || key === '@propagate' || key === '@prefix';
    const odd = typeof value === 'boolean' ? !flag : typeof value === 'number' && key !== '@version';
    if (odd || (key === '@type' && value === null))
      throw new Error(`"${key}" of a context can be no ${value}`);
    refuseOddities(value);
  }
}
