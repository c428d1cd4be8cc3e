/** Build time: stands for the package n3 in the page, so that of its parts only those come in that are used. */
/// <reference path="../../rdf/n3.d.ts" />
// @ts-expect-error the package's parts carry no types; the whole is declared in rdf/n3.d.ts
export { default as Parser } from 'n3/src/N3Parser.js';
// @ts-expect-error as above
export { default as Writer } from 'n3/src/N3Writer.js';
