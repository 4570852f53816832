import { useEffect, useRef } from 'preact/hooks';
import type { RgbaImage } from '../../nst/images/image';

/** CSS pixels; twice as many are drawn, for dense screens. */
const SIDE = 48;

/** A picture made small, as decoration: its pixels are not held in full by yet another canvas. */
export function Thumbnail({ picture }: { picture: RgbaImage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    void draw(canvas.current, picture, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [picture]);
  return <canvas ref={canvas} class="thumbnail" aria-hidden />;
}

async function draw(canvas: HTMLCanvasElement | null, { width, height, data }: RgbaImage, isWanted: () => boolean): Promise<void> {
  const factor = Math.min(1, (2 * SIDE) / Math.min(width, height));
  const [resizeWidth, resizeHeight] = [width, height].map((side) => Math.max(1, Math.round(side * factor)));
  const pixels = new ImageData(new Uint8ClampedArray(data), width, height);
  const small = await createImageBitmap(pixels, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
  if (canvas && isWanted()) {
    canvas.width = small.width;
    canvas.height = small.height;
    canvas.getContext('2d')?.drawImage(small, 0, 0);
  }
  small.close();
}
