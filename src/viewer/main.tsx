/** The viewer's start: reads the graph that the page carries and shows it, or asks for one. */
import './webgl-names.ts';
import 'virtual:clew/fonts.css';
import 'virtual:clew/palette.css';
import './styles/index.css';
import { effect } from '@preact/signals';
import { options, render } from 'preact';
import { finish, type Steps } from '../model/index.ts';
import { counted } from './counted.ts';
import { pageData } from './page-data.ts';
import { OpeningPage } from './panels/opening-page.tsx';
import { Page } from './panels/page.tsx';
import { readDrawn } from './read-graph.ts';
import { graphOf, parseAddress, themeOf } from './state/address.ts';
import { syncAddress } from './state/address-sync.ts';
import { type App, createApp } from './state/app.ts';
import { type Catalog, catalogSteps } from './state/catalog.ts';
import { createDesk } from './state/desk.ts';
import { readEnvironment } from './state/environment.ts';
import { isLarge } from './state/prepare.ts';
import { newView, type ViewState } from './state/view-state.ts';
import { chooseLanguage, STRINGS } from './strings/index.ts';
import { inTurns, nextTask } from './turns.ts';
import { openBackground, startPageWorker } from './worker/background.ts';

/** A page of more pieces reads them in turns, and shows how far it is. */
const FEW_PIECES = 2;

/** Milliseconds of reading that pass in silence: what is said for a moment only flashes. */
const SILENCE = 500;

async function start(root: HTMLElement): Promise<void> {
  const environment = readEnvironment(window);
  const startWorker = () => startPageWorker(document);
  const wanted = window.location.hash;
  /** @param drawnFirst whether a graph may be drawn before its data has been looked through */
  function* appSteps(
    pieces: Iterable<string>,
    initialOf: (catalog: Catalog) => ViewState,
    drawnFirst = false,
  ): Steps<App> {
    const { graph, check } = yield* readDrawn(pieces);
    if (!drawnFirst) yield* check();
    const catalog = yield* catalogSteps(graph);
    const initial = initialOf(catalog);
    const later = drawnFirst && initial.view === 'graph';
    if (drawnFirst && !later) yield* check();
    const background = openBackground({ start: startWorker, graph: () => pieces });
    return createApp({
      catalog,
      environment,
      initial,
      background,
      json: () => pieces,
      ...(later && { check: () => inTurns(check()) }),
    });
  }
  /** The view that the address asks for, as far as it is one of this graph. */
  const asked = (catalog: Catalog): ViewState => {
    const view = parseAddress(wanted, catalog);
    return (graphOf(wanted) ?? catalog.dataset.id) === catalog.dataset.id ? view : newView(view);
  };
  const strings = STRINGS[chooseLanguage(environment.languages)];
  const data = pageData(document);
  const refuse = (error: unknown) => {
    console.error(error);
    // What was begun of the page is left as it is: it may not be whole enough to be taken down.
    const place = document.createElement('div');
    root.replaceChildren(place);
    render(<p class="page-note">{strings.brokenData}</p>, place);
  };
  let first: App | undefined;
  try {
    if (data.count > FEW_PIECES) {
      document.documentElement.dataset.theme = themeOf(wanted);
      let gone = 0;
      const pieces = counted(data, (now) => {
        gone = now;
      });
      const begun = performance.now();
      const tell = () => {
        if (performance.now() - begun < SILENCE) return;
        render(<OpeningPage title={document.title} strings={strings} share={gone / data.count} />, root);
      };
      first = await inTurns(appSteps(pieces, asked, true), tell);
    } else if (data.count > 0) first = finish(appSteps(data, asked, true));
  } catch (error) {
    refuse(error);
    return;
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
      inTurns(
        appSteps(json, (catalog) => {
          if (catalog.dataset.id !== waiting) return newView(before?.state.peek());
          waiting = undefined;
          return asked(catalog);
        }),
      ),
  });
  const title = document.title;
  let stop = () => {};
  effect(() => {
    stop();
    const app = desk.app.value;
    const opened = desk.opened.value;
    if (app === undefined) return;
    document.title = opened === undefined ? title : opened.name;
    // What a press asks of a large graph and what the panels then show have a task each.
    if (isLarge(app.catalog)) options.debounceRendering = (show) => void nextTask().then(show);
    else delete options.debounceRendering;
    stop = syncAddress(app, window, { side: opened === undefined ? 'first' : 'opened', turn: desk.turn });
  });
  try {
    render(<Page desk={desk} />, root);
  } catch (error) {
    // Data that has not been looked through may be why, and is then told in its words.
    await first?.check().catch(refuse);
    if (first?.checked.peek() !== false) throw error;
  }
}

void start(document.getElementById('clew') ?? document.body);
