/** Saves the graph as a file, in whole or as it is shown. */
import type { ColourRow, LossReport } from '../../formats/index.ts';
import { LIGHT } from '../../graph/index.ts';
import type { App } from '../state/app.ts';
import { colourSteps } from '../state/looks.ts';
import { marksOf } from '../state/numbered.ts';
import type { SaveFormat } from '../state/save-formats.ts';
import { shownLooks } from '../state/shown-looks.ts';
import { whyNot } from '../state/why-not.ts';
import type { SaveRequest } from '../worker/save-graph.ts';
import { entityName } from './names.ts';
import { offerFile } from './offer-file.ts';
import { paintLayers, TooLargeError } from './paint-layers.ts';

export interface ExportChoice {
  readonly format: SaveFormat | '.png';
  /** Only what is shown. */
  readonly part: boolean;
  /** With the places that the view has. */
  readonly places: boolean;
  /** Of a PNG, in pixels. */
  readonly width: number;
}

export interface ExportOptions {
  readonly signal: AbortSignal;
  /** @param bytes so far */
  onWritten(bytes: number): void;
}

/** Gives the file to the reader. */
export async function exportGraph(
  app: App,
  choice: ExportChoice,
  { signal, onWritten }: ExportOptions,
): Promise<{ readonly name: string; readonly losses: LossReport['losses'] } | { readonly problem: string }> {
  const strings = app.strings.peek();
  const name = app.catalog.dataset.id + choice.format;
  const format = choice.format === '.png' ? '.svg' : choice.format;
  const request = requestOf(app, choice, format);
  const answer = await app.background.ask(
    'save',
    { ...request, layers: choice.format === '.png' },
    {
      signal,
      onProgress: ({ done }) => onWritten(done),
    },
  );
  if (!('value' in answer)) {
    const whole = !choice.part && (!choice.places || app.state.peek().places.size === 0);
    if ('problems' in answer || answer.ended !== 'refused' || format !== '.json' || !whole)
      return { problem: whyNot(answer, strings) };
    offerFile(new Blob([...app.json()], { type: 'application/json' }), name);
    return { name, losses: [] };
  }
  const { blob, ends, losses } = answer.value;
  if (choice.format !== '.png') {
    offerFile(blob, name);
    return { name, losses };
  }
  try {
    const layers = ends.map((end, at) => blob.slice(ends[at - 1], end));
    const picture = await paintLayers(layers, choice.width, document, signal);
    const png = await app.background.ask('png', picture, { signal, transfer: [picture] });
    if (!('value' in png)) return { problem: whyNot(png, strings) };
    offerFile(png.value, name);
    return { name, losses };
  } catch (error) {
    if (error instanceof TooLargeError) return { problem: strings.files.tooLarge(error.width, error.height) };
    return { problem: `${error}` };
  }
}

const PAPER = { ...LIGHT, ground: '#ffffff' };

/** What is shown as SVG, on white; undefined where it can't be had. */
export async function drawingOf(app: App): Promise<string | undefined> {
  const request = requestOf(app, { part: true, places: true }, '.svg');
  const light = { ...request, drawing: { ...request.drawing, palette: PAPER } };
  const answer = await app.background.ask('save', light);
  return 'value' in answer ? answer.value.blob.text() : undefined;
}

function requestOf(
  app: App,
  { part, places }: Pick<ExportChoice, 'part' | 'places'>,
  format: SaveFormat,
): SaveRequest {
  const { entities, drawn } = app.shown.peek();
  const looks = shownLooks(app);
  const colours = looks.colours.peek();
  const radii = looks.radii.peek();
  return {
    format,
    ...(part && {
      part: { entities: marksOf(app.catalog.entities, entities), claims: marksOf(app.catalog.claims, drawn) },
    }),
    ...(places && { places: app.state.peek().places }),
    drawing: {
      palette: app.palette.peek(),
      ...(colours && { nodeColours: colours, colourRows: colourRows(app, colours) }),
      ...(radii && { nodeRadii: radii }),
    },
    ...(format === '.svg' && { languages: app.languages.peek() }),
  };
}

/** What colours mean: for communities their most important entity, for quantities the values from which to which. */
function colourRows(app: App, colours: ReadonlyMap<string, string>): ColourRow[] {
  const colouring = shownLooks(app).colouring.peek();
  const counts = new Map<string, { count: number; first: string }>();
  const { degree } = app.catalog;
  for (const [id, colour] of colours) {
    const known = counts.get(colour);
    if (known === undefined) counts.set(colour, { count: 1, first: id });
    else {
      known.count += 1;
      if ((degree.get(id) ?? 0) > (degree.get(known.first) ?? 0)) known.first = id;
    }
  }
  if (colouring === 'community') {
    const { communityAround } = app.strings.peek();
    return [...counts].map(([colour, { count, first }]) => ({
      label: communityAround(entityName(app, first)),
      colour,
      count,
    }));
  }
  const values =
    colouring === 'claims' ? degree : colouring === 'kind' ? undefined : app.measures(colouring).peek();
  if (values === undefined) return [];
  const tell = new Intl.NumberFormat(app.strings.peek().locale, { maximumSignificantDigits: 2 });
  const ids = [...colours.keys()];
  return colourSteps(ids.map((id) => values.get(id) ?? 0)).map(({ least, greatest, count }) => {
    const sample = ids.find((id) => (values.get(id) ?? 0) === greatest)!;
    const label = least === greatest ? tell.format(least) : `${tell.format(least)}–${tell.format(greatest)}`;
    return { label, colour: colours.get(sample)!, count };
  });
}
