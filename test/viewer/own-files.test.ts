import { describe } from 'vitest';
import { ownFiles } from './scenes/own-files.ts';
import { openStage } from './scenes/scene.ts';

const stage = openStage();

describe('one’s own file', () => ownFiles(stage));
