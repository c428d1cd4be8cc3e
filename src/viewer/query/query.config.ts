/** Builds the query page's script into one file, dist/viewer/query.js, with the notices of what it holds copies of. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { notices } from '../build/notices.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  esbuild: { legalComments: 'none' },
  plugins: [
    {
      name: 'clew-notices',
      generateBundle(_, bundle) {
        for (const item of Object.values(bundle)) {
          if (item.type !== 'chunk') continue;
          const said = notices(Object.keys(item.modules), []).replace(/^<!--|-->$/g, '');
          item.code = `/*${said.replaceAll('*/', '* /')}*/\n${item.code}`;
        }
      },
    },
  ],
  build: {
    outDir: here('../../../dist/viewer'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: here('main.ts'), formats: ['iife'], name: 'clewQuery', fileName: () => 'query.js' },
  },
});
