/** Literals as the data writes them to literals with a canonical datatype and a legal lexical form. */
import { compactIri, expandCurie, type Literal } from '../model/index.ts';
import type { ReadingContext } from './article-context.ts';
import { checkLanguageTag, hasForbiddenCharacter, readText } from './check-text.ts';
import { datatypeOf, isNumeric, LANG_STRING, XSD } from './datatypes.ts';
import type { LiteralRecord } from './schema.ts';
import type { Path, SourcePart } from './source.ts';

type Bare = string | number | boolean;

/** A value as text, with the datatype that its spelling alone tells. */
interface Spelt {
  readonly text: string;
  /** IRI; `undefined` for text, which may be of any datatype. */
  readonly datatype: string | undefined;
}

/** Reads the literals of one part of an article. */
export class LiteralReader {
  readonly #part: SourcePart;
  readonly #context: Pick<ReadingContext, 'vocabulary' | 'problems'>;

  constructor(part: SourcePart, context: Pick<ReadingContext, 'vocabulary' | 'problems'>) {
    this.#part = part;
    this.#context = context;
  }

  /** A bare number or boolean: a literal of xsd:integer, xsd:decimal, xsd:double or xsd:boolean by its spelling. */
  readBare(value: number | boolean, path: Path): Literal | undefined {
    const spelt = this.#spell(value, path);
    return spelt && { value: spelt.text, datatype: this.#curie(spelt.datatype!) };
  }

  /**
   * @param allowed datatype names that are right here though they are not known, from the property's range
   * @returns `undefined` after reporting what is wrong
   */
  read(record: LiteralRecord, path: Path, allowed: readonly string[]): Literal | undefined {
    const hasBounds = record.min !== undefined || record.max !== undefined;
    if ((record.value !== undefined) === hasBounds) {
      const message = hasBounds ? 'a literal has a value or bounds, not both' : 'the literal has no value';
      return this.#refuse(message, path, 'write `{value: 3}`, or a range `{min: 80, max: 120}`');
    }
    if (record.lang !== undefined) return this.#readText(record, record.lang, path);
    const fields = (['value', 'min', 'max'] as const).filter((field) => record[field] !== undefined);
    const spelt = fields.map((field) => this.#spell(record[field]!, [...path, field]));
    if (spelt.includes(undefined)) return undefined;
    const values = spelt as Spelt[];
    const datatype =
      record.datatype === undefined ? inferred(values) : this.#datatype(record.datatype, path, allowed);
    if (datatype === undefined) return undefined;
    const type = datatypeOf(datatype);
    for (const [index, { text }] of values.entries()) {
      if (type?.fits(text) === false) {
        const at = [...path, fields[index]!];
        const message = `this is not a value of ${this.#curie(datatype)}`;
        return this.#refuse(message, at, `write it like ${type.example}, or change the datatype`, text);
      }
    }
    const unit = record.unit === undefined ? undefined : this.#unit(record.unit, path);
    if (record.unit !== undefined && unit === undefined) return undefined;
    if ((hasBounds || unit !== undefined) && !isNumeric(datatype) && datatype === `${XSD}string`) {
      return this.#refuse(
        'bounds and units need a number or a date',
        path,
        'write the number without quotes, or give its datatype',
      );
    }
    if (
      hasBounds &&
      values.length === 2 &&
      isNumeric(datatype) &&
      Number(values[0]!.text) > Number(values[1]!.text)
    ) {
      return this.#refuse(
        'the lower bound is greater than the upper',
        path,
        'swap min and max',
        `${record.min} > ${record.max}`,
      );
    }
    const texts = Object.fromEntries(fields.map((field, index) => [field, values[index]!.text]));
    return {
      ...texts,
      ...(datatype !== `${XSD}string` && { datatype: this.#curie(datatype) }),
      ...(unit !== undefined && { unit }),
    };
  }

  #readText(record: LiteralRecord, lang: string, path: Path): Literal | undefined {
    const { problems } = this.#context;
    if (typeof record.value !== 'string' || record.datatype !== undefined || record.unit !== undefined) {
      return this.#refuse(
        'only text has a language',
        path,
        'leave out `lang`, or keep `value` as text and nothing else',
      );
    }
    const tagIsSound = checkLanguageTag(lang, this.#part, [...path, 'lang'], problems);
    const value = this.#spell(record.value, [...path, 'value'])?.text;
    return tagIsSound && value !== undefined ? { value, lang } : undefined;
  }

  #spell(raw: Bare, path: Path): Spelt | undefined {
    if (typeof raw === 'boolean') return { text: String(raw), datatype: `${XSD}boolean` };
    if (typeof raw === 'string') {
      if (!hasForbiddenCharacter(raw)) return { text: raw, datatype: undefined };
      readText(raw, 'prose', this.#part, path, this.#context.problems);
      return undefined;
    }
    const spelling = this.#part.lexical(path);
    if (spelling !== undefined) return numeral(spelling);
    return this.#refuse(
      'the number has more digits than JSON keeps',
      path,
      'write it in quotes, with its datatype',
    );
  }

  /** The IRI of a datatype's CURIE. */
  #datatype(name: string, path: Path, allowed: readonly string[]): string | undefined {
    const { problems, vocabulary } = this.#context;
    const iri = expandCurie(name, vocabulary.prefixes);
    if (iri !== undefined && (datatypeOf(iri) !== undefined || allowed.includes(name))) return iri;
    const isText = iri === LANG_STRING;
    problems.error(
      'unknown-datatype',
      isText ? 'text in a language is not written so' : 'this is not a known datatype',
      {
        place: this.#part.place([...path, 'datatype']),
        value: name,
        hint: isText
          ? 'write `{value: ..., lang: en}`'
          : problems.suggest(
              name,
              vocabulary.datatypes(),
              'use xsd:integer, xsd:decimal, xsd:date, edtf:EDTF or another of XSD',
            ),
      },
    );
    return undefined;
  }

  #unit(unit: string, path: Path): string | undefined {
    return readText(unit, 'name', this.#part, [...path, 'unit'], this.#context.problems);
  }

  #curie(iri: string): string {
    return compactIri(iri, this.#context.vocabulary.prefixes) ?? iri;
  }

  #refuse(message: string, path: Path, hint: string, value?: string): undefined {
    this.#context.problems.error('bad-literal', message, { place: this.#part.place(path), value, hint });
    return undefined;
  }
}

/** The narrowest datatype that holds all: integers among decimals are decimals. */
function inferred(values: readonly Spelt[]): string {
  const types = new Set(values.map(({ datatype }) => datatype ?? `${XSD}string`));
  if (types.size === 1) return [...types][0]!;
  if (types.has(`${XSD}string`)) return `${XSD}string`;
  return types.has(`${XSD}double`) ? `${XSD}double` : `${XSD}decimal`;
}

/** A number of YAML's core schema (10.3.2) or of JSON as XSD spells it; kept as it is wherever XSD can read it. */
function numeral(spelling: string): Spelt {
  if (/^[+-]?\d+$/.test(spelling)) return { text: spelling, datatype: `${XSD}integer` };
  if (/^0[xo]/.test(spelling)) return { text: BigInt(spelling).toString(), datatype: `${XSD}integer` };
  if (/^\.nan$/i.test(spelling)) return { text: 'NaN', datatype: `${XSD}double` };
  if (/^[+-]?\.inf$/i.test(spelling)) {
    return { text: spelling.startsWith('-') ? '-INF' : 'INF', datatype: `${XSD}double` };
  }
  return { text: spelling, datatype: /e/i.test(spelling) ? `${XSD}double` : `${XSD}decimal` };
}
