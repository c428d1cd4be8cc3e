/** RDF/XML: one rdf:Description per subject. The oldest syntax holds the least: what it cannot say is refused or counted. */
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import {
  checkPrefixes,
  type Graph,
  type Literal,
  type NamedNode,
  type Subject,
  type Term,
} from '../rdf/index.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { LOST_GRAPHS } from './nquads.ts';
import { type QuadSource, type QuadText, type QuadWriteOptions, writeQuads } from './quad-text.ts';
import { CHUNK, type Sink } from './sink.ts';
import { XmlGuard } from './xml.ts';

export interface RdfXmlOptions extends QuadWriteOptions {
  /** Declared on the root, all of them; other namespaces of predicates are declared where they occur. */
  readonly prefixes: Prefixes;
  /** Write characters beyond ASCII as references. */
  readonly ascii: boolean;
  /** Replace characters that XML 1.0 cannot hold by U+FFFD, in place of refusing them. */
  readonly repair: boolean;
}
export const RDFXML_DEFAULTS: RdfXmlOptions = { prefixes: {}, ascii: false, repair: false };

/**
 * Names of graphs are left out, and counted as lost.
 * @throws ProblemError with every predicate that is no XML name, every triple term and text direction (RDF 1.2), and
 *   every control character
 */
export async function writeRdfXml(
  quads: QuadSource,
  sink: Sink,
  options: Partial<RdfXmlOptions> = {},
): Promise<LossReport> {
  const losses = new LossCounter();
  return writeQuads(quads, new RdfXmlText({ ...RDFXML_DEFAULTS, ...options }, losses), sink, options, losses);
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const STRING = 'http://www.w3.org/2001/XMLSchema#string';
/** NCName of Namespaces in XML 1.0 (production 4), at the end of an IRI and as long as can be. */
const START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}' +
  '\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}';
const LOCAL_NAME = new RegExp(`[${START}][${START}0-9.\\-\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}]*$`, 'u');
/** Names that RDF/XML keeps for itself (RDF 1.1 XML Syntax sections 5.1 and 6.1.4), and rdf:li, which would be counted. */
const RESERVED = new Set(
  [
    'RDF',
    'Description',
    'ID',
    'about',
    'parseType',
    'resource',
    'nodeID',
    'datatype',
    'li',
    'aboutEach',
    'aboutEachPrefix',
    'bagID',
  ].map((name) => RDF + name),
);
/** Readers differ about the letters beyond ASCII that a name may have, so such a label is told by its code units. */
function nodeId(label: string): string {
  if (/^[\w.-]*$/.test(label)) return `b-${label}`;
  return `u-${Array.from({ length: label.length }, (_, i) => label.charCodeAt(i).toString(16).padStart(4, '0')).join('')}`;
}

class RdfXmlText implements QuadText {
  readonly chunks: string[] = [];
  #text = '';
  readonly #options: RdfXmlOptions;
  readonly #losses: LossCounter;
  readonly #guard: XmlGuard;
  readonly #problems: Problem[] = [];
  /** Prefixes by namespace. */
  readonly #names = new Map<string, string>();
  readonly #elements = new Map<string, string>();
  #subject: Subject | undefined;

  constructor(options: RdfXmlOptions, losses: LossCounter) {
    this.#options = options;
    this.#losses = losses;
    this.#guard = new XmlGuard({ repair: options.repair }, losses);
    const problems = checkPrefixes(options.prefixes);
    if (problems.length > 0) throw new ProblemError(problems);
    for (const [name, namespace] of Object.entries(options.prefixes)) {
      if (name !== 'rdf') this.#names.set(namespace, name);
    }
    this.#names.set(RDF, 'rdf');
  }

  begin(): void {
    this.#text += `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF`;
    for (const [namespace, name] of [...this.#names].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
      this.#text += `\n    xmlns:${name}="${this.#attribute(namespace)}"`;
    }
    this.#text += '>\n';
  }

  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    if (graph.termType !== 'DefaultGraph') this.#losses.add(LOST_GRAPHS);
    if (this.#subject === undefined || !subject.equals(this.#subject)) {
      this.#close();
      this.#subject = subject;
      this.#text += `  <rdf:Description ${this.#reference('about', subject)}>\n`;
    }
    const element = this.#element(predicate.value);
    const name = element.replace(/ .*/s, '');
    this.#text += `    <${element}${this.#content(object, name)}\n`;
    if (this.#text.length >= CHUNK) {
      this.chunks.push(this.#text);
      this.#text = '';
    }
  }

  /** @throws ProblemError with everything that was refused */
  end(): void {
    this.#close();
    this.#text += '</rdf:RDF>\n';
    this.chunks.push(this.#text);
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
    this.#guard.finish();
  }

  #close(): void {
    if (this.#subject !== undefined) this.#text += '  </rdf:Description>\n';
    this.#subject = undefined;
  }

  /** The rest of an element of that name: `>text</name>` or ` rdf:resource="..."/>`. */
  #content(object: Term, name: string): string {
    if (object.termType === 'NamedNode' || object.termType === 'BlankNode') {
      return ` ${this.#reference('resource', object)}/>`;
    }
    if (object.termType === 'Quad') {
      this.#refuse('rdf12', 'RDF/XML cannot hold a triple term', object.predicate.value);
      return '/>';
    }
    return `${this.#literalType(object)}>${this.#characters(object.value, name)}</${name}>`;
  }

  #literalType({ value, language, direction, datatype }: Literal): string {
    if (direction !== '') this.#refuse('rdf12', 'RDF/XML cannot hold the direction of a text', value);
    if (language !== '') return ` xml:lang="${language}"`;
    return datatype.value === STRING ? '' : ` rdf:datatype="${this.#attribute(datatype.value)}"`;
  }

  /** @param kind what names an IRI; a blank node is always named by rdf:nodeID, by an XML name */
  #reference(kind: 'about' | 'resource', term: Subject): string {
    return term.termType === 'BlankNode'
      ? `rdf:nodeID="${nodeId(term.value)}"`
      : `rdf:${kind}="${this.#attribute(term.value)}"`;
  }

  /** The name of a predicate's element, with the declaration of its namespace where the root has none. */
  #element(predicate: string): string {
    const known = this.#elements.get(predicate);
    if (known !== undefined) return known;
    const local = LOCAL_NAME.exec(predicate)?.[0] ?? '';
    const namespace = predicate.slice(0, predicate.length - local.length);
    let element = 'rdf:value';
    if (local === '' || namespace === '' || RESERVED.has(predicate)) {
      this.#refuse('rdfxml-predicate', 'RDF/XML cannot name an element after this predicate', predicate);
    } else {
      const prefix = this.#names.get(namespace);
      element =
        prefix === undefined ? `p:${local} xmlns:p="${this.#attribute(namespace)}"` : `${prefix}:${local}`;
    }
    if (this.#elements.size < 8192) this.#elements.set(predicate, element);
    return element;
  }

  #attribute(iri: string): string {
    return this.#inAscii(this.#guard.attribute(iri, 'rdf:Description', iri, 'IRI'));
  }
  #characters(value: string, element: string): string {
    return this.#inAscii(this.#guard.text(value, 'rdf:Description', this.#subject?.value ?? '', element));
  }
  #inAscii(text: string): string {
    return this.#options.ascii
      ? text.replace(/[^\u0000-\u007f]/gu, (c) => `&#x${c.codePointAt(0)!.toString(16).toUpperCase()};`)
      : text;
  }

  #refuse(code: string, message: string, value: string): void {
    this.#problems.push({ severity: 'error', code, message, value, hint: 'Choose another RDF syntax.' });
  }
}
