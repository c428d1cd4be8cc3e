import { afterAll, beforeAll, describe } from 'vitest';
import { builtTemplate, pageOf, Viewer } from './browser.ts';
import { hostileDataset, sampleDataset, scriptsDataset, sourcedDataset } from './pages.ts';
import { accessibility } from './scenes/accessibility.ts';
import { addresses } from './scenes/addresses.ts';
import { arranging } from './scenes/arranging.ts';
import { builtPage } from './scenes/built-page.ts';
import { byKeyboard } from './scenes/by-keyboard.ts';
import { exploring } from './scenes/exploring.ts';
import { filtering } from './scenes/filtering.ts';
import { firstView } from './scenes/first-view.ts';
import { hardTimes } from './scenes/hard-times.ts';
import { hostileNames } from './scenes/hostile-names.ts';
import { looking } from './scenes/looking.ts';
import { onAPhone } from './scenes/on-a-phone.ts';
import { overTime } from './scenes/over-time.ts';
import { ownFiles } from './scenes/own-files.ts';
import type { Stage } from './scenes/scene.ts';
import { searching } from './scenes/searching.ts';
import { selecting } from './scenes/selecting.ts';
import { bringingTheText } from './scenes/source-text.ts';
import { voices } from './scenes/voices.ts';
import { withoutWebGl } from './scenes/without-webgl.ts';

let made: Stage;
const stage = () => made;

beforeAll(async () => {
  const [viewer, template] = await Promise.all([Viewer.start(), builtTemplate()]);
  const put = async (name: string, dataset: typeof sampleDataset) =>
    viewer.write(`${name}.html`, await pageOf(template, dataset));
  made = {
    viewer,
    template,
    pages: {
      sample: await put('sample', sampleDataset),
      sourced: await put('sourced', sourcedDataset),
      hostile: await put('hostile', hostileDataset),
      scripts: await put('scripts', scriptsDataset),
      empty: viewer.write('empty.html', template),
    },
  };
});
afterAll(() => made?.viewer.stop());

describe('the built page', () => builtPage(stage));
describe('the first view', () => firstView(stage));
describe('selecting', () => selecting(stage));
describe('the search', () => searching(stage));
describe('exploring', () => exploring(stage));
describe('arranging', () => arranging(stage));
describe('the filters', () => filtering(stage));
describe('the timeline', () => overTime(stage));
describe('looking', () => looking(stage));
describe('voices', () => voices(stage));
describe('addresses', () => addresses(stage));
describe('by keyboard alone', () => byKeyboard(stage));
describe('without WebGL', () => withoutWebGl(stage));
describe('hard times', () => hardTimes(stage));
describe('hostile names', () => hostileNames(stage));
describe('bringing the article’s text', () => bringingTheText(stage));
describe('one’s own file', () => ownFiles(stage));
describe('on a phone', () => onAPhone(stage));
describe('axe', () => accessibility(stage));
