/** A picture as a PNG: the page would take seconds over a large one. */

/** @param picture is used up */
export function encodePng(picture: ImageBitmap): Promise<Blob> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(picture);
  return canvas.convertToBlob({ type: 'image/png' });
}
