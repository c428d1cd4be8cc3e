/** Build time: stands for the loader of jsonld-context-parser in the worker, which asks no address for anything. */
export class FetchDocumentLoader {}
