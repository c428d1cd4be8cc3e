import { describe } from 'vitest';
import { arranging } from './scenes/arranging.ts';
import { exploring } from './scenes/exploring.ts';
import { hardTimes } from './scenes/hard-times.ts';
import { looking } from './scenes/looking.ts';
import { openStage } from './scenes/scene.ts';
import { selecting } from './scenes/selecting.ts';
import { withoutWebGl } from './scenes/without-webgl.ts';

const stage = openStage();

describe('selecting', () => selecting(stage));
describe('exploring', () => exploring(stage));
describe('arranging', () => arranging(stage));
describe('looking', () => looking(stage));
describe('without WebGL', () => withoutWebGl(stage));
describe('hard times', () => hardTimes(stage));
