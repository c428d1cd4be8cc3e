/** Turtle to classes and properties; closure over superclasses; names to terms. */
export * from './closure.ts';
export { type OntologyReading, type OntologySource, readOntologies } from './read-ontologies.ts';
export * from './resolve-term.ts';
