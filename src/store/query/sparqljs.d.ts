/** The part of sparqljs that is used; its own types describe the trees, of which none is needed here. */
declare module 'sparqljs' {
  export class Parser {
    /** @throws Error, with a `hash` where the grammar was broken */
    parse(query: string): unknown;
  }
}
