/** The guard that every term passes before any writer: what a syntax cannot hold is refused or mended, never written. */
import {
  isIri,
  isLanguageTag,
  isWellFormed,
  isWritableIri,
  NO_LANGUAGE,
  type Problem,
  ProblemError,
  percentEncodeIri,
  toWellFormed,
} from '../model/index.ts';
import { isLexicalForm } from './lexical-forms.ts';
import { BlankNode, type Direction, Literal, NamedNode } from './quad.ts';
import { RecentTerms } from './recent-terms.ts';
import { rdf, STANDARD_PREFIXES, xsd } from './well-known.ts';

/** The part of the data that a value comes from, so that the caller can add file and line. */
export interface DataPlace {
  readonly kind: 'dataset' | 'article' | 'entity' | 'claim' | 'term' | 'identity' | 'quad';
  /** The id; of entities `<id>`, of claims `<article>/<id>`; of quads their number from 1. */
  readonly key: string;
  readonly field: string;
  /** Where an entity is listed by several articles: the one that lists it so. */
  readonly article?: string;
}

/** What is wrong with a term, and where its value comes from. */
export interface TermProblem extends Problem {
  readonly at: DataPlace;
}

export interface TermGuardOptions {
  /**
   * True for our own dataset: a lexical form that its datatype does not have, an IRI outside of RFC 3987 and a tag
   * outside of BCP 47 are errors. False for foreign quads: they are warnings as long as the syntaxes can hold them.
   */
  readonly own: boolean;
  /** Mend what can be mended and report each: percent-encode IRIs, U+FFFD for lone surrogates, `_` to `-` in tags. */
  readonly repair: boolean;
}

export const TERM_GUARD_DEFAULTS: TermGuardOptions = { own: true, repair: false };

/** How many problems are kept; a run that finds more errors stops, further warnings are counted only. */
const LIMIT = 1000;
/** Stands in for a refused term. A caller that sees {@link TermGuard.refused} grow writes nothing more. */
export const REFUSED = new NamedNode('urn:clew:refused');

/** LANGTAG of Turtle 1.1 (production 144s) without the `@`. */
const WRITABLE_TAG = /^[a-zA-Z]+(?:-[a-zA-Z0-9]+)*$/;
/** BLANK_NODE_LABEL of N-Triples 1.1 (production 141s) without `_:`. */
const NAME_START =
  'A-Za-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}' +
  '\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}_0-9';
const NAME_CHARACTER = `${NAME_START}\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}\\-`;
const LABEL = new RegExp(`^[${NAME_START}](?:[${NAME_CHARACTER}.]*[${NAME_CHARACTER}])?$`, 'u');
const PLAIN_LABEL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

export function isBlankLabel(label: string): boolean {
  return PLAIN_LABEL.test(label) || LABEL.test(label);
}

/** A legal label for one that no syntax can hold. Every code unit is kept, so that two labels stay two. */
export function mendedLabel(label: string): string {
  const units = Array.from({ length: label.length }, (_, i) =>
    label.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `repaired-${units.join('')}`;
}

/** Whether every syntax can write the tag, whatever BCP 47 says of it. */
export function isWritableTag(tag: string): boolean {
  return WRITABLE_TAG.test(tag);
}

/** A legal tag for one that is none: hyphens for underscores, else `und`. */
export function mendedTag(tag: string): string {
  const dashed = tag.replace(/_/g, '-');
  return isLanguageTag(dashed) && WRITABLE_TAG.test(dashed) ? dashed : 'und';
}

/** Makes terms, each checked; collects what is wrong with them. */
export class TermGuard {
  readonly #own: boolean;
  readonly #repair: boolean;
  readonly #problems: TermProblem[] = [];
  readonly #known = new Set<string>();
  readonly #offsets = new Map<number, Literal>();
  readonly #iris = new RecentTerms(1024);
  readonly #tags = new Map<string, string>();
  #kind: DataPlace['kind'] = 'quad';
  #id = '';
  #article: string | undefined;
  #refused = 0;

  constructor(options: Partial<TermGuardOptions> = {}) {
    const { own, repair } = { ...TERM_GUARD_DEFAULTS, ...options };
    this.#own = own;
    this.#repair = repair;
  }

  /** Errors, warnings and repairs so far, in the order in which they were met. */
  get problems(): readonly TermProblem[] {
    return this.#problems;
  }

  /** How many terms were refused. Once it is not 0 nothing more may be written. */
  get refused(): number {
    return this.#refused;
  }

  /** @throws ProblemError with all problems, where any term was refused */
  finish(): void {
    if (this.#refused > 0) throw new ProblemError(this.#problems);
  }

  /** Says what the next terms belong to. @param article of claims, and of entities as one article lists them */
  at(kind: DataPlace['kind'], id: string, article?: string): this {
    this.#kind = kind;
    this.#id = id;
    this.#article = article;
    return this;
  }

  /** An absolute IRI. */
  iri(value: string, field: string): NamedNode {
    const known = this.#iris.get(value);
    if (known !== undefined) return known;
    const term = this.#checkedIri(value, field);
    if (term !== REFUSED && term.value === value) this.#iris.keep(value, term);
    return term;
  }

  /** A plain string. */
  string(value: string, field: string): Literal {
    return new Literal(this.#text(value, field), xsd.string);
  }

  /** A text in a language, and in RDF 1.2 with a direction. */
  text(value: string, language: string, field: string, direction: Direction = ''): Literal {
    const text = this.#text(value, field);
    const tag = this.#tag(language, field);
    return new Literal(text, direction === '' ? rdf.langString : rdf.dirLangString, tag, direction);
  }

  /** An entry of a {@link LangMap}. */
  langText(value: string, language: string, field: string): Literal {
    return language === NO_LANGUAGE ? this.string(value, field) : this.text(value, language, field);
  }

  /** A language tag as a plain string. */
  language(tag: string, field: string): Literal {
    return new Literal(this.#tag(tag, field), xsd.string);
  }

  /** A literal of any datatype but rdf:langString. */
  typed(value: string, datatype: NamedNode, field: string): Literal {
    const text = this.#text(value, field);
    if (isLexicalForm(text, datatype.value)) return new Literal(text, datatype);
    const name = datatype.value.replace(STANDARD_PREFIXES.xsd, 'xsd:');
    const problem = {
      code: 'bad-lexical-form',
      message: `${field} is no ${name}`,
      value,
      hint: `Write it as ${name} has it, or choose another datatype.`,
    };
    if (!this.#own) {
      this.#warn(problem, field);
      return new Literal(text, datatype);
    }
    if (this.#repair) {
      this.#warn({ ...problem, code: 'repaired-literal', hint: 'Written as a plain string.' }, field);
      return new Literal(text, xsd.string);
    }
    this.#refuse(problem, field);
    return new Literal(text, xsd.string);
  }

  blankNode(label: string, field: string): BlankNode {
    if (isBlankLabel(label)) return new BlankNode(label);
    const problem = {
      code: 'bad-blank-node',
      message: `${field} has a label that no syntax can hold`,
      value: label,
    };
    if (!this.#repair) {
      this.#refuse({ ...problem, hint: 'Use letters, digits, “_” and “-”.' }, field);
      return new BlankNode('refused');
    }
    const mended = mendedLabel(label);
    this.#warn({ ...problem, code: 'repaired-blank-node', hint: `Written as _:${mended}.` }, field);
    return new BlankNode(mended);
  }

  /** A whole number from 0, e.g. an offset. @param datatype xsd:nonNegativeInteger or xsd:integer */
  count(value: number, field: string, datatype: NamedNode): Literal {
    const isOffset = datatype === xsd.nonNegativeInteger;
    const known = isOffset ? this.#offsets.get(value) : undefined;
    if (known !== undefined) return known;
    if (Number.isSafeInteger(value) && value >= 0) {
      const literal = new Literal(String(value), datatype);
      if (isOffset && this.#offsets.size < 65536) this.#offsets.set(value, literal);
      return literal;
    }
    this.#refuse(
      { code: 'bad-number', message: `${field} is no whole number from 0`, value: String(value) },
      field,
    );
    return new Literal('0', datatype);
  }

  /** Refuses a value for a reason that lies outside of the terms' own grammar. */
  refuse(code: string, message: string, value: string, field: string, hint?: string): void {
    this.#refuse({ code, message, value, ...(hint === undefined ? {} : { hint }) }, field);
  }

  #checkedIri(value: string, field: string): NamedNode {
    if (isIri(value)) return new NamedNode(value);
    const problem = { code: 'bad-iri', message: `${field} is no absolute IRI`, value };
    if (!this.#own && isWritableIri(value)) {
      this.#warn({ ...problem, message: `${field} is no IRI by RFC 3987` }, field);
      return new NamedNode(value);
    }
    const mended = percentEncodeIri(value);
    if (this.#repair && isWritableIri(mended) && (!this.#own || isIri(mended))) {
      this.#warn({ ...problem, code: 'repaired-iri', hint: `Written as <${mended}>.` }, field);
      return new NamedNode(mended);
    }
    this.#refuse(
      { ...problem, hint: 'Write it out from its scheme on, with illegal characters percent-encoded.' },
      field,
    );
    return REFUSED;
  }

  #text(value: string, field: string): string {
    if (isWellFormed(value)) return value;
    const problem = { message: `${field} holds half of a surrogate pair`, value };
    if (this.#repair) {
      this.#warn({ ...problem, code: 'repaired-text', hint: 'Replaced by U+FFFD.' }, field);
    } else {
      this.#refuse({ ...problem, code: 'lone-surrogate', hint: 'Remove it; it is no character.' }, field);
    }
    return toWellFormed(value);
  }

  #tag(tag: string, field: string): string {
    const known = this.#tags.get(tag);
    if (known !== undefined) return known;
    const problem = {
      code: 'bad-language',
      message: `the language of ${field} is no BCP 47 tag`,
      value: tag,
    };
    if (isLanguageTag(tag) && WRITABLE_TAG.test(tag)) {
      this.#tags.set(tag, tag);
      return tag;
    }
    if (!this.#own && WRITABLE_TAG.test(tag)) {
      this.#warn(problem, field);
      this.#tags.set(tag, tag);
      return tag;
    }
    if (this.#repair) {
      const mended = mendedTag(tag);
      this.#warn({ ...problem, code: 'repaired-language', hint: `Written as ${mended}.` }, field);
      return mended;
    }
    this.#refuse({ ...problem, hint: 'Write it like “en” or “zh-Hant”.' }, field);
    return 'und';
  }

  #place(field: string): DataPlace {
    const [kind, id, article] = [this.#kind, this.#id, this.#article];
    if (kind === 'claim') return { kind, key: `${article}/${id}`, field };
    return { kind, key: id, field, ...(article === undefined ? {} : { article }) };
  }

  #warn(problem: Omit<Problem, 'severity' | 'place'>, field: string): void {
    if (this.#problems.length >= LIMIT) return;
    this.#keep({ severity: 'warning', ...problem, at: this.#place(field) });
  }

  #refuse(problem: Omit<Problem, 'severity' | 'place'>, field: string): void {
    this.#refused += 1;
    this.#keep({ severity: 'error', ...problem, at: this.#place(field) });
    if (this.#problems.length >= LIMIT) throw new ProblemError(this.#problems);
  }

  /** The same value may be written twice, e.g. by a claim and by its plain triple: it is one problem. */
  #keep(problem: TermProblem): void {
    const key = JSON.stringify([problem.code, problem.value, problem.at]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#problems.push(problem);
  }
}
