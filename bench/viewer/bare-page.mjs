// The peer: the same graph in a page with Sigma alone, as its documentation shows it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const SOURCE = `
  import { MultiDirectedGraph } from 'graphology';
  import Sigma from 'sigma';
  const data = JSON.parse(document.getElementById('data').textContent);
  const graph = MultiDirectedGraph.from({ ...data, attributes: {} });
  graph.forEachNode((key, { label }) => graph.replaceNodeAttributes(key, {
    x: graph.getNodeAttribute(key, 'x'), y: graph.getNodeAttribute(key, 'y'), label, size: 2 + Math.sqrt(graph.degree(key)), color: '#457',
  }));
  graph.forEachEdge((key, { label }) => graph.replaceEdgeAttributes(key, { label, size: 1, color: '#ccc' }));
  new Sigma(graph, document.getElementById('stage'));
`;

/** @param {string} root the repository  @returns the page's text up to its data, and from there on */
export async function barePage(root) {
  const folder = mkdtempSync(join(tmpdir(), 'clew-bare-'));
  try {
    const entry = join(root, 'bench', 'viewer', '.bare-entry.js');
    const result = await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === entry ? id : undefined),
          load: (id) => (id === entry ? SOURCE : undefined),
        },
      ],
      build: { outDir: folder, write: true, lib: { entry, formats: ['es'], fileName: 'bare' } },
    });
    if (result === undefined) throw new Error('vite gave no bundle');
    const script = readFileSync(join(folder, 'bare.js'), 'utf8').replaceAll('</script', '<\\/script');
    return {
      head: '<!doctype html><meta charset="utf-8"><style>#stage{position:absolute;inset:0}</style><div id="stage"></div><script type="application/json" id="data">',
      tail: `</script><script type="module">${script}</script>`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ head: string, tail: string }} page  @param {string} json escaped for a script element */
export function writeBarePage(path, { head, tail }, json) {
  writeFileSync(path, head);
  writeFileSync(path, json, { flag: 'a' });
  writeFileSync(path, tail, { flag: 'a' });
}
