/**
 * A PNG between the original and what was made of it, as the panel blends them (src/picture-files/blend.ts): in a straight line from
 * one to the other. `share` from 0, the original, to 1, which needs no original. The smaller picture is enlarged.
 */
export function blendAtSize(
  original: ImageBitmap | null,
  made: ImageBitmap,
  share: number,
  { width, height }: { width: number; height: number },
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  // Sums of weighted pictures: drawn over each other, half-transparent edges would show through.
  context.globalCompositeOperation = 'lighter';
  if (original) {
    context.globalAlpha = 1 - share;
    context.drawImage(original, 0, 0, width, height);
  }
  context.globalAlpha = share;
  context.drawImage(made, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}
