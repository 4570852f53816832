import { useEffect, useRef } from 'preact/hooks';
import { livePicture } from '../state/job';

/** G as it is now. */
export function LivePicture() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = livePicture.value;
  useEffect(() => {
    if (!canvas.current || !picture) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    const pixels = new ImageData(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    canvas.current.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} role="img" aria-label="The picture as it is now" data-testid="live-picture" />;
}
