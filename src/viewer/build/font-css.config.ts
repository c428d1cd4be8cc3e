/** Build time: the faces that the page embeds, cut to Latin and Vietnamese. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

interface Face {
  readonly family: string;
  /** Package under `@fontsource`, and its file name's stem. */
  readonly name: string;
  readonly weight: number;
}

/** Interface and canvas in two weights of a sans, digest and statements in one of a serif; both draw Vietnamese well. */
export const FACES: readonly Face[] = [
  { family: 'Be Vietnam Pro', name: 'be-vietnam-pro', weight: 400 },
  { family: 'Be Vietnam Pro', name: 'be-vietnam-pro', weight: 600 },
  { family: 'Source Serif 4', name: 'source-serif-4', weight: 400 },
];

/** The packages that the faces come from. */
export const FACE_PACKAGES: readonly string[] = [...new Set(FACES.map(({ name }) => `@fontsource/${name}`))];

/** What each of a face's files draws, as in the unicode-range of its package. */
const SUBSETS = [
  {
    file: 'latin',
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2bb, 0x2bc],
      [0x2c6, 0x2c6],
      [0x2da, 0x2da],
      [0x2dc, 0x2dc],
      [0x2000, 0x200b],
      [0x2010, 0x2027],
      [0x202f, 0x203a],
      [0x2044, 0x2044],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
      [0x2215, 0x2215],
    ],
  },
  {
    file: 'vietnamese',
    ranges: [
      [0x102, 0x103],
      [0x110, 0x111],
      [0x128, 0x129],
      [0x168, 0x169],
      [0x1a0, 0x1a1],
      [0x1af, 0x1b0],
      [0x300, 0x301],
      [0x303, 0x304],
      [0x308, 0x309],
      [0x323, 0x323],
      [0x329, 0x329],
      [0x1ea0, 0x1ef9],
      [0x20ab, 0x20ab],
    ],
  },
] as const;

/** Kerning, mark placement, localised and lining forms; small capitals and the like are left out. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'lnum'];

/** `@font-face` rules with the files as data. The same bytes on every machine: hinting is dropped, order is fixed. */
export async function fontCss(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const rules = FACES.flatMap((face) =>
    SUBSETS.map(async ({ file, ranges }) => {
      const source = await readFile(
        resolve(`@fontsource/${face.name}/files/${face.name}-${file}-${face.weight}-normal.woff2`),
      );
      const subset = await subsetFont(source, textOf(ranges), {
        targetFormat: 'woff2',
        keepFeatures: FEATURES,
        noHinting: true,
      });
      const range = ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(',');
      return `@font-face{font-family:"${face.family}";font-style:normal;font-weight:${face.weight};font-display:block;src:url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2");unicode-range:${range}}`;
    }),
  );
  return (await Promise.all(rules)).join('\n');
}

function textOf(ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
    )
    .join('');
}
