/** English. */
import { READING_WORDS } from '../../graph/index.ts';
import { arrangingEn } from './arranging.ts';
import type { Strings } from './strings.ts';

const LOCALE = 'en-GB';
const rules = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE);

const count = (n: number, one: string, other: string) =>
  `${numbers.format(n)} ${rules.select(n) === 'one' ? one : other}`;
const claims = (n: number) => count(n, 'claim', 'claims');
const entities = (n: number) => count(n, 'entity', 'entities');

export const en: Strings = {
  ...READING_WORDS.en,

  skipToCanvas: 'Skip to the graph',
  skipToReading: 'Skip to the reading column',
  search: 'Search',
  searchHint: 'Search names, claims, predicates',
  views: { graph: 'Graph', table: 'Table', article: 'Article' },
  viewSwitch: 'View',
  undo: 'Undo',
  redo: 'Redo',
  language: 'Language',
  theme: 'Theme',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  share: 'Share and save',
  copyAddress: 'Copy the address of this view',
  copied: 'Copied',
  saveGraph: 'Save the graph as',
  saveAs: (extension) => `Save as ${extension}`,
  print: 'Print',
  legend: 'Kinds and filters',
  reading: 'Reading column',
  foldLegend: 'Hide the filters',
  unfoldLegend: 'Show the filters',
  foldReading: 'Hide the reading column',
  unfoldReading: 'Show the reading column',
  readingWidth: 'Width of the reading column',
  close: 'Close',
  hint: 'Select a name or a line to see who claims what, and where the words stand.',

  searchResults: 'Search results',
  hits: (n) => count(n, 'hit', 'hits'),
  noHits: (query) => `Nothing found for “${query}”. Try fewer letters, or a name in another language.`,
  hitTypes: { entity: 'Entities', claim: 'Claims', predicate: 'Predicates', kind: 'Kinds' },
  hiddenByFilters: 'hidden by filters',
  showKindOnly: 'show only this kind',
  showPredicateOnly: 'show only these claims',
  cancelSearch: 'Cancel',
  facets: {
    modality: 'How firmly',
    polarity: 'Yes or no',
    derivation: 'Basis',
    predicate: 'Predicate',
    speaker: 'Who says it',
    article: 'Article',
  },
  modalities: {
    asserted: 'Stated',
    reported: 'Reported',
    opinion: 'Opinion',
    predicted: 'Predicted',
    attempted: 'Attempted',
  },
  affirmed: 'Affirmed',
  explicit: 'Said outright',
  implied: 'Implied',
  ownVoice: 'The article itself',
  only: 'only',
  onlyThis: (name) => `Only ${name}`,
  shownOf: (shown, all) => `${numbers.format(shown)} of ${claims(all)} shown`,
  showAll: 'Show all',
  clearFacet: (facet) => `Clear the choice in ${facet}`,
  nothingShown: 'The filters leave nothing to show.',

  canvas: 'Graph',
  canvasHelp:
    'Right and left arrow go through the claims of the selected entity, down crosses a claim to its other end, up goes back. Escape clears, plus and minus zoom, 0 shows all, P pins the selected names or lets go of them.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomAll: 'Show the whole graph',
  noWebGl:
    'This browser can’t draw the graph, because WebGL 2 is switched off or missing. The table shows the same.',
  canvasLost:
    'The browser took its drawing surface back. Nothing is lost: the table shows the same, and reloading the page draws the graph again.',
  selected: (n) => `${numbers.format(n)} selected`,
  mostSelected: (n) => `${numbers.format(n)} selected: more can’t be at once.`,
  clearSelection: 'Clear the selection',
  fromTo: (from, to) => `From ${from} to ${to}`,
  alongArrows: 'Only along the arrows',
  noWay: 'No shown claims lead from one to the other.',
  selectSecond: 'Select a second name with Shift to see what connects the two.',
  aroundIt: 'Steps around it',
  everything: 'all',
  steps: (n) => `${count(n, 'step', 'steps')} around it`,
  focusedOn: (name, depth) => `Only ${name} and what lies up to ${count(depth, 'step', 'steps')} around it`,
  evidenceIn: (paragraph, spans) => `Paragraph ${paragraph}, ${count(spans, 'place', 'places')}`,
  copy: (what) => `Copy the ${what}`,
  citation: 'citation',
  turtle: 'As Turtle',
  chooseArticle: 'Choose an article',
  claimsHere: claims,
  marks: { evidence: 'Evidence', attribution: 'Who says it', mention: 'Mention' },
  markAt: (mark, start, end) => `${mark}: characters ${numbers.format(start)} to ${numbers.format(end)}`,
  bringText:
    'If you have the article’s text file, drop it here to read the exact words. It stays on your machine.',
  chooseFile: 'Choose the file',
  dropHere: 'Drop the article’s text file to see the exact words',
  textShown: 'The article’s own words, from your file',
  putTextAway: 'Back to the digest',
  sourceProblems: {
    'no-hash':
      'The file can’t be checked here, because this page was not opened from disk or over a secure connection. The digest stays as it is.',
    'no-match': 'This is not the text of an article on this page: its fingerprint differs. Nothing was kept.',
    'not-utf8': 'The file is not UTF-8 text. Nothing was kept.',
  },

  tableOf: { entities: 'Entities', claims: 'Claims' },
  rowsSwitch: 'What the table lists',
  columns: {
    name: 'Name',
    kind: 'Kind',
    claims: 'Claims',
    mentions: 'Mentions',
    description: 'Description',
    statement: 'Claim',
    subject: 'Subject',
    predicate: 'Predicate',
    object: 'Object',
    speaker: 'Who says it',
    modality: 'How firmly',
    polarity: 'Yes or no',
    time: 'When',
    place: 'Paragraph',
  },
  sortBy: (column) => `Sort by ${column}`,
  moreRows: (n) => `Show ${numbers.format(n)} more`,

  arranging: arrangingEn,
  noWorker:
    'This browser lets the page do nothing in the background, so that this can’t be done here. Open the page in another browser, or use the command “clew build”.',

  nowSelected: (name) => `Selected: ${name}`,
  nothingSelected: 'Nothing selected',
  nowView: (view) => `${view} shown`,
  nowShown: (c, e) => `${claims(c)} and ${entities(e)} shown`,
  undone: 'Undone',
  redone: 'Done again',
  noData: 'This page carries no graph. Build one with “clew build”, and open the .html file that it writes.',
  brokenData:
    'The graph in this page can’t be read: the file is damaged or was made by another version. Build it again with “clew build”.',
  emptyGraph: 'This dataset has no entities yet. Add some to entities.yaml and build again.',
};
