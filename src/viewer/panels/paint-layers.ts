/** A drawing of ours as pixels: the same picture with the page's own faces, so that both show the same. */

/** What canvases hold in every browser that has WebGL 2: pixels a side, and in all. */
export const MOST_SIDE = 16_384;
export const MOST_PIXELS = 134_217_728;

/** The picture is larger than canvases can be; or the browser had no room for it. */
export class TooLargeError extends Error {
  /** In pixels. */
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    super(`a picture of ${width} by ${height} pixels is too large`);
    this.width = width;
    this.height = height;
  }
}

/** The same drawing with the page's own faces in it: an image reaches nothing outside of itself. */
export function withFaces(svg: string, document: Document): string {
  const faces = [...document.querySelectorAll('style')].flatMap(({ textContent }) =>
    [...(textContent ?? '').matchAll(/@font-face\s*\{[^}]*\}/g)].map(([rule]) => rule),
  );
  return svg.replace('>', `><style>${faces.join('')}</style>`);
}

/** Width and height as the drawing has them. */
const SIZE = /width="(\d+)" height="(\d+)"/;

/**
 * Draws the layers one upon the other, each in tasks of its own.
 *
 * @param layers SVG documents of one size, the lowest first  @param width in pixels; the height follows
 * @throws TooLargeError, or an `AbortError` where the signal is aborted
 */
export async function paintLayers(
  layers: readonly Blob[],
  width: number,
  document: Document,
  signal?: AbortSignal,
): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas');
  let height = 0;
  for (const layer of layers) {
    signal?.throwIfAborted();
    const svg = await layer.text();
    if (height === 0) {
      const [, wide = '1', high = '1'] = SIZE.exec(svg) ?? [];
      height = Math.round((width * Number(high)) / Number(wide));
      if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
        throw new TooLargeError(width, height);
      Object.assign(canvas, { width, height });
    }
    const context = canvas.getContext('2d');
    if (context === null) throw new TooLargeError(width, height);
    const sized = svg.replace(SIZE, `width="${width}" height="${height}"`);
    await drawLayer(context, sized, document);
  }
  return createImageBitmap(canvas).catch(() => {
    throw new TooLargeError(width, height);
  });
}

async function drawLayer(context: CanvasRenderingContext2D, svg: string, document: Document): Promise<void> {
  const { width, height } = context.canvas;
  const written = svg.includes('<text');
  const drawn = written ? withFaces(svg, document) : svg;
  const address = URL.createObjectURL(new Blob([drawn], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    if (written) {
      // The first time some browsers draw before the faces inside the picture are there: that goes elsewhere.
      document.createElement('canvas').getContext('2d')?.drawImage(image, 0, 0, width, height);
      await new Promise((drawn) => setTimeout(drawn, 60));
    }
    context.drawImage(image, 0, 0, width, height);
  } finally {
    URL.revokeObjectURL(address);
  }
}
