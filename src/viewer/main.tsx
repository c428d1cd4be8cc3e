/** The viewer's start: reads the graph that the page carries and shows it. */
import './webgl-names.ts';
import 'virtual:clew/fonts.css';
import 'virtual:clew/palette.css';
import './styles/index.css';
import { render } from 'preact';
import type { ClewGraph } from '../graph/index.ts';
import { pageData } from './page-data.ts';
import { AppContext } from './panels/app-context.ts';
import { Frame } from './panels/frame.tsx';
import { readGraph } from './read-graph.ts';
import { parseAddress } from './state/address.ts';
import { syncAddress } from './state/address-sync.ts';
import { createApp } from './state/app.ts';
import { buildCatalog } from './state/catalog.ts';
import { readEnvironment } from './state/environment.ts';
import { chooseLanguage, STRINGS } from './strings/index.ts';
import { openBackground, startPageWorker } from './worker/background.ts';

function start(root: HTMLElement): void {
  const environment = readEnvironment(window);
  const strings = STRINGS[chooseLanguage(environment.languages)];
  const text = pageData(document);
  const note = (message: string) => render(<p class="page-note">{message}</p>, root);
  // An unfilled page has a name in quotes where the data goes.
  if (text === '' || text.startsWith('"')) {
    note(strings.noData);
    return;
  }
  let graph: ClewGraph;
  try {
    graph = readGraph(text);
  } catch (error) {
    console.error(error);
    note(strings.brokenData);
    return;
  }
  const catalog = buildCatalog(graph);
  const app = createApp({
    catalog,
    environment,
    initial: parseAddress(window.location.hash, catalog),
    background: openBackground({ start: () => startPageWorker(document), graph: () => text }),
    json: () => text,
  });
  syncAddress(app, window);
  render(
    <AppContext.Provider value={app}>
      <Frame />
    </AppContext.Provider>,
    root,
  );
}

start(document.getElementById('clew') ?? document.body);
