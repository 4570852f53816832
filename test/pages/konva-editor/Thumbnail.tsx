import type Konva from 'konva';
import { useEffect, useRef } from 'preact/hooks';
import { documentSize } from './document';

const SIZE = 44;

/** The layer alone, over the whole document, on a chequered ground. */
export function Thumbnail({ layer, version }: { layer: Konva.Layer; version: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, SIZE * 2, SIZE * 2);
    const { width, height } = documentSize.value;
    const scale = (SIZE * 2) / Math.max(width, height);
    // A clone lies on no stage, so the zoom does not touch it.
    const picture = layer.clone({ visible: true }).toCanvas({ x: 0, y: 0, width, height, pixelRatio: scale });
    context.drawImage(picture, SIZE - picture.width / 2, SIZE - picture.height / 2);
  }, [layer, version]);
  return <canvas ref={canvas} class="thumbnail" width={SIZE * 2} height={SIZE * 2} />;
}
