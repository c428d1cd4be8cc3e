// Holds the ontologies against OWL 2 DL with the OWL API, and reasons over them and over the shipped data with HermiT.
// Needs a JDK and Maven, which fetches both into .cache/owl/; where it can't, the check is skipped and says so.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isPlain, loadDataset, rdf, StringSink, writeNTriples } from '../dist/index.js';

const root = join(import.meta.dirname, '..');
const cache = join(root, '.cache', 'owl');
const ontology = (name) => join(root, 'ontology', name);
const NEWS = 'https://w3id.org/clew/news';
const OWL = 'http://www.w3.org/2002/07/owl#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>clew</groupId><artifactId>owl-check</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>net.sourceforge.owlapi</groupId><artifactId>org.semanticweb.hermit</artifactId><version>1.4.5.519</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
`;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

const lib = fetchReasoner();
const { dataset } = await loadDataset(join(root, 'data'));
const both = [ontology('clew.ttl'), ontology('news.ttl')];
const data = await dataFile();
const claims = dataset.articles.flatMap((article) => article.claims);
const denied = claims.filter(({ polarity }) => polarity === 'negative');
const stated = claims
  .filter((claim) => isPlain(claim, dataset.ontology.properties[claim.predicate]))
  .slice(0, 1);
const cases = [
  ['core', 'dl', [ontology('clew.ttl')]],
  ['news', 'dl', [ontology('news.ttl')]],
  ['both', 'dl', both],
  ['data', 'any', [...both, data]],
  // A denied claim is no fact: that it is not so contradicts nothing that is written.
  ['data, and what it denies as denied', 'any', [...both, data, extra('denied', negated(denied))]],
  // What must be found: otherwise the words "sound" above would mean nothing.
  ['fact of the data denied', 'any', [...both, data, extra('stated', negated(stated))]],
  [
    'breach of the profile',
    'dl',
    [ontology('clew.ttl'), extra('profile', 'clew:Claim rdfs:subClassOf rdf:Statement .')],
  ],
  [
    'thing of two disjoint kinds',
    'any',
    [ontology('news.ttl'), extra('kinds', '<urn:example:x> a news:Person , news:Place .')],
  ],
  [
    'claim by the wrong subject',
    'any',
    [ontology('news.ttl'), extra('domain', '<urn:example:x> a news:Place ; news:founded <urn:example:y> .')],
  ],
  [
    'class that nothing can belong to',
    'any',
    [
      ontology('news.ttl'),
      extra('empty', '<urn:example:C> a owl:Class ; rdfs:subClassOf news:Person , news:Place .'),
    ],
  ],
];
const mustFail = new Set(cases.slice(5).map(([name]) => name));

const args = cases.flatMap(([name, profile, files]) => ['--case', name, profile, ...files]);
const { status, stdout, stderr } = spawnSync(
  'java',
  [
    '-cp',
    [join(lib, '*')].join(delimiter),
    join(root, 'scripts', 'owl', 'OwlCheck.java'),
    `https://w3id.org/clew/ns=${ontology('clew.ttl')}`,
    `${NEWS}=${ontology('news.ttl')}`,
    ...args,
  ],
  { encoding: 'utf8', maxBuffer: 64e6 },
);
if (status !== 0) {
  console.error(stderr.slice(0, 4000));
  process.exit(1);
}
const failed = report(stdout);
process.exit(failed ? 1 : 0);

/** Says what was found in each case. @returns whether anything is not as it should be */
function report(text) {
  let wrong = false;
  let expected = true;
  const told = new Set();
  for (const line of text.split('\n').filter(Boolean)) {
    if (line.startsWith('  ')) {
      if (!expected) console.log(line.slice(0, 300));
      continue;
    }
    const [name, word, axioms, classes, individuals] = line.split('\t');
    told.add(name);
    expected = (word === 'unsound') === mustFail.has(name);
    wrong ||= !expected;
    const said = mustFail.has(name)
      ? `${word === 'unsound' ? 'found' : 'NOT FOUND'}, which must be found`
      : `${word}: ${axioms} axioms, ${classes} classes, ${individuals} individuals`;
    console.log(`${name}: ${said}`);
  }
  return wrong || told.size !== cases.length;
}

/** The folder with the OWL API and HermiT; ends the process with a word where they can't be had. */
function fetchReasoner() {
  const works = (command, ...rest) => spawnSync(command, rest, { stdio: 'ignore' }).status === 0;
  if (!works('java', '-version') || !works('javac', '-version')) skip('there is no JDK (java and javac)');
  const folder = join(cache, `lib-${createHash('sha256').update(POM).digest('hex').slice(0, 12)}`);
  if (existsSync(join(folder, 'complete'))) return folder;
  if (!works('mvn', '-version')) skip('there is no Maven (mvn) to fetch the OWL API and HermiT with');
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'pom.xml'), POM);
  console.log('fetching the OWL API and HermiT into .cache/owl/');
  const maven = ['-q', '-B', '-f', join(cache, 'pom.xml'), COPY, `-DoutputDirectory=${folder}`];
  if (spawnSync('mvn', maven, { stdio: 'ignore', timeout: 300_000 }).status !== 0) {
    skip('Maven could not fetch the OWL API and HermiT');
  }
  writeFileSync(join(folder, 'complete'), '');
  return folder;
}

function skip(why) {
  console.warn(`SKIPPED: OWL 2 DL profile, consistency and reasoning over the data: ${why}.`);
  process.exit(0);
}

function extra(name, turtle) {
  const core = readFileSync(ontology('news.ttl'), 'utf8');
  const prefixes = core.split('\n').filter((line) => line.startsWith('@prefix'));
  const file = join(cache, `${name}.ttl`);
  writeFileSync(
    file,
    `${prefixes.join('\n')}\n<urn:example:${name}> a owl:Ontology ; owl:imports <${NEWS}> .\n${turtle}\n`,
  );
  return file;
}

/** That the claims do not hold, for those about two entities. */
function negated(list) {
  const iri = ({ entity }) => `<${dataset.base}id/${entity}>`;
  const about = list.filter(({ subject, object }) => 'entity' in subject && 'entity' in object);
  if (about.length === 0) throw new Error('the data has no claim to try this with');
  return about
    .map(
      ({ subject, predicate, object }) =>
        `[] a owl:NegativePropertyAssertion ; owl:sourceIndividual ${iri(subject)} ; owl:assertionProperty ${predicate} ; owl:targetIndividual ${iri(object)} .`,
    )
    .join('\n');
}

/**
 * The shipped data as assertions of OWL. OWL keeps the rdf: reification words for itself, so a claim's subject, predicate
 * and object go by other names; and it wants every property declared as of things or of literals, so those of other
 * vocabularies are, by how the data uses them. All else stays as it is written.
 */
async function dataFile() {
  const own = (iri) =>
    iri.startsWith('https://w3id.org/clew/ns#') || iri.startsWith('https://w3id.org/clew/news#');
  const node = (value) => new rdf.TermGuard({ own: false }).iri(value, 'a term');
  const declared = new Map();
  const declare = (iri, type) =>
    declared.set(`${iri} ${type}`, rdf.quad(node(iri), node(`${RDF}type`), node(OWL + type)));
  const quads = [];
  for (const quad of rdf.datasetToTriples(dataset, { implied: true, infer: true })) {
    const { subject, predicate, object } = quad;
    // The ontologies say themselves what their terms are.
    if (own(subject.value)) continue;
    if (predicate.value === `${RDF}type`) {
      if (object.value === `${RDF}Statement`) continue;
      if (!own(object.value)) declare(object.value, 'Class');
      quads.push(quad);
      continue;
    }
    const literal = object.termType === 'Literal';
    const statement = /22-rdf-syntax-ns#(subject|predicate|object)$/.exec(predicate.value)?.[1];
    const name = statement && `urn:clew:statement:${statement}${literal ? '-text' : ''}`;
    const renamed = name === undefined ? quad : rdf.quad(subject, node(name), object);
    const iri = renamed.predicate.value;
    const annotates =
      /rdf-schema#|core#(altLabel|closeMatch)|purl.org/.test(iri) || statement === 'predicate';
    if (!own(iri) && !iri.startsWith(OWL)) {
      declare(iri, annotates ? 'AnnotationProperty' : literal ? 'DatatypeProperty' : 'ObjectProperty');
    }
    quads.push(renamed);
  }
  const sink = new StringSink();
  const document = node('urn:example:data');
  const all = [
    rdf.quad(document, node(`${RDF}type`), node(`${OWL}Ontology`)),
    // Without it every property would be read as an annotation, from which nothing follows.
    rdf.quad(document, node(`${OWL}imports`), node(NEWS)),
    ...declared.values(),
    ...quads,
  ];
  await writeNTriples(all, sink);
  const file = join(cache, 'data.nt');
  writeFileSync(file, sink.toString());
  return file;
}
