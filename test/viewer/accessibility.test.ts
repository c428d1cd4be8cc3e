import { describe } from 'vitest';
import { accessibility } from './scenes/accessibility.ts';
import { byKeyboard } from './scenes/by-keyboard.ts';
import { onAPhone } from './scenes/on-a-phone.ts';
import { openStage } from './scenes/scene.ts';

const stage = openStage();

describe('by keyboard alone', () => byKeyboard(stage));
describe('on a phone', () => onAPhone(stage));
describe('axe', () => accessibility(stage));
