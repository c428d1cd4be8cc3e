/** The part of sparql-http-client that is used; the package carries no types. */
declare module 'sparql-http-client/SimpleClient.js' {
  export default class SimpleClient {
    constructor(options: { endpointUrl: string });
    readonly query: {
      select(
        query: string,
        options?: { operation?: 'get' | 'postUrlencoded' | 'postDirect' },
      ): Promise<Response>;
    };
  }
}
