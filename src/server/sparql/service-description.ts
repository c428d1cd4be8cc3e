/** What the endpoint can do, in its own terms (SPARQL 1.1 Service Description). */
import { StringSink, writeJsonLd, writeNTriples, writeRdfXml, writeTurtle } from '../../formats/index.ts';
import { type NamedNode, type Quad, quad, type Term, TermGuard } from '../../rdf/index.ts';
import { GRAPH_FORMATS, type GraphCount } from '../../store/index.ts';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SD = 'http://www.w3.org/ns/sparql-service-description#';
const VOID = 'http://rdfs.org/ns/void#';
const FORMATS = 'http://www.w3.org/ns/formats/';
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';

/** Names that W3C gives to the syntaxes of results. */
const RESULT_FORMATS = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'Turtle',
  'N-Triples',
  'RDF_XML',
  'JSON-LD',
];

/** @param endpoint its address; things that it describes are fragments of it */
export function serviceDescription(endpoint: string, graphs: readonly GraphCount[]): Quad[] {
  const guard = new TermGuard({ own: false });
  const iri = (value: string) => guard.iri(value, 'the service description');
  const sd = (name: string) => iri(SD + name);
  const service = iri(endpoint);
  const dataset = iri(`${endpoint}#dataset`);
  const union = iri(`${endpoint}#union`);
  const quads: Quad[] = [];
  const say = (subject: NamedNode, predicate: NamedNode, ...objects: Term[]) => {
    for (const object of objects) quads.push(quad(subject, predicate, object));
  };
  say(service, iri(RDF_TYPE), sd('Service'));
  say(service, sd('endpoint'), service);
  say(service, sd('supportedLanguage'), sd('SPARQL10Query'), sd('SPARQL11Query'));
  say(service, sd('feature'), sd('UnionDefaultGraph'));
  say(service, sd('resultFormat'), ...RESULT_FORMATS.map((name) => iri(FORMATS + name)));
  say(service, sd('defaultDataset'), dataset);
  say(dataset, iri(RDF_TYPE), sd('Dataset'));
  say(dataset, sd('defaultGraph'), union);
  say(union, iri(RDF_TYPE), sd('Graph'));
  for (const [i, { name, triples }] of graphs.entries()) {
    const named = iri(`${endpoint}#graph-${i + 1}`);
    const graph = iri(`${endpoint}#graph-${i + 1}-triples`);
    say(dataset, sd('namedGraph'), named);
    say(named, iri(RDF_TYPE), sd('NamedGraph'));
    say(named, sd('name'), iri(name));
    say(named, sd('graph'), graph);
    say(graph, iri(RDF_TYPE), sd('Graph'));
    say(graph, iri(`${VOID}triples`), guard.typed(String(triples), iri(INTEGER), 'triples'));
  }
  return quads;
}

/** @param syntax one of {@link GRAPH_FORMATS} */
export async function describedAs(quads: readonly Quad[], syntax: string): Promise<string> {
  const sink = new StringSink();
  const prefixes = { sd: SD, void: VOID, formats: FORMATS };
  if (syntax === GRAPH_FORMATS.ntriples) await writeNTriples(quads, sink);
  else if (syntax === GRAPH_FORMATS.rdfxml) await writeRdfXml(quads, sink, { prefixes });
  else if (syntax === GRAPH_FORMATS.jsonld) await writeJsonLd(quads, sink, { prefixes });
  else await writeTurtle(quads, sink, { prefixes });
  return `${sink}`;
}
