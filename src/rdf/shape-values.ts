/// <reference path="./shacl-engine.d.ts" />
/**
 * Constraints of values (SHACL sections 4.1 to 4.5 and 4.8), in place of the engine's own: that counts halves of characters, rounds numbers, orders
 * texts by a locale, tells language tags by their beginnings, and of several values of a parameter asks for none.
 */
import type { Checks, Compile, Shape } from 'shacl-engine';
import { compareLiterals } from './compare-literals.ts';
import { isLexicalForm } from './lexical-forms.ts';
import type { Term } from './quad.ts';
import { component, keyOf, lists, parameter, parameters, termOf } from './shape-parts.ts';
import { STANDARD_PREFIXES } from './well-known.ts';

/** A constraint with one parameter that each value has to meet. */
function each(name: string, parameterName: string, meets: (value: Term, limit: Term) => boolean): Compile {
  return (shape) => {
    const limit = parameter(shape, parameterName)!;
    return {
      generic(context) {
        const details = { args: { [parameterName]: limit }, value: context.valueOrNode };
        context.test(meets(termOf(context.valueOrNode), limit), component(name), details);
      },
    };
  };
}

/** What has no order with the limit is beyond it (SHACL section 4.3). */
const ordered = (test: (order: number) => boolean) => (value: Term, limit: Term) => {
  if (value.termType !== 'Literal' || limit.termType !== 'Literal') return false;
  const order = compareLiterals(value, limit);
  return order !== undefined && test(order);
};

/** In characters, as STRLEN of SPARQL counts; blank nodes have no length. */
const long = (test: (length: number, limit: number) => boolean) => (value: Term, limit: Term) =>
  value.termType !== 'BlankNode' && test([...value.value].length, Number(limit.value));

const { xsd } = STANDARD_PREFIXES;
/** Forms of datatypes that the term guard leaves alone. */
const FURTHER_FORMS: Readonly<Record<string, RegExp>> = {
  [`${xsd}normalizedString`]: /^[^\t\n\r]*$/,
  [`${xsd}token`]: /^(?:[^\t\n\r ]+(?: [^\t\n\r ]+)*)?$/,
  [`${xsd}base64Binary`]:
    /^(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[A-Za-z0-9+/=] ?[A-Za-z0-9+/=])?$/,
};

function hasDatatype(value: Term, datatype: Term): boolean {
  if (value.termType !== 'Literal' || value.datatype.value !== datatype.value) return false;
  const further = FURTHER_FORMS[datatype.value]?.test(value.value) ?? true;
  return further && isLexicalForm(value.value, datatype.value);
}

function pattern(shape: Shape): Checks {
  const flags = parameter(shape, 'flags')?.value ?? '';
  const patterns = parameters(shape, 'pattern').map((ptr) => ({
    ptr,
    regex: regexOf(termOf(ptr).value, flags),
  }));
  return {
    generic(context) {
      const value = termOf(context.valueOrNode);
      for (const { ptr, regex } of patterns) {
        const details = { args: { pattern: ptr.term, ...(flags && { flags }) }, value: context.valueOrNode };
        context.test(
          value.termType !== 'BlankNode' && regex.test(value.value),
          component('Pattern'),
          details,
        );
      }
    },
  };
}

/** Of XPath, whose flag `q` takes the text as it is, and whose `x` passes over blanks. @throws SyntaxError */
function regexOf(text: string, flags: string): RegExp {
  let source = text;
  if (flags.includes('q')) source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  else {
    if (flags.includes('x')) source = source.replace(/(\[(?:\\.|[^\]\\])*\]|\\.)|\s+/g, '$1');
    // XPath lets a hyphen be escaped everywhere, Unicode mode only in a class.
    source = source.replace(/\\(.)/gs, (whole, sign: string) => (sign === '-' ? '\\x2d' : whole));
  }
  return new RegExp(source, `${flags.replace(/[qxu]/g, '')}u`);
}

/** Basic filtering of RFC 4647, as langMatches of SPARQL does. */
function languageIn(shape: Shape): Checks {
  const ranges = lists(shape, 'languageIn')
    .flat()
    .map((ptr) => termOf(ptr).value);
  const matches = (tag: string) =>
    ranges.some((range) => {
      const wanted = range.toLowerCase();
      return tag !== '' && (wanted === '*' || tag === wanted || tag.startsWith(`${wanted}-`));
    });
  return {
    generic(context) {
      const value = termOf(context.valueOrNode);
      const tag = value.termType === 'Literal' ? value.language.toLowerCase() : '';
      const details = { args: { languageIn: ranges.join(', ') }, value: context.valueOrNode };
      context.test(matches(tag), component('LanguageIn'), details);
    },
  };
}

function uniqueLang(shape: Shape): Checks | null {
  // The term `true` and no other (SHACL section 4.4.5).
  if (parameter(shape, 'uniqueLang')?.value !== 'true') return null;
  return {
    property(context) {
      const tags = context.values.terms.map((term) => (term.language ?? '').toLowerCase()).filter(Boolean);
      for (const lang of new Set(tags.filter((tag, n) => tags.indexOf(tag) !== n))) {
        context.test(false, component('UniqueLang'), { args: { lang } });
      }
    },
  };
}

function oneOf(shape: Shape): Checks {
  const found = lists(shape, 'in').map((list) => ({
    keys: new Set(list.map(keyOf)),
    names: list.map(({ term }) => term?.value).join(', '),
  }));
  return {
    generic(context) {
      for (const { keys, names } of found) {
        const details = { args: { in: names }, value: context.valueOrNode };
        context.test(keys.has(keyOf(context.valueOrNode)), component('In'), details);
      }
    },
  };
}

/** By the property of SHACL that asks for them. */
export const VALUES: Readonly<Record<string, Compile>> = {
  datatype: each('Datatype', 'datatype', hasDatatype),
  in: oneOf,
  languageIn,
  maxExclusive: each(
    'MaxExclusive',
    'maxExclusive',
    ordered((order) => order < 0),
  ),
  maxInclusive: each(
    'MaxInclusive',
    'maxInclusive',
    ordered((order) => order <= 0),
  ),
  maxLength: each(
    'MaxLength',
    'maxLength',
    long((length, limit) => length <= limit),
  ),
  minExclusive: each(
    'MinExclusive',
    'minExclusive',
    ordered((order) => order > 0),
  ),
  minInclusive: each(
    'MinInclusive',
    'minInclusive',
    ordered((order) => order >= 0),
  ),
  minLength: each(
    'MinLength',
    'minLength',
    long((length, limit) => length >= limit),
  ),
  pattern,
  uniqueLang,
};
