/** The part of jsonld.js that tests use. */
declare module 'jsonld' {
  interface Processor {
    toRDF(
      document: object,
      options: { readonly base: string; readonly rdfDirection: 'i18n-datatype' },
    ): Promise<import('../../src/rdf/index.ts').ForeignQuad[]>;
  }
  const jsonld: Processor;
  export default jsonld;
}
