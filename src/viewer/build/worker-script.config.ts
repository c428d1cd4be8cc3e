/** Build time: the worker's script, one classic file that can be started from a blob. */
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { ALIASES } from './aliases.config.ts';

export interface WorkerScript {
  readonly code: string;
  /** Ids of the modules in it. */
  readonly modules: readonly string[];
}

export async function workerScript(): Promise<WorkerScript> {
  const entry = fileURLToPath(new URL('../worker/main.ts', import.meta.url));
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: [...ALIASES] },
    esbuild: { legalComments: 'none' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: entry,
        output: { format: 'iife', inlineDynamicImports: true },
        treeshake: { moduleSideEffects: (id) => id === entry },
      },
    },
  })) as Rollup.RollupOutput;
  const [chunk, ...more] = result.output;
  if (more.length > 0) throw new Error('the worker is more than one file');
  return { code: chunk.code, modules: Object.keys(chunk.modules) };
}
