import { useEffect, useRef } from 'preact/hooks';
import type { RgbaImage } from '../../nst/images/image';

interface PictureCanvasProps {
  picture: RgbaImage | null;
  /** Without one it is decoration. */
  label?: string;
  class?: string;
  testId?: string;
}

/** Pixels as they are, without encoding them for an <img>. */
export function PictureCanvas({ picture, label, class: className, testId }: PictureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current || !picture) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    const pixels = new ImageData(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    canvas.current.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [picture]);
  return (
    <canvas ref={canvas} class={className} role={label ? 'img' : undefined} aria-label={label} aria-hidden={!label} data-testid={testId} />
  );
}
