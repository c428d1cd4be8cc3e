import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Palette } from '../../src/graph/index.ts';

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s palette', (_, palette: Palette) => {
  it('shows every mark at 3:1 or more on the ground', () => {
    const marks = [
      ...palette.hues,
      ...palette.ramp,
      palette.other,
      palette.edge,
      palette.denied,
      palette.accent,
    ];
    expect(marks.filter((colour) => contrast(colour, palette.ground) < 3)).toEqual([]);
  });

  it('shows every text at 4.5:1 or more on the ground', () => {
    const texts = [palette.ink, palette.quiet, palette.accent];
    expect(texts.filter((colour) => contrast(colour, palette.ground) < 4.5)).toEqual([]);
  });

  it('has a ramp whose steps stand out ever more from the ground', () => {
    const steps = palette.ramp.map((colour) => contrast(colour, palette.ground));
    expect(steps.every((step, at) => at === 0 || step > steps[at - 1]! * 1.25)).toBe(true);
  });

  it('has eight distinct hues, none of them the accent', () => {
    expect(new Set([...palette.hues, palette.accent]).size).toBe(9);
  });
});
