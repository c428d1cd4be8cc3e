// Gets the readers that are Java libraries, pinned, into .cache/judges: RDF4J Rio, Apache Jena RIOT, Neo4j, the Gephi Toolkit.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RIO = ['turtle', 'trig', 'ntriples', 'nquads', 'rdfxml', 'jsonld'];
/** By the name of the reader: its libraries as `group:artifact:version`, with a classifier where one file holds all. */
export const LIBRARIES = {
  rio: [...RIO.map((syntax) => `org.eclipse.rdf4j:rdf4j-rio-${syntax}:5.2.2`), 'org.slf4j:slf4j-nop:2.0.16'],
  jena: ['org.apache.jena:jena-arq:5.6.0', 'org.slf4j:slf4j-nop:2.0.16'],
  neo4j: ['org.neo4j:neo4j:5.26.0', 'org.slf4j:slf4j-nop:2.0.16'],
  gephi: ['org.gephi:gephi-toolkit:0.10.1:all'],
};
/** Java's version from which the libraries run. */
export const JAVA = 17;
const LIMIT_MS = 600_000;

const cache = join(import.meta.dirname, '..', '..', '.cache', 'judges');

/** Where the libraries of a reader lie. @param {keyof LIBRARIES} name */
export const libraryFolder = (name) => join(cache, name, LIBRARIES[name][0].split(':')[2]);

/**
 * Copies the libraries of a reader, with what they need, once.
 * @param {keyof LIBRARIES} name
 * @returns {string | undefined} why they can't be had
 */
export function getLibraries(name) {
  const folder = libraryFolder(name);
  if (existsSync(folder)) return undefined;
  const making = `${folder}.tmp`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const pom = join(making, 'pom.xml');
  writeFileSync(pom, pomOf(LIBRARIES[name]));
  console.error(`Getting the libraries of ${name} into .cache/judges …`);
  try {
    execFileSync(
      'mvn',
      [
        '--batch-mode',
        '--quiet',
        '--file',
        pom,
        'dependency:copy-dependencies',
        `-DoutputDirectory=${making}`,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: LIMIT_MS },
    );
  } catch (error) {
    const lines = `${error.stdout ?? ''}${error.stderr ?? ''}`.split('\n');
    return lines.find((line) => line.includes('[ERROR]'))?.slice(0, 200) ?? error.message;
  }
  renameSync(making, folder);
  return undefined;
}

function pomOf(libraries) {
  const dependencies = libraries.map((library) => {
    const [group, artifact, version, classifier] = library.split(':');
    // Such a file needs nothing beside it, and what it names may not be had any more.
    const whole = `<classifier>${classifier}</classifier><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>`;
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${classifier ? whole : ''}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>clew</groupId><artifactId>judges</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependencies.join('')}</dependencies>
</project>
`;
}
