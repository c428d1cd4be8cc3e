/** Reader of RDF/XML. */
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { SaxesParser } from 'saxes';
import { type Problem, ProblemError } from '../model/index.ts';
import { type Quad, toWellFormed } from '../rdf/index.ts';
import { readGuarded } from './guarded-reading.ts';
import { byStream, type ParserStream } from './parser-stream.ts';
import { QUAD_READ_DEFAULTS, type QuadReading, type QuadReadOptions } from './quad-reader.ts';
import { keepXmlLiterals } from './xml-literal.ts';
import { declaredPrefixes } from './xml-prefixes.ts';

/**
 * All quads of a text. A DTD's own entities are read, nothing outside of the text is.
 *
 * @throws ProblemError for a syntax error, with line and column, and for terms that no syntax can write
 */
export async function readRdfXml(
  text: string,
  options: Partial<QuadReadOptions> = {},
): Promise<QuadReading & { readonly quads: readonly Quad[] }> {
  checkXml(text, options.file ?? QUAD_READ_DEFAULTS.file);
  const parser = new RdfXmlParser({
    trackPosition: true,
    // The term guard judges them, as it does in every syntax, and can mend them.
    validateUri: false,
    ...(options.base === undefined ? {} : { baseIRI: options.base }),
  });
  const names = new Map<string, Problem>();
  refuseBareAttributes(parser);
  keepTags(parser);
  keepXmlLiterals(parser);
  numberBlankNodes(parser);
  if (options.repair) mendNames(parser, options.file ?? QUAD_READ_DEFAULTS.file, names);
  const run = byStream(parser as unknown as ParserStream, options.onRead);
  const read = await readGuarded(text, run, options, ({ message }) => {
    const [start = '', line, column] = /^(?:Line |undefined:)?(\d+)(?: column |:)(\d+): /.exec(message) ?? [];
    return {
      code: 'bad-syntax',
      message: message.slice(start.length).replace(/\.$/, ''),
      ...(line !== undefined && { line: Number(line), column: Number(column) }),
    };
  });
  // The guard has told those that it made anew.
  for (const { value = '' } of read.problems) names.delete(value);
  return { ...read, problems: [...names.values(), ...read.problems], prefixes: declaredPrefixes(text) };
}

/** What new blank nodes are called; a file's own label that looks the same gets one letter more. */
const NEW_LABEL = /^b+\d+$/;

/** New blank nodes are counted from 1 in each text, so that the same text gives the same labels; the parser counts in the process. */
function numberBlankNodes(parser: RdfXmlParser): void {
  interface Factory {
    blankNode(label?: string): unknown;
  }
  const { dataFactory } = parser as unknown as { readonly dataFactory: Factory };
  const make = dataFactory.blankNode.bind(dataFactory);
  let count = 0;
  dataFactory.blankNode = (label) => {
    if (label !== undefined) return make(NEW_LABEL.test(label) ? `b${label}` : label);
    count += 1;
    return make(`b${count}`);
  };
}

/** Without a namespace an attribute is no property (RDF/XML section 6.1.4); the parser passes over it without a word. Names in `xml` mean nothing there. */
function refuseBareAttributes(parser: RdfXmlParser): void {
  interface Tag {
    readonly attributes: Readonly<Record<string, { readonly prefix: string; readonly local: string }>>;
  }
  const own = parser as unknown as Record<
    'onTagResource' | 'onTagProperty',
    (tag: Tag, ...tags: unknown[]) => void
  > & { newParseError(message: string): Error };
  for (const name of ['onTagResource', 'onTagProperty'] as const) {
    const read = own[name].bind(parser);
    own[name] = (tag, ...tags) => {
      const bare = Object.values(tag.attributes).find(
        ({ prefix, local }) => prefix === '' && !/^xml/i.test(local),
      );
      if (bare === undefined) return read(tag, ...tags);
      const meant = SYNTAX_ATTRIBUTES.has(bare.local) ? `rdf:${bare.local}` : `prefix:${bare.local}`;
      throw own.newParseError(`the attribute ${bare.local} has no namespace; write ${meant}`);
    };
  }
}

/** Language tags as they are written, of an element and of all within it: the parser puts them in lower case. */
function keepTags(parser: RdfXmlParser): void {
  interface Tag {
    readonly attributes: Readonly<Record<string, { readonly value: string }>>;
  }
  interface Active {
    language?: string | null;
  }
  const own = parser as unknown as Record<
    'onTagResource' | 'onTagProperty',
    (tag: Tag, active: Active, ...more: unknown[]) => void
  > & { createLiteral(value: string, active: Active): { language: string } };
  /** Of the element whose start is being read. */
  let written: string | undefined;
  const spell = (active: Active) => {
    if (written !== undefined && active.language === written.toLowerCase()) active.language = written;
  };
  for (const name of ['onTagResource', 'onTagProperty'] as const) {
    const read = own[name].bind(parser);
    own[name] = (tag, active, ...more) => {
      written = tag.attributes['xml:lang']?.value;
      read(tag, active, ...more);
      spell(active);
      written = undefined;
    };
  }
  const create = own.createLiteral.bind(parser);
  own.createLiteral = (value, active) => {
    spell(active);
    const literal = create(value, active);
    // So does what makes its terms.
    if (literal.language !== '') literal.language = active.language ?? '';
    return literal;
  };
}

/** Those that files from before 2004 have without a prefix. */
const SYNTAX_ATTRIBUTES: ReadonlySet<string> = new Set(['ID', 'about', 'parseType', 'resource', 'type']);

/** Lets rdf:ID and rdf:nodeID through that are no XML names: the term guard makes them what every syntax can hold. */
function mendNames(parser: RdfXmlParser, file: string, found: Map<string, Problem>): void {
  const own = parser as unknown as {
    validateNcname(value: string): void;
    readonly saxParser: { readonly line: number; readonly column: number };
  };
  const check = own.validateNcname.bind(parser);
  own.validateNcname = (value) => {
    try {
      check(value);
    } catch {
      const { line, column } = own.saxParser;
      found.set(value, {
        severity: 'warning',
        code: 'repaired-name',
        message: 'an rdf:ID or rdf:nodeID is no XML name',
        value,
        hint: 'Read as it stands.',
        place: { file, line, column: column + 1 },
      });
    }
  };
}

/** The parser of RDF takes a text that ends too early for one that says less. Entities of a DTD are its own to know. */
function checkXml(text: string, file: string): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', ({ message }) => {
    if (/undefined entity/.test(message)) return;
    const { line, column } = parser;
    const said = message.replace(/^(?:undefined:)?\d+:\d+: /, '').replace(/\.$/, '');
    throw new ProblemError([
      {
        severity: 'error',
        code: 'xml-syntax',
        message: `not well-formed: ${said}`,
        place: { file, line, column: column + 1 },
      },
    ]);
  });
  // Half a surrogate pair would take the next character with it; it is found later, and said as what it is.
  parser.write(toWellFormed(text)).close();
}
