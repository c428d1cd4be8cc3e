/** The JSON-LD context of the core vocabulary: what readers of our JSON see as plain keys. */
import { CLEW_TERMS, STANDARD_PREFIXES } from '../rdf/index.ts';

/** How the values of a key are written: JSON-LD 1.1 section 9.15. */
export interface ContextTerm {
  readonly '@id': string;
  readonly '@type'?: string;
  readonly '@container'?: '@language';
}
export type JsonLdContext = Readonly<Record<string, string | number | ContextTerm>>;

const text = (id: string): ContextTerm => ({ '@id': id, '@container': '@language' });
const node = (id: string): ContextTerm => ({ '@id': id, '@type': '@id' });
const named = (id: string): ContextTerm => ({ '@id': id, '@type': '@vocab' });
const typed = (id: string, datatype: string): ContextTerm => ({ '@id': id, '@type': `xsd:${datatype}` });

/** Keys for terms of other vocabularies. */
const OTHERS: Readonly<Record<string, ContextTerm>> = {
  title: text('dct:title'),
  description: text('dct:description'),
  label: text('rdfs:label'),
  statement: text('rdfs:comment'),
  definition: text('skos:definition'),
  alias: { '@id': 'skos:altLabel' },
  sameAs: node('owl:sameAs'),
  differentFrom: node('owl:differentFrom'),
  closeMatch: node('skos:closeMatch'),
  subject: node('rdf:subject'),
  predicate: named('rdf:predicate'),
  object: node('rdf:object'),
  body: node('oa:hasBody'),
  target: node('oa:hasTarget'),
  source: node('oa:hasSource'),
  selector: node('oa:hasSelector'),
  motivation: node('oa:motivatedBy'),
  start: typed('oa:start', 'nonNegativeInteger'),
  end: typed('oa:end', 'nonNegativeInteger'),
  appearance: node('schema:appearance'),
  mentions: node('schema:mentions'),
  isPartOf: node('schema:isPartOf'),
  url: node('schema:url'),
  derivedFrom: node('prov:wasDerivedFrom'),
  attributedTo: node('prov:wasAttributedTo'),
  subClassOf: named('rdfs:subClassOf'),
  subPropertyOf: named('rdfs:subPropertyOf'),
  domainIncludes: named('schema:domainIncludes'),
  rangeIncludes: named('schema:rangeIncludes'),
};

/** Names of our own that a key above already has. */
const TAKEN = new Set(Object.keys(OTHERS));

/**
 * The context that `ontology/context.jsonld` publishes and that every JSON-LD output carries inline: the prefixes of the
 * vocabularies that the mapping uses, and every term of the core ontology under its own name.
 */
export function jsonLdContext(): JsonLdContext {
  const context: Record<string, string | number | ContextTerm> = { '@version': 1.1, ...STANDARD_PREFIXES };
  for (const [key, term] of Object.entries(OTHERS)) context[key] = term;
  for (const { name, kind, range } of CLEW_TERMS) {
    if (TAKEN.has(name)) throw new Error(`the key ${name} is taken`);
    const id = `clew:${name}`;
    if (kind !== 'property') context[name] = id;
    else if (VALUES_LISTED.has(range)) context[name] = named(id);
    else if (range === 'rdf:langString') context[name] = text(id);
    else if (/^xsd:\w+$/.test(range))
      context[name] = range === 'xsd:string' ? { '@id': id } : typed(id, range.slice(4));
    else context[name] = range === '' || range.startsWith('clew:') ? node(id) : { '@id': id };
  }
  return context;
}

/** Classes whose individuals are terms of the context themselves. */
const VALUES_LISTED = new Set(
  CLEW_TERMS.flatMap((term) => (term.kind === 'individual' ? [term.domain] : [])),
);
