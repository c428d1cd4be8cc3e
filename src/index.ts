/** The library's public face, for Node. `clew/browser` is what of it runs in a browser. */
export * from './browser.ts';
export * from './build/index.ts';
export * from './corpus/index.ts';
export * from './server/index.ts';
export * from './store/index.ts';
