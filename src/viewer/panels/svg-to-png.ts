/** An SVG of ours as a PNG: the same picture with the page's own faces, so that both show the same. */

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

/** @param width in pixels; the height follows  @throws TooLargeError */
export async function svgToPng(svg: string, width: number, document: Document): Promise<Blob> {
  const [, wide = '1', high = '1'] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const height = Math.round((width * Number(high)) / Number(wide));
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
    throw new TooLargeError(width, height);
  const sized = withFaces(svg, document).replace(
    /width="\d+" height="\d+"/,
    `width="${width}" height="${height}"`,
  );
  const address = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (context === null) throw new TooLargeError(width, height);
    // The first time some browsers draw before the faces inside the picture are there.
    context.drawImage(image, 0, 0, width, height);
    await new Promise((drawn) => setTimeout(drawn, 60));
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new TooLargeError(width, height);
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
