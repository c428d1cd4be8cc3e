import { describe } from 'vitest';
import { addresses } from './scenes/addresses.ts';
import { builtPage } from './scenes/built-page.ts';
import { damagedData } from './scenes/damaged-data.ts';
import { filtering } from './scenes/filtering.ts';
import { firstView } from './scenes/first-view.ts';
import { hostileNames } from './scenes/hostile-names.ts';
import { overTime } from './scenes/over-time.ts';
import { openStage } from './scenes/scene.ts';
import { searching } from './scenes/searching.ts';
import { severalArticles } from './scenes/several-articles.ts';
import { bringingTheText } from './scenes/source-text.ts';
import { voices } from './scenes/voices.ts';

const stage = openStage();

describe('the built page', () => builtPage(stage));
describe('the first view', () => firstView(stage));
describe('damaged data', () => damagedData(stage));
describe('the search', () => searching(stage));
describe('the filters', () => filtering(stage));
describe('several articles', () => severalArticles(stage));
describe('the timeline', () => overTime(stage));
describe('voices', () => voices(stage));
describe('addresses', () => addresses(stage));
describe('hostile names', () => hostileNames(stage));
describe('bringing the article’s text', () => bringingTheText(stage));
