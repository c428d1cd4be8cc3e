/** The colours of screen and SVG. Hues go to kind groups; the accent means evidence and nothing else. */

export interface Palette {
  readonly ground: string;
  readonly ink: string;
  /** Softer ink for lines of text that matter less; 4.5:1 on the ground. */
  readonly quiet: string;
  /** Hairlines and folds. */
  readonly rule: string;
  /** The thread: selected claim, its paragraph, its span. */
  readonly accent: string;
  /** The bar and line of a denied claim. */
  readonly denied: string;
  /** An ordinary claim's line. */
  readonly edge: string;
  /** Group "other". */
  readonly other: string;
  /** By {@link KindGroup.hue}; they differ in lightness as well, each at least 3:1 on the ground. */
  readonly hues: readonly string[];
  /** From little to much, for colours that stand for a quantity: one hue, ever farther from the ground, from 3:1 on. */
  readonly ramp: readonly string[];
}

export const LIGHT: Palette = {
  ground: '#faf7f1',
  ink: '#1f1d1a',
  quiet: '#66615a',
  rule: '#e3ddd1',
  accent: '#b3261e',
  denied: '#7d7a75',
  edge: '#918a80',
  other: '#85807a',
  hues: ['#1b4f8f', '#b06f00', '#2f8f60', '#8a63c7', '#0a5a63', '#4b8fc6', '#8c2f72', '#6d7120'],
  ramp: ['#758da6', '#587a9e', '#3c6590', '#234d7c', '#0c3463'],
};

export const DARK: Palette = {
  ground: '#16191f',
  ink: '#e6e2da',
  quiet: '#a7a39b',
  rule: '#2c313a',
  accent: '#ff8a75',
  denied: '#98958f',
  edge: '#6f7480',
  other: '#918d87',
  hues: ['#5b9be6', '#e2ad45', '#7fd6a3', '#b592f2', '#3fb3b9', '#b3d7f7', '#e08bc5', '#c3c77a'],
  ramp: ['#5f7286', '#7590ab', '#93b0cc', '#b9d2e8', '#e6f2fd'],
};

/** The colour of a group in a palette. */
export function hueOf(palette: Palette, hue: number): string {
  return palette.hues[hue] ?? palette.other;
}
