/** The page on which tests compare pictures: of layers, as a reader saves them. */
import { paintLayers } from '../../../src/viewer/panels/paint-layers.ts';

/** @returns the greatest difference of a channel, in `0..255`, and how many pixels there are and differ from the first */
export async function compare(
  some: readonly string[],
  others: readonly string[],
  width: number,
): Promise<{ readonly most: number; readonly pixels: number; readonly colours: number }> {
  const [a, b] = [await pixelsOf(some, width), await pixelsOf(others, width)];
  if (a.length !== b.length) throw new Error(`${a.length} bytes, and ${b.length}`);
  let most = 0;
  for (let at = 0; at < a.length; at += 1) most = Math.max(most, Math.abs(a[at]! - b[at]!));
  return { most, pixels: a.length / 4, colours: new Set(new Uint32Array(a.buffer)).size };
}

async function pixelsOf(layers: readonly string[], width: number): Promise<Uint8ClampedArray> {
  const image = await paintLayers(
    layers.map((layer) => new Blob([layer])),
    width,
    document,
  );
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width, height: image.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height).data;
}
