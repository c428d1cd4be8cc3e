/** Builds the viewer into one HTML file, dist/viewer/viewer.html, with one place where the data goes. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ALIASES } from './build/aliases.config.ts';
import { bareImports } from './build/bare-imports.ts';
import { ownPrograms } from './build/own-programs.ts';
import { singleFile } from './build/single-file.config.ts';
import { virtualCss } from './build/virtual-css.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    alias: [...ALIASES],
  },
  plugins: [bareImports(), ownPrograms(), virtualCss(), singleFile()],
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: here('../../dist/viewer'),
    // The query page's script lies beside it, and is built at the same time.
    emptyOutDir: false,
    target: 'es2022',
    // The code is made small when the page is put together, once Vite has said its last word.
    minify: false,
    cssMinify: 'esbuild',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    rollupOptions: {
      input: here('viewer.html'),
      output: { inlineDynamicImports: true },
      // Of all that is imported, only these do something by being loaded: parsers that nobody calls stay out.
      treeshake: {
        moduleSideEffects: (id) => /\.(?:css|html)$|\/viewer\/(?:main|webgl-names)\.tsx?$/.test(id),
      },
    },
  },
});
