/** The viewer's start: reads the graph that the page carries and shows it, or asks for one. */
import './webgl-names.ts';
import 'virtual:clew/fonts.css';
import 'virtual:clew/palette.css';
import './styles/index.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { pageData } from './page-data.ts';
import { Page } from './panels/page.tsx';
import { readGraph } from './read-graph.ts';
import { graphOf, parseAddress } from './state/address.ts';
import { syncAddress } from './state/address-sync.ts';
import { type App, createApp } from './state/app.ts';
import { buildCatalog, type Catalog } from './state/catalog.ts';
import { createDesk } from './state/desk.ts';
import { readEnvironment } from './state/environment.ts';
import { newView, type ViewState } from './state/view-state.ts';
import { chooseLanguage, STRINGS } from './strings/index.ts';
import { openBackground, startPageWorker } from './worker/background.ts';

function start(root: HTMLElement): void {
  const environment = readEnvironment(window);
  const startWorker = () => startPageWorker(document);
  const wanted = window.location.hash;
  const makeApp = (text: string, initial: (catalog: Catalog) => ViewState): App => {
    const catalog = buildCatalog(readGraph(text));
    const background = openBackground({ start: startWorker, graph: () => text });
    return createApp({ catalog, environment, initial: initial(catalog), background, json: () => text });
  };
  /** The view that the address asks for, as far as it is one of this graph. */
  const asked = (catalog: Catalog): ViewState => {
    const view = parseAddress(wanted, catalog);
    return (graphOf(wanted) ?? catalog.dataset.id) === catalog.dataset.id ? view : newView(view);
  };
  const text = pageData(document);
  let first: App | undefined;
  // An unfilled page has a name in quotes where the data goes.
  if (text !== '' && !text.startsWith('"')) {
    try {
      first = makeApp(text, asked);
    } catch (error) {
      console.error(error);
      const { brokenData } = STRINGS[chooseLanguage(environment.languages)];
      render(<p class="page-note">{brokenData}</p>, root);
      return;
    }
  }
  const named = graphOf(wanted);
  const awaited = named === first?.catalog.dataset.id ? undefined : named;
  // Another file may be opened first: the view waits for its own.
  let waiting = awaited;
  const desk = createDesk({
    environment,
    first,
    startWorker,
    ...(awaited !== undefined && { awaited }),
    make: (json, before) =>
      makeApp(json, (catalog) => {
        if (catalog.dataset.id !== waiting) return newView(before?.state.peek());
        waiting = undefined;
        return asked(catalog);
      }),
  });
  const title = document.title;
  let stop = () => {};
  effect(() => {
    stop();
    const app = desk.app.value;
    const opened = desk.opened.value;
    if (app === undefined) return;
    document.title = opened === undefined ? title : opened.name;
    stop = syncAddress(app, window, { side: opened === undefined ? 'first' : 'opened', turn: desk.turn });
  });
  render(<Page desk={desk} />, root);
}

start(document.getElementById('clew') ?? document.body);
